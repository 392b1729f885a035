import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CERTAINTIES } from '#core/answer.ts';
import type { Card } from '#core/card.ts';
import { addDays, daysBetween, learnerDay, type Day } from '#core/day.ts';
import { compareEvents, type Answered } from '#core/event.ts';
import { addToCard, comesAfter, foldCard } from '#core/fold-card.ts';
import { foldEvents, withoutUndone } from '#core/fold.ts';
import { SHORTEST_WAIT_DAYS, waitDays } from '#core/schedule.ts';
import {
	anAnswer,
	anEventId,
	arbitraryHistory,
	DAY,
	HOUR,
	MINUTE,
	MORNING
} from '#tests/fixtures/builders.ts';
import { momentAt, wallClock } from '#tests/fixtures/wall-clock.ts';

/** What the schedule holds of a claim, without the moments that zones shift. */
function scheduleOf(card: Card | undefined): Pick<Card, 'review' | 'due' | 'firstDay'> {
	const { review, due, firstDay } = card!;
	return { ...(review && { review }), ...(due && { due }), ...(firstDay && { firstDay }) };
}

const arbitraryVerdict = fc.record({
	right: fc.boolean(),
	certainty: fc.constantFrom(null, ...CERTAINTIES),
	mode: fc.constantFrom('learn', 'review', 'again', 'practice')
});

/** Four in the morning by the clock on the wall, as a clock in UTC would show it. */
const FIRST_HOUR = 4 * HOUR;

const CLOCK_CHANGES = [
	['Europe/Berlin', '2026-03-29'],
	['Europe/Berlin', '2026-10-25'],
	['America/New_York', '2026-03-08'],
	['America/New_York', '2026-11-01'],
	['Australia/Lord_Howe', '2026-04-05'],
	['Australia/Lord_Howe', '2026-10-04'],
	// At midnight: there is no twelve o'clock, or there are two.
	['America/Sao_Paulo', '2018-11-04'],
	['America/Sao_Paulo', '2018-02-18']
] as const;

describe('law 7: the schedule goes by the learner’s days', () => {
	it.each(CLOCK_CHANGES)('in %s around %s it is as where no clock changes', (timeZone, change) => {
		const clock = wallClock(timeZone);
		const offsets = new Set([-1, 1].map((days) => clock(Date.parse(change) + days * DAY).offset));
		expect(offsets.size).toBe(2);
		const arbitraryAnswer = fc.record({
			day: fc.integer({ min: -6, max: 6 }),
			minutes: fc.nat(24 * 60 - 1),
			verdict: arbitraryVerdict
		});
		fc.assert(
			fc.property(
				fc.uniqueArray(arbitraryAnswer, { selector: ({ day }) => day, minLength: 1 }),
				(answers) => {
					const locals = answers.map(({ day, minutes, verdict }) => ({
						...verdict,
						local: Date.parse(change) + day * DAY + FIRST_HOUR + minutes * MINUTE
					}));
					const inZone = locals.map(({ local, ...verdict }) =>
						anAnswer({ ...verdict, ...momentAt(clock, local) })
					);
					const inUtc = locals.map(({ local, ...verdict }) => anAnswer({ ...verdict, at: local }));
					expect(scheduleOf(foldCard(inZone))).toEqual(scheduleOf(foldCard(inUtc)));
				}
			)
		);
	});

	it('a flight east over the date line counts the day that was skipped', () => {
		const inHonolulu = anAnswer({ at: Date.parse('2026-03-01T20:00:00-10:00'), offset: -600 });
		const inAuckland = anAnswer({ at: Date.parse('2026-03-03T06:00:00+13:00'), offset: 780 });
		const atHome = [anAnswer({ at: Date.UTC(2026, 2, 1, 20) }), anAnswer({ at: Date.UTC(2026, 2, 3, 6) })];
		expect(scheduleOf(foldCard([inHonolulu, inAuckland]))).toEqual(scheduleOf(foldCard(atHome)));
	});

	it('a flight west over the date line gives the day that comes again no second review', () => {
		const inAuckland = anAnswer({ at: Date.parse('2026-03-03T09:00:00+13:00'), offset: 780 });
		const inHonolulu = anAnswer({ at: Date.parse('2026-03-02T20:00:00-10:00'), offset: -600, right: false });
		const nextDay = anAnswer({ at: Date.parse('2026-03-03T20:00:00-10:00'), offset: -600, right: false });
		const once = scheduleOf(foldCard([inAuckland]));
		expect(scheduleOf(foldCard([inAuckland, inHonolulu, nextDay]))).toEqual(once);
	});

	it('wherever clock and zone go, the day of the last review never goes back, and due comes after it', () => {
		fc.assert(
			fc.property(arbitraryHistory, (history) => {
				const answers = [...withoutUndone(history)].sort(compareEvents);
				for (const claim of new Set(answers.map((event) => `${event.course}/${event.claim}`))) {
					let last: Day | undefined;
					let card: Card | undefined;
					for (const event of answers.filter((each) => `${each.course}/${each.claim}` === claim)) {
						card = addToCard(card, event);
						if (card.review === undefined) continue;
						expect(card.review.day >= (last ?? card.review.day)).toBe(true);
						expect(card.due).toBe(addDays(card.review.day, waitDays(card.review.memory)));
						expect(daysBetween(card.review.day, card.due!)).toBeGreaterThanOrEqual(SHORTEST_WAIT_DAYS);
						expect(Number.isFinite(card.review.memory.stability)).toBe(true);
						last = card.review.day;
					}
				}
			})
		);
	});

	it('a clock set back leaves what came later, and is heard again once it has caught up', () => {
		const before = [0, 3].map((day) => anAnswer({ at: MORNING + day * DAY }));
		// Set back by three days: it shows a day that has had its review.
		const back = anAnswer({ at: MORNING + HOUR, right: false });
		const caughtUp = anAnswer({ at: MORNING + 9 * DAY, right: false });
		expect(scheduleOf(foldCard([...before, back]))).toEqual(scheduleOf(foldCard(before)));
		expect(foldCard([...before, back, caughtUp])?.review).toMatchObject({
			...{ count: 3, day: learnerDay(caughtUp.at, 0), lastGrade: 'again', lapses: 1 }
		});
	});

	it('a clock set back, to a day without a review, leaves as many reviews as days', () => {
		const arbitraryDays = fc.array(fc.nat(20), { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(arbitraryDays, (days) => {
				const answers = days.map((day, index) =>
					anAnswer({ at: MORNING + day * DAY + index, id: anEventId(MORNING + day * DAY + index) })
				);
				expect(foldCard(answers)?.review?.count).toBe(new Set(days).size);
			})
		);
	});
});

describe('laws 1 and 2: two devices have one schedule', () => {
	/** What one device hears of two claims, some of it in the same moments as the other. */
	const arbitraryLog = (device: number): fc.Arbitrary<readonly Answered[]> =>
		fc.array(
			fc
				.record({
					day: fc.nat(8),
					hour: fc.nat(3),
					claim: fc.constantFrom('a', 'b'),
					offset: fc.constantFrom(0, 780, -600),
					verdict: arbitraryVerdict
				})
				.map(({ day, hour, claim, offset, verdict }) => {
					const at = MORNING + day * DAY + hour * HOUR;
					return anAnswer({ ...verdict, at, claim, offset, id: anEventId(at, device) });
				}),
			{ maxLength: 25 }
		);
	const byId = (log: readonly Answered[]): readonly Answered[] => [
		...new Map(log.map((event) => [event.id, event])).values()
	];

	it('whichever is merged into the other', () => {
		fc.assert(
			fc.property(arbitraryLog(1), arbitraryLog(2), (phone, tablet) => {
				const [one, other] = [foldEvents([...phone, ...tablet]), foldEvents([...tablet, ...phone])];
				expect(one.cards).toEqual(other.cards);
				expect(one.days).toEqual(other.days);
			})
		);
	});

	it('whether a card hears its answers one by one or all at once', () => {
		fc.assert(
			fc.property(arbitraryLog(1), arbitraryLog(2), (phone, tablet) => {
				const answers = byId([...phone, ...tablet]).filter(({ claim }) => claim === 'a');
				let card: Card | undefined;
				const heard: Answered[] = [];
				for (const event of answers) {
					heard.push(event);
					// As a store does: what comes late has its claim folded again.
					card = card === undefined || comesAfter(card, event) ? addToCard(card, event) : foldCard(heard);
				}
				expect(card).toEqual(foldCard(answers));
			})
		);
	});

	it('which hears, of two answers on one day, the earlier', () => {
		const phone = anAnswer({ at: MORNING, right: false, id: anEventId(MORNING, 1) });
		const tablet = anAnswer({ at: MORNING + HOUR, id: anEventId(MORNING + HOUR, 2) });
		for (const log of [
			[phone, tablet],
			[tablet, phone]
		]) {
			expect(foldCard(log)?.review).toMatchObject({ count: 1, lastGrade: 'again' });
		}
	});
});
