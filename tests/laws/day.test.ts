import { foldCard } from '#core/fold-card.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, learnerDay, type Day } from '#core/day.ts';
import { compareEvents, movesCards } from '#core/event.ts';
import { counts, foldEvents, withoutUndone } from '#core/fold.ts';
import { anAnswer, arbitraryHistory, DAY, HOUR, MINUTE } from '#tests/fixtures/builders.ts';
import { dayBefore, wallClock, type LocalTime } from '#tests/fixtures/wall-clock.ts';

/** Every half hour of the year, as the learner's clock and calendar had it. */
function liveYear(timeZone: string, year: number): readonly (LocalTime & { readonly day: Day })[] {
	const clock = wallClock(timeZone);
	const moments: (LocalTime & { readonly day: Day })[] = [];
	for (let at = Date.UTC(year, 0, 1, 12); at < Date.UTC(year, 11, 31, 12); at += HOUR / 2) {
		const local = clock(at);
		moments.push({ ...local, day: learnerDay(at, local.offset) });
	}
	return moments;
}

const CHANGING_ZONES = [
	['Europe/Berlin', 2026, 1],
	['America/New_York', 2026, 1],
	['Australia/Lord_Howe', 2026, 0.5],
	['America/Sao_Paulo', 2018, 1],
	['Europe/Helsinki', 2026, 1],
	['America/St_Johns', 2026, 1]
] as const;

describe('law 7: the day is the learner’s', () => {
	describe.each(CHANGING_ZONES)('%s in %d', (timeZone, year, changeHours) => {
		const moments = liveYear(timeZone, year);
		const hoursByDay = new Map<Day, number>();
		for (const { day } of moments) hoursByDay.set(day, (hoursByDay.get(day) ?? 0) + 0.5);
		const days = [...hoursByDay.keys()];

		it('the day changes at 4 am by the clock on the wall, on every day', () => {
			for (const { date, hour, day } of moments) expect(day).toBe(hour < 4 ? dayBefore(date) : date);
		});

		it('the clock change loses no day and counts none twice', () => {
			const steps = moments.slice(1).map(({ day }, index) => daysBetween(moments[index]!.day, day));
			expect(new Set(steps)).toEqual(new Set([0, 1]));
			expect(days).toHaveLength(365);
		});

		it('the year has one shorter and one longer day', () => {
			const odd = days
				.slice(1, -1)
				.map((day) => hoursByDay.get(day)!)
				.filter((hours) => hours !== 24);
			expect(odd.sort((a, b) => a - b)).toEqual([24 - changeHours, 24 + changeHours]);
		});
	});

	it('an evening session across midnight UTC and local midnight is one day', () => {
		for (const [at, offset] of [
			['2026-03-01T23:50:00Z', 0],
			['2026-03-01T23:50:00+01:00', 60]
		] as const) {
			const start = Date.parse(at);
			const answers = [0, 20, 200].map((minutes) => anAnswer({ at: start + minutes * MINUTE, offset }));
			expect(foldCard(answers)?.review).toMatchObject({ count: 1, day: '2026-03-01' });
		}
	});

	it('a flight east over the date line skips a day and counts none twice', () => {
		const inHonolulu = anAnswer({ at: Date.parse('2026-03-01T20:00:00-10:00'), offset: -600 });
		const inAuckland = anAnswer({ at: Date.parse('2026-03-03T06:00:00+13:00'), offset: 780 });
		const days = [...foldEvents([inHonolulu, inAuckland]).days.values()];
		expect(days.map(({ day, answers }) => [day, answers])).toEqual([
			['2026-03-01', 1],
			['2026-03-03', 1]
		]);
	});

	it('a flight west over the date line lives a day twice, with one review for it', () => {
		const inAuckland = anAnswer({ at: Date.parse('2026-03-03T09:00:00+13:00'), offset: 780 });
		const inHonolulu = anAnswer({ at: Date.parse('2026-03-02T09:00:00-10:00'), offset: -600 });
		const nextDay = anAnswer({ at: Date.parse('2026-03-03T09:00:00-10:00'), offset: -600 });
		expect(inHonolulu.at - inAuckland.at).toBe(-1 * HOUR);
		const { cards, days } = foldEvents([inAuckland, inHonolulu, nextDay]);
		expect(cards.get('course/sites')?.review).toMatchObject({ count: 2, day: '2026-03-03' });
		expect(days.get('2026-03-03')?.answers).toBe(2);
	});

	it('where the learner is later changes no past day', () => {
		fc.assert(
			fc.property(arbitraryHistory, fc.integer({ min: -720, max: 840 }), (history, offset) => {
				const before = foldEvents(history).days;
				const [last] = [...withoutUndone(history)].sort((a, b) => b.at - a.at);
				const away = anAnswer({ at: (last?.at ?? 0) + 10 * DAY, offset });
				const after = new Map(foldEvents([...history, away]).days);
				after.delete(learnerDay(away.at, offset));
				expect(after).toEqual(before);
			})
		);
	});

	it('with flights and clocks set back, each answer counts on one day and each day once for a card', () => {
		fc.assert(
			fc.property(arbitraryHistory, (history) => {
				const answered = [...new Map(withoutUndone(history).map((event) => [event.id, event])).values()]
					.filter(counts)
					.sort(compareEvents);
				const { cards, days } = foldEvents(history);
				const counted = [...days.values()].reduce((sum, { answers }) => sum + answers, 0);
				expect(counted).toBe(answered.length);
				for (const card of cards.values()) {
					const lived = answered
						.filter(
							({ course, claim, mode }) => course === card.course && claim === card.claim && movesCards(mode)
						)
						.map(({ at, offset }) => learnerDay(at, offset));
					// A day that comes again, or an earlier one behind it, has had its review.
					const moving = lived.filter((day, index) => lived.slice(0, index).every((before) => before < day));
					expect(card.review?.count ?? 0).toBe(moving.length);
					expect(card.review?.day).toBe(moving.at(-1));
				}
			})
		);
	});

	it('every stored moment and offset has a day that sorts as text', () => {
		const arbitraryMillis = fc.integer({ min: 0, max: Date.UTC(9999, 11, 30) });
		fc.assert(
			fc.property(arbitraryMillis, fc.integer({ min: -1440, max: 1440 }), (at, offset) => {
				expect(learnerDay(at, offset)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
			})
		);
	});
});
