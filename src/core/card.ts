import type { Day } from './day.ts';
import type { EventId } from './event.ts';
import type { Memory } from './schedule.ts';

/** The version of the rules below. A card of another version is rebuilt from its events. */
export const CARD_VERSION = 3;

/** What the schedule hears of an answer. "Easy" is never given. */
export const GRADES = ['again', 'hard', 'good'] as const;
export type Grade = (typeof GRADES)[number];

/** As often forgotten as this, a claim wants its lesson rather than one more question. */
export const OFTEN_FORGOTTEN = 4;

/** The state of one claim for this learner. A cache: its events say it all. */
export interface Card {
	readonly version: typeof CARD_VERSION;
	readonly course: string;
	readonly section: string;
	readonly claim: string;
	/** Of every mode but the preview. */
	readonly answers: number;
	readonly rights: number;
	/** How often each wording was asked: the next review takes the one seen least. */
	readonly seen: Readonly<Record<string, number>>;
	/** Absent until an answer has moved the card. */
	readonly review?: ReviewState;
	/** The day from which on it is to be asked again. Absent where it is not: never reviewed, or suspended. */
	readonly due?: Day;
	/** The day of the first answer that moved it. */
	readonly firstDay?: Day;
	/** Present where the last answer was wrong: 1 if it was given as sure, otherwise 2. Sorts the mistakes. */
	readonly missed?: 1 | 2;
	readonly suspended: boolean;
	/** Questions that the learner has flagged. */
	readonly flags: readonly string[];
	/** How many, where there are some: what a search for flagged questions goes by. */
	readonly flagged?: number;
	/** The last event that went in. A later one can be added; an earlier one means folding again. */
	readonly lastAt: number;
	readonly lastId: EventId;
	readonly lastRight: boolean;
}

/** What the day's first answers have made of a claim. */
export interface ReviewState {
	readonly memory: Memory;
	/** Of the last one. */
	readonly day: Day;
	readonly lastGrade: Grade;
	readonly count: number;
	/** How often it was forgotten after it had been known. */
	readonly lapses: number;
}

/** How often a wording was asked. Ids come from files: "constructor" was not asked before it was. */
export function timesSeen(card: Pick<Card, 'seen'> | undefined, question: string): number {
	return card !== undefined && Object.hasOwn(card.seen, question) ? card.seen[question]! : 0;
}
