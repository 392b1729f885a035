import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAnswer, aSuspension, DAY, MORNING } from '#tests/fixtures/builders.ts';
import { CERTAINTIES } from './answer.ts';
import type { Card } from './card.ts';
import { correctForGuessing } from './chance.ts';
import { addDays, daysBetween, type Day } from './day.ts';
import { foldCard } from './fold-card.ts';
import { recallAfter } from './schedule.ts';
import {
	AWAY_DAYS,
	dueFor,
	HORIZON_DAYS,
	isDue,
	planToday,
	predictRecall,
	predictRights,
	REVIEW_CAP,
	reviewWorth,
	type TodayQuestion
} from './today.ts';

const START = '2026-03-02' as Day;
const dayAt = (days: number): Day => addDays(START, days);

/** A card whose claim was answered right and sure on these days, counted from the first. */
function cardOf(claim: string, ...days: readonly number[]): Card {
	return foldCard((days.length > 0 ? days : [0]).map((day) => anAnswer({ claim, at: MORNING + day * DAY })))!;
}

const numbered = (count: number, ...days: readonly number[]): readonly Card[] =>
	Array.from({ length: count }, (_, index) => cardOf(`c-${index}`, ...days));

function plan(values: Partial<TodayQuestion>): ReturnType<typeof planToday> {
	return planToday({ cards: [], today: dayAt(10), newLeft: 0, daysAway: 0, ...values });
}

/** Cards with pasts of all sorts, each of a claim of its own. */
const arbitraryCards: fc.Arbitrary<readonly Card[]> = fc
	.array(
		fc.array(
			fc.record({
				day: fc.nat(60),
				right: fc.boolean(),
				certainty: fc.constantFrom(null, ...CERTAINTIES),
				mode: fc.constantFrom('learn', 'review', 'practice')
			}),
			{ minLength: 1, maxLength: 6 }
		),
		{ maxLength: 40 }
	)
	.map((pasts) =>
		pasts.map((past, index) =>
			foldCard(
				past.map(({ day, ...values }, nth) =>
					anAnswer({ ...values, claim: `c-${index}`, at: MORNING + day * DAY + nth })
				)
			)!
		)
	);
const arbitraryDay = fc.nat(120).map(dayAt);
const arbitraryReadyBy = fc.option(arbitraryDay, { nil: undefined });

describe('planToday', () => {
	it('of nothing is nothing to review', () => {
		expect(plan({ newLeft: 5 })).toEqual({ reviews: [], putOff: 0, isCatchUp: false, newClaims: 5 });
	});

	it('takes what is due, and leaves what is not', () => {
		const [due, later] = [cardOf('due', 0), cardOf('later', 0, 2)];
		expect(plan({ cards: [later, due], today: dayAt(4) }).reviews).toEqual([due]);
	});

	it('leaves out what the learner wants to be asked for no more, and what was only practised', () => {
		const suspended = foldCard([anAnswer(), aSuspension({ at: MORNING + 1 })])!;
		const practised = foldCard([anAnswer({ mode: 'practice' })])!;
		expect(plan({ cards: [suspended, practised], today: dayAt(300), readyBy: dayAt(301) }).reviews).toEqual(
			[]
		);
	});

	it("puts off what goes beyond a day's work", () => {
		const { reviews, putOff } = plan({ cards: numbered(REVIEW_CAP + 7) });
		expect([reviews.length, putOff]).toEqual([REVIEW_CAP, 7]);
	});

	it('is a catch-up after days away, and only if there is more than a day’s work', () => {
		const many = numbered(REVIEW_CAP + 1);
		expect(plan({ cards: many, daysAway: AWAY_DAYS }).isCatchUp).toBe(true);
		expect(plan({ cards: many, daysAway: AWAY_DAYS - 1 }).isCatchUp).toBe(false);
		expect(plan({ cards: many.slice(1), daysAway: 99 }).isCatchUp).toBe(false);
	});

	it('lets new claims follow, as many as the day has room for', () => {
		expect(plan({ cards: numbered(3), newLeft: 5 }).newClaims).toBe(5);
		expect(plan({ cards: numbered(3), newLeft: 99 }).newClaims).toBe(REVIEW_CAP - 3);
		expect(plan({ cards: numbered(3), newLeft: -2 }).newClaims).toBe(0);
	});

	it('keeps half of a full day for claims that were never met, if there are so many', () => {
		const cards = numbered(REVIEW_CAP + 5);
		const planOf = (newLeft: number): readonly number[] => {
			const { reviews, newClaims, putOff } = plan({ cards, newLeft });
			return [reviews.length, newClaims, putOff];
		};
		expect(planOf(99)).toEqual([10, 10, 15]);
		expect(planOf(4)).toEqual([16, 4, 9]);
		expect(planOf(0)).toEqual([20, 0, 5]);
	});

	it('lets nothing new follow in a catch-up', () => {
		const { reviews, newClaims } = plan({ cards: numbered(REVIEW_CAP + 5), newLeft: 9, daysAway: 7 });
		expect([reviews.length, newClaims]).toEqual([REVIEW_CAP, 0]);
	});

	it('puts a claim that fades before one that will last', () => {
		const [fading, lasting] = [cardOf('z-fading', 0), cardOf('a-lasting', 0, 2, 12, 50)];
		const { reviews } = plan({ cards: [lasting, fading], today: dayAt(300) });
		expect(reviews).toEqual([fading, lasting]);
	});

	it('does not count with a day that is past', () => {
		const later = cardOf('later', 0, 2);
		const values = { cards: [later], today: dayAt(4) };
		expect(plan({ ...values, readyBy: dayAt(5) }).reviews).toEqual([later]);
		expect(plan({ ...values, readyBy: dayAt(3) })).toEqual(plan(values));
	});

	it('still counts with the day on the day itself: what was to be met before is not lost', () => {
		const later = cardOf('later', 0, 2, 12);
		expect(later.due! > dayAt(30)).toBe(true);
		expect(plan({ cards: [later], today: dayAt(30), readyBy: dayAt(30) }).reviews).toEqual([later]);
	});

	it('puts claims that are worth the same in the order of their names', () => {
		const claims = (cards: readonly Card[]): readonly string[] =>
			plan({ cards }).reviews.map(({ claim }) => claim);
		expect(claims([...numbered(4)].reverse())).toEqual(['c-0', 'c-1', 'c-2', 'c-3']);
	});

	it('is the same whatever order the cards come in, holds no claim twice and loses none', () => {
		const arbitraryTwice = arbitraryCards.chain((cards) =>
			fc.tuple(fc.constant(cards), fc.shuffledSubarray([...cards], { minLength: cards.length }))
		);
		fc.assert(
			fc.property(arbitraryTwice, arbitraryDay, arbitraryReadyBy, ([cards, shuffled], today, readyBy) => {
				const values = { today, readyBy, newLeft: cards.length % 7 };
				const planned = plan({ ...values, cards });
				expect(plan({ ...values, cards: shuffled })).toEqual(planned);
				expect(new Set(planned.reviews.map(({ claim }) => claim)).size).toBe(planned.reviews.length);
				expect(planned.reviews.length + planned.newClaims).toBeLessThanOrEqual(REVIEW_CAP);
				const counting = readyBy !== undefined && readyBy >= today ? readyBy : undefined;
				const due = cards.filter((card) => isDue(card, today, counting));
				expect(planned.reviews.length + planned.putOff).toBe(due.length);
				// Whatever was answered today is not asked again today.
				for (const { review } of planned.reviews) expect(review!.day < today).toBe(true);
			})
		);
	});

	it('takes none whose review is worth less than one that it puts off', () => {
		fc.assert(
			fc.property(arbitraryDay, fc.integer({ min: 21, max: 40 }), (today, count) => {
				const cards = Array.from({ length: count }, (_, index) => cardOf(`c-${index}`, 0, index % 9));
				const { reviews } = plan({ cards, today });
				const worth = (card: Card): number => reviewWorth(card.review!, today, addDays(today, HORIZON_DAYS));
				const left = cards.filter((card) => isDue(card, today, undefined) && !reviews.includes(card));
				const least = Math.min(Infinity, ...reviews.map(worth));
				for (const card of left) expect(worth(card)).toBeLessThanOrEqual(least);
			})
		);
	});
});

describe('reviewWorth', () => {
	it('on the day itself is what is forgotten', () => {
		const { review } = cardOf('a', 0);
		const forgotten = 1 - recallAfter(review!.memory, 20);
		expect(reviewWorth(review!, dayAt(20), dayAt(20))).toBeCloseTo(forgotten);
	});

	it('is less for what is still known than for what has begun to fade', () => {
		const { review } = cardOf('a', 0);
		const worths = [0, 1, 2, 4].map((day) => reviewWorth(review!, dayAt(day), dayAt(60)));
		expect([...worths].sort((a, b) => a - b)).toEqual(worths);
	});

	it('takes a review that a flight has put ahead for one of today', () => {
		const { review } = cardOf('a', 3);
		const ofToday = { ...review!, day: dayAt(2) };
		for (const horizon of [1, 30]) {
			expect(reviewWorth(review!, dayAt(2), dayAt(horizon))).toBe(
				reviewWorth(ofToday, dayAt(2), dayAt(horizon))
			);
		}
	});

	it('is never a loss, nor more than there is to know', () => {
		fc.assert(
			fc.property(arbitraryCards, arbitraryDay, fc.nat(60), (cards, today, ahead) => {
				for (const { review } of cards) {
					if (review === undefined || review.day > today) continue;
					const worth = reviewWorth(review, today, addDays(today, ahead));
					expect(worth).toBeGreaterThan(-0.001);
					expect(worth).toBeLessThanOrEqual(1);
				}
			})
		);
	});
});

describe('dueFor', () => {
	it('without a day to be ready by is the day of the schedule', () => {
		const card = cardOf('a', 0);
		expect(dueFor(card, undefined)).toBe(card.due);
	});

	it('leaves a card alone that comes before that day anyway', () => {
		const card = cardOf('a', 0, 2);
		expect(dueFor(card, addDays(card.due!, 1))).toBe(card.due);
	});

	it('of a card that would come on that day or later is in the last week, before it', () => {
		const readyBy = dayAt(40);
		const cards = Array.from({ length: 70 }, (_, index) => cardOf(`c-${index}`, 0, 2, 12));
		const days = cards.map((card) => daysBetween(dueFor(card, readyBy)!, readyBy));
		expect(new Set(days)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
		// Spread: none of the seven days gets a third of all.
		for (const day of new Set(days)) expect(days.filter((each) => each === day).length).toBeLessThan(70 / 3);
	});

	it('asks for a card met on its day, or later, no more', () => {
		const readyBy = dayAt(20);
		const before = cardOf('a', 0, 2, 12);
		const lastLook = daysBetween(START, dueFor(before, readyBy)!);
		for (const day of [lastLook, lastLook + 1]) {
			const met = cardOf('a', 0, 2, 12, day);
			expect(dueFor(met, readyBy)).toBe(met.due);
		}
	});

	it('with little time left comes before the day, if the memory of it would', () => {
		const card = cardOf('a', 0);
		expect(dueFor(card, undefined)).toBe(dayAt(4));
		expect(dueFor(card, dayAt(3))).toBe(dayAt(2));
	});

	it('is nothing for a card that is suspended', () => {
		const card = foldCard([anAnswer(), aSuspension({ at: MORNING + 1 })])!;
		expect(dueFor(card, dayAt(1))).toBeUndefined();
	});

	it('is after the last review, no later than the schedule has it, and the same each time', () => {
		fc.assert(
			fc.property(arbitraryCards, arbitraryDay, (cards, readyBy) => {
				for (const card of cards.filter(({ review }) => review !== undefined)) {
					const due = dueFor(card, readyBy)!;
					expect(due > card.review!.day).toBe(true);
					expect(due <= card.due!).toBe(true);
					expect(dueFor(card, readyBy)).toBe(due);
					if (due !== card.due) expect(due < readyBy).toBe(true);
				}
			})
		);
	});

	it('of a claim known each time comes once in the last week, and leaves nothing due on the day', () => {
		const claims = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
		fc.assert(
			fc.property(claims, fc.integer({ min: 60, max: 100 }), (claim, ready) => {
				const days = [0, 2, 12, 52];
				const asked: number[] = [];
				for (let day = 53; day < ready; day += 1) {
					if (!isDue(cardOf(claim, ...days, ...asked), dayAt(day), dayAt(ready))) continue;
					asked.push(day);
				}
				expect(asked).toHaveLength(1);
			})
		);
	});
});

describe('predictRecall', () => {
	it('counts a claim never met as not known', () => {
		const cards = [cardOf('a', 0), foldCard([anAnswer({ mode: 'practice' })])!];
		const known = recallAfter(cards[0]!.review!.memory, 5);
		expect(predictRecall(cards, 4, dayAt(5))).toBeCloseTo(known / 4);
	});

	it('of a course without claims is nothing, and of one that lost claims no more than all', () => {
		expect(predictRecall([], 0, START)).toBe(0);
		expect(predictRecall(numbered(3), 1, START)).toBe(1);
	});

	it('is a share, and falls with every day', () => {
		fc.assert(
			fc.property(arbitraryCards, fc.nat(100), (cards, more) => {
				const claims = cards.length + more;
				const days = [60, 61, 90, 400].map((day) => predictRecall(cards, claims, dayAt(day)));
				expect([...days].sort((a, b) => b - a)).toEqual(days);
				for (const share of days) expect(share >= 0 && share <= 1).toBe(true);
			})
		);
	});
});

describe('predictRights', () => {
	it('is what is known, and of the rest what guessing gives', () => {
		expect(predictRights(0.6, 0.25)).toBeCloseTo(0.7);
		expect(predictRights(0, 0.25)).toBe(0.25);
		expect(predictRights(1, 0.25)).toBe(1);
	});

	it('corrected for guessing is the recall that it came from', () => {
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		const chance = fc.double({ min: 0, max: 0.9, noNaN: true });
		fc.assert(
			fc.property(share, chance, (recall, guess) => {
				expect(correctForGuessing(predictRights(recall, guess) * 100, 100, guess * 100)).toBeCloseTo(recall);
			})
		);
	});
});
