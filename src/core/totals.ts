import type { Certainty } from './answer.ts';
import type { Card } from './card.ts';
import { learnerDay, type Day } from './day.ts';
import type { Answered } from './event.ts';

/** What a learner did on one day. Whole sums only: the order of events does not matter. */
export interface DayTotals {
	readonly day: Day;
	readonly answers: number;
	readonly rights: number;
	readonly spentMillis: number;
	/** Answers to what was due, on which the schedule's promise is held. */
	readonly reviews: Tally;
	/** By the learner's own word. */
	readonly certainties: Readonly<Record<Certainty, Tally>>;
}

export interface Tally {
	readonly answers: number;
	readonly rights: number;
	/** Rights that guessing alone would give, in parts of ten thousand. */
	readonly chances: number;
}

export const NO_TALLY: Tally = { answers: 0, rights: 0, chances: 0 };

/** How far a learner is with a section, or, with `section` empty, with the whole course. */
export interface Progress {
	readonly course: string;
	readonly section: string;
	/** Claims that the schedule has: answered at least once in learning or review. */
	readonly met: number;
	/** Of these, those whose last answer was right. */
	readonly right: number;
}

/** A running count, or nothing once it is empty: a rebuilt day and a lived one must be equal. */
export function addToDay(
	totals: DayTotals | undefined,
	event: Answered,
	sign: 1 | -1
): DayTotals | undefined {
	const { mode, certainty } = event;
	const { answers, rights, spentMillis, reviews, certainties } = totals ?? emptyDay(dayOf(event));
	if (answers + sign === 0) return undefined;
	return {
		day: dayOf(event),
		answers: answers + sign,
		rights: rights + (event.right ? sign : 0),
		// Whole, so that taking one away leaves exactly what was there before it.
		spentMillis: spentMillis + sign * Math.round(event.spentMillis),
		reviews: mode === 'review' ? addToTally(reviews, event, sign) : reviews,
		certainties:
			certainty === null
				? certainties
				: { ...certainties, [certainty]: addToTally(certainties[certainty], event, sign) }
	};
}

function emptyDay(day: Day): DayTotals {
	const certainties = { guess: NO_TALLY, 'think-so': NO_TALLY, sure: NO_TALLY };
	return { day, answers: 0, rights: 0, spentMillis: 0, reviews: NO_TALLY, certainties };
}

function addToTally(tally: Tally, { right, chance }: Answered, sign: 1 | -1): Tally {
	return {
		answers: tally.answers + sign,
		rights: tally.rights + (right ? sign : 0),
		chances: tally.chances + sign * chance
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
	// What was only practised, or asked in an exam, is still to be learnt.
	if (card?.review === undefined) return { met: 0, right: 0 };
	return { met: sign, right: card.lastRight ? sign : 0 };
}
