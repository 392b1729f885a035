import type { Card, ReviewState } from './card.ts';
import { addDays, daysBetween, type Day } from './day.ts';
import { intervalDays, nextMemory, recallAfter } from './schedule.ts';
import { seedOf } from './shuffle.ts';

/** What is to be done today: five minutes, spent where they are worth most. */

/** Five minutes; what is more can wait for the days that come. */
export const REVIEW_CAP = 20;

/**
 * Of these, left to claims that were never met. A claim that is not known at all gains more than one that
 * fades; with every review before the first new claim, a long course comes to a halt halfway, all minutes
 * going to what was begun (`npm run simulate -- --claims 300`).
 */
const NEW_ROOM = 10;

/** Who was away for as long as this, and finds more than a day's work, is told that it is spread. */
export const AWAY_DAYS = 4;

/** How far ahead a review is judged where there is no day to be ready by. */
export const HORIZON_DAYS = 30;

/** Before the day to be ready by, in which every claim is met once more. */
const LAST_DAYS = 7;

export interface TodayQuestion {
	/** Of one course. Those that are not due do no harm. */
	readonly cards: readonly Card[];
	readonly today: Day;
	/** The day of an exam, say. Once it is past it counts no more. */
	readonly readyBy?: Day | undefined;
	/** Claims that were never met, as many of them as may still be met today. */
	readonly newLeft: number;
	/** Since the learner last answered something. */
	readonly daysAway: number;
}

export interface Today {
	/** `REVIEW_CAP` at most, with the new claims; most worth it first. One card is one claim: none comes twice. */
	readonly reviews: readonly Card[];
	/** Due as well, and left to the days that come. */
	readonly putOff: number;
	readonly isCatchUp: boolean;
	/** Claims to meet for the first time once the reviews are done. None in a catch-up. */
	readonly newClaims: number;
}

export function planToday({ cards, today, readyBy, newLeft, daysAway }: TodayQuestion): Today {
	const horizon = readyBy !== undefined && readyBy >= today ? readyBy : undefined;
	const due = cards.filter((card) => isDue(card, today, horizon));
	const isCatchUp = daysAway >= AWAY_DAYS && due.length > REVIEW_CAP;
	const room = isCatchUp ? 0 : Math.max(NEW_ROOM, REVIEW_CAP - due.length);
	const newClaims = Math.max(0, Math.min(newLeft, room));
	const ranked = rankByWorth(due, today, horizon ?? addDays(today, HORIZON_DAYS));
	const reviews = ranked.slice(0, REVIEW_CAP - newClaims);
	return { reviews, putOff: due.length - reviews.length, isCatchUp, newClaims };
}

/**
 * The day from which on a card is to be asked again, with a day to be ready by. One that would stay away
 * until after it is met once more in the last week before: each on a day of its own, so that they do not
 * all come at once. Whoever has met it on that day or later is left in peace.
 */
export function dueFor({ due, review, claim }: Card, readyBy: Day | undefined): Day | undefined {
	if (due === undefined || review === undefined || readyBy === undefined || due < readyBy) return due;
	// Little time is left: better soon than not at all.
	const soon = addDays(review.day, intervalDays(review.memory));
	if (soon < readyBy) return soon;
	const lastLook = addDays(readyBy, -1 - (seedOf(claim) % LAST_DAYS));
	return lastLook > review.day ? lastLook : due;
}

export function isDue(card: Card, today: Day, readyBy: Day | undefined): boolean {
	const due = dueFor(card, readyBy);
	return due !== undefined && due <= today;
}

/**
 * By how much a review today makes it likelier that the claim is known on `horizon`: the memory that a
 * right and a wrong answer leave, each as likely as it is, less the memory that is there.
 */
export function reviewWorth({ memory, day }: ReviewState, today: Day, horizon: Day): number {
	const elapsed = Math.max(0, daysBetween(day, today));
	const ahead = Math.max(0, daysBetween(today, horizon));
	const known = recallAfter(memory, elapsed);
	const recallOnce = (grade: 'good' | 'again'): number =>
		recallAfter(nextMemory(memory, elapsed, grade), ahead);
	const reviewed = known * recallOnce('good') + (1 - known) * recallOnce('again');
	return reviewed - recallAfter(memory, elapsed + ahead);
}

/**
 * The share of a course's claims that would be known on that day if nothing were studied until then.
 *
 * @param claimCount of the course; those that were never met count as not known
 */
export function predictRecall(cards: readonly Card[], claimCount: number, day: Day): number {
	if (claimCount <= 0) return 0;
	const known = cards.reduce((sum, { review }) => sum + recallOn(review, day), 0);
	// A course that has dropped claims leaves cards behind.
	return Math.min(1, known / claimCount);
}

/**
 * The share right on a test, where what is not known is guessed: the raw score beside the recall that
 * stands behind it. `correctForGuessing` leads back.
 *
 * @param chance of a question, from 0 to 1
 */
export function predictRights(recall: number, chance: number): number {
	return recall + (1 - recall) * chance;
}

function recallOn(review: ReviewState | undefined, day: Day): number {
	return review === undefined ? 0 : recallAfter(review.memory, daysBetween(review.day, day));
}

function rankByWorth(cards: readonly Card[], today: Day, horizon: Day): readonly Card[] {
	return cards
		.map((card) => ({ card, worth: reviewWorth(card.review!, today, horizon) }))
		.sort((a, b) => b.worth - a.worth || compareText(a.card.claim, b.card.claim))
		.map(({ card }) => card);
}

/** By code unit: the same on every device, whatever its language. */
function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
