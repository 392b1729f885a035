import { pickByDigit } from '#core/answer.ts';
import type { ExamRun } from './exam-run.svelte.ts';

interface PressedKey {
	readonly key: string;
	readonly repeat: boolean;
	readonly ctrlKey: boolean;
	readonly altKey: boolean;
	readonly metaKey: boolean;
	readonly shiftKey: boolean;
}

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -1, PageDown: 1 };

/**
 * Digits choose; arrows and the page keys lead to the question before and after, except from a field,
 * which has a use of its own for them. Says whether the key was taken.
 */
export function actOnExamKey(
	event: PressedKey,
	target: { readonly isTyping: boolean; readonly isField: boolean },
	run: ExamRun
): boolean {
	if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
	if (/^[1-9]$/.test(event.key) && !target.isTyping) {
		const { question, order } = run.sheet;
		const picked = pickByDigit(question, order, run.answer, Number(event.key));
		if (picked === run.answer) return false;
		run.give(picked);
		return true;
	}
	const step = STEPS[event.key];
	if (step === undefined || target.isField) return false;
	void run.step(step);
	return true;
}
