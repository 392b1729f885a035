import type { Certainty } from './answer.ts';
import { CARD_VERSION, timesSeen, type Card, type Grade } from './card.ts';
import { learnerDay } from './day.ts';
import { compareEvents, type Answered } from './event.ts';

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
