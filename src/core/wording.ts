import { timesSeen, type Card } from './card.ts';
import type { Level } from './question.ts';

/** What a question's turn goes by. */
export interface Wording {
	readonly id: string;
	readonly level: Level;
}

/**
 * The question by which a claim is asked for next, so that the claim is learnt and not one sentence. A
 * level at which nothing was asked yet goes first, then the wording seen least, then the one written
 * first.
 *
 * @param questions of one claim, as they are written
 * @returns `undefined` where there are none
 */
export function pickWording<W extends Wording>(
	questions: readonly W[],
	card: Pick<Card, 'seen'> | undefined
): W | undefined {
	const shown = new Set(questions.filter(({ id }) => timesSeen(card, id) > 0).map(({ level }) => level));
	const fresh = questions.filter(({ level }) => !shown.has(level));
	const open = fresh.length > 0 ? fresh : questions;
	return open.reduce<W | undefined>(
		(least, question) =>
			least === undefined || timesSeen(card, question.id) < timesSeen(card, least.id) ? question : least,
		undefined
	);
}
