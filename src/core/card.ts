import type { Day } from './day.ts';
import type { EventId } from './event.ts';

/** The version of the rules below. A card of another version is rebuilt from its events. */
export const CARD_VERSION = 1;

/** What the schedule hears of an answer. "Easy" is never given. */
export const GRADES = ['again', 'hard', 'good'] as const;
export type Grade = (typeof GRADES)[number];

/** The state of one claim for this learner. A cache: its events say it all. */
export interface Card {
	readonly version: typeof CARD_VERSION;
	readonly course: string;
	readonly section: string;
	readonly claim: string;
	readonly answers: number;
	readonly rights: number;
	/** How often each wording was asked: the next review takes the one seen least. */
	readonly seen: Readonly<Record<string, number>>;
	/** One for each day on which the claim was asked: only a day's first answer moves the card. */
	readonly reviews: readonly Review[];
	/** The last event that went in. A later one can be added; an earlier one means folding again. */
	readonly lastAt: number;
	readonly lastId: EventId;
	readonly lastRight: boolean;
}

export interface Review {
	readonly day: Day;
	readonly grade: Grade;
}

/** How often a wording was asked. Ids come from files: "constructor" was not asked before it was. */
export function timesSeen(card: Card | undefined, question: string): number {
	return card !== undefined && Object.hasOwn(card.seen, question) ? card.seen[question]! : 0;
}
