import { pickByDigit } from '#core/answer.ts';
import type { Study } from './study.svelte.ts';

/** What a pressed key asks for, beyond what the browser does by itself. */
export type KeyAction = 'pick' | 'to-submit' | 'next' | 'none';

interface PressedKey {
	readonly key: string;
	readonly repeat: boolean;
	readonly ctrlKey: boolean;
	readonly altKey: boolean;
	readonly metaKey: boolean;
}

/**
 * Digits choose, Enter goes on: from a field to the row that submits, from the feedback to the next
 * question. `target` is what has the focus; a button or a link keeps its own Enter.
 */
export function actOnKey(event: PressedKey, target: 'typing' | 'control' | 'other', study: Study): KeyAction {
	if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return 'none';
	const { scene } = study;
	if (scene.kind === 'asking' && /^[1-9]$/.test(event.key) && target !== 'typing') {
		study.answer = pickByDigit(scene.asked.question, scene.asked.order, study.answer, Number(event.key));
		return 'pick';
	}
	if (event.key !== 'Enter' || target === 'control') return 'none';
	if (scene.kind === 'asking') return 'to-submit';
	if (scene.kind !== 'feedback') return 'none';
	study.next();
	return 'next';
}
