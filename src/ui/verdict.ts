import type { Answer } from '#core/answer.ts';
import type { IconName } from './controls/Icon.svelte';
import { m } from './messages.ts';

export type Verdict = 'right' | 'partly' | 'wrong' | 'unknown';

/** Told by a word and a sign as well as by colour. */
export const VERDICTS = {
	right: { label: m.verdict_right, icon: 'right' },
	partly: { label: m.verdict_partly, icon: 'partly' },
	wrong: { label: m.verdict_wrong, icon: 'wrong' },
	unknown: { label: m.verdict_unknown, icon: 'partly' }
} satisfies Record<Verdict, { label: () => string; icon: IconName }>;

export function verdictOf(
	answer: Answer,
	outcome: { readonly score: number; readonly right: boolean }
): Verdict {
	if (answer.kind === 'unknown') return 'unknown';
	if (outcome.right) return 'right';
	return outcome.score > 0 ? 'partly' : 'wrong';
}
