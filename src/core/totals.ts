import type { Card } from './card.ts';
import { learnerDay, type Day } from './day.ts';
import type { Answered } from './event.ts';

/** What a learner did on one day. Sums only, so the order of events does not matter. */
export interface DayTotals {
	readonly day: Day;
	readonly answers: number;
	readonly rights: number;
	readonly spentMillis: number;
}

/** How far a learner is with a section, or, with `section` empty, with the whole course. */
export interface Progress {
	readonly course: string;
	readonly section: string;
	/** Claims answered at least once. */
	readonly met: number;
	/** Claims whose last answer was right. */
	readonly right: number;
}

/** A running count, or nothing once it is empty: a rebuilt day and a lived one must be equal. */
export function addToDay(
	totals: DayTotals | undefined,
	event: Answered,
	sign: 1 | -1
): DayTotals | undefined {
	const answers = (totals?.answers ?? 0) + sign;
	if (answers === 0) return undefined;
	return {
		day: dayOf(event),
		answers,
		rights: (totals?.rights ?? 0) + (event.right ? sign : 0),
		// Whole, so that taking one away leaves exactly what was there before it.
		spentMillis: (totals?.spentMillis ?? 0) + sign * Math.round(event.spentMillis)
	};
}

export function dayOf(event: Answered): Day {
	return learnerDay(event.at, event.offset);
}

/** Moves a count from what a card was to what it is. A card counts where its last answer was given. */
export function addToProgress(
	progress: Progress | undefined,
	at: { readonly course: string; readonly section: string },
	change: Change
): Progress | undefined {
	const met = (progress?.met ?? 0) + change.met;
	const right = (progress?.right ?? 0) + change.right;
	return met === 0 ? undefined : { course: at.course, section: at.section, met, right };
}

export interface Change {
	readonly met: number;
	readonly right: number;
}

/** What a card adds to its section's progress. */
export function weigh(card: Card | undefined, sign: 1 | -1): Change {
	if (card === undefined) return { met: 0, right: 0 };
	return { met: sign, right: card.lastRight ? sign : 0 };
}
