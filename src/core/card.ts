import type { Certainty } from './answer.ts';
import { learnerDay, type Day } from './day.ts';
import { compareEvents, type Answered, type EventId } from './event.ts';

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

/** A right guess is right for the score, and for the schedule it is not known. */
export function gradeFor(right: boolean, certainty: Certainty | null): Grade {
	if (!right || certainty === 'guess') return 'again';
	return certainty === 'think-so' ? 'hard' : 'good';
}

/** `answered` holds one claim's answers, in any order, those that were taken back left out. */
export function foldCard(answered: readonly Answered[]): Card | undefined {
	return [...answered].sort(compareEvents).reduce<Card | undefined>(addToCard, undefined);
}

export function comesAfter(card: Card, event: Answered): boolean {
	return event.at > card.lastAt || (event.at === card.lastAt && event.id > card.lastId);
}

/** How often a wording was asked. Ids come from files: "constructor" was not asked before it was. */
export function timesSeen(card: Card | undefined, question: string): number {
	return card !== undefined && Object.hasOwn(card.seen, question) ? card.seen[question]! : 0;
}

/** Must get its events in order: see `comesAfter`. */
export function addToCard(card: Card | undefined, event: Answered): Card {
	const { course, section, claim, question, right } = event;
	const day = learnerDay(event.at, event.offset);
	const reviews = card?.reviews ?? [];
	// A flight west can lead back to a day that was there before: it has had its review.
	const isFirstOfDay = !reviews.some((review) => review.day === day);
	return {
		version: CARD_VERSION,
		course,
		section,
		claim,
		answers: (card?.answers ?? 0) + 1,
		rights: (card?.rights ?? 0) + (right ? 1 : 0),
		seen: { ...card?.seen, [question]: timesSeen(card, question) + 1 },
		reviews: isFirstOfDay ? [...reviews, { day, grade: gradeFor(right, event.certainty) }] : reviews,
		lastAt: event.at,
		lastId: event.id,
		lastRight: right
	};
}
