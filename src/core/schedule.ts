import { FSRSAlgorithm } from 'ts-fsrs';
import type { Grade } from './card.ts';

/**
 * How well a claim is held, by FSRS-6 with its default weights
 * (https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm). Days are the learner's own
 * and come from `day.ts`: the library's card API, which counts days in UTC, is not used.
 *
 *     const first = nextMemory(undefined, 0, 'good');
 *     intervalDays(first)                       →  2
 *     recallAfter(first, 2)                     →  0.91
 */
export interface Memory {
	/** Days until recall falls to 90 %. */
	readonly stability: number;
	/** From 1, easy, to 10. */
	readonly difficulty: number;
}

/** The share of claims that one should still know when they are due. */
export const WISHED_RECALL = 0.9;

/**
 * No claim comes back sooner, be it new or missed: a wait of a day or two costs a question and adds little to
 * what lasts. With it, a minute of study leads further than in fixed spacing and than in no order at all, in
 * every setting that `npm run simulate` knows; without it, in some only.
 */
export const SHORTEST_WAIT_DAYS = 4;

/** No claim stays away for longer than a year. */
export const LONGEST_INTERVAL_DAYS = 365;

/** Same-day answers never come here, and fuzz would make a replay differ. */
const algorithm = new FSRSAlgorithm({
	request_retention: WISHED_RECALL,
	maximum_interval: LONGEST_INTERVAL_DAYS,
	enable_fuzz: false,
	enable_short_term: false
});

const RATINGS = { again: 1, hard: 2, good: 3 } as const satisfies Record<Grade, number>;

/** `elapsedDays`: local days since the review before; 0 for the first. */
export function nextMemory(memory: Memory | undefined, elapsedDays: number, grade: Grade): Memory {
	return algorithm.next_state(memory ?? null, Math.max(0, elapsedDays), RATINGS[grade]);
}

/** Until recall falls to `WISHED_RECALL`, in whole days, at least 1. */
export function intervalDays({ stability }: Memory): number {
	return algorithm.next_interval(stability, 0);
}

/** Until a claim is asked for again, in whole days. */
export function waitDays(memory: Memory): number {
	return Math.max(SHORTEST_WAIT_DAYS, intervalDays(memory));
}

/** The probability that the claim is still known, from 0 to 1. */
export function recallAfter({ stability }: Memory, elapsedDays: number): number {
	return algorithm.forgetting_curve(Math.max(0, elapsedDays), stability);
}
