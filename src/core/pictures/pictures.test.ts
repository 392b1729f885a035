import { describe, expect, it } from 'vitest';
import { aClaim } from '#tests/fixtures/builders.ts';
import { aCard, aDay, anOutline, aReview, aSectionEntry, TODAY } from '#tests/fixtures/progress.ts';
import { OFTEN_FORGOTTEN } from '../card.ts';
import { addDays, type Day } from '../day.ts';
import { NO_TALLY } from '../totals.ts';
import { activityOfYear, spanOf } from './activity.ts';
import { calibrate, estimateShare } from './calibration.ts';
import { forecastDue } from './forecast.ts';
import { weighGoal } from './goal.ts';
import { foreseeReadiness } from './readiness.ts';
import { recallByWeek, recentRecall } from './recall.ts';
import { usualChance } from './tally.ts';
import { sumTime } from './time.ts';
import { findOftenForgotten, findSuspended } from './troubled.ts';
import { mondayOf } from './week.ts';

const MONDAY = '2026-03-02' as Day;

describe('mondayOf', () => {
	it('goes back to Monday, from a Sunday by six days', () => {
		expect([MONDAY, TODAY, addDays(MONDAY, 6)].map(mondayOf)).toEqual([MONDAY, MONDAY, MONDAY]);
		expect(mondayOf(addDays(MONDAY, 7))).toBe(addDays(MONDAY, 7));
	});
});

describe('forecastDue', () => {
	it('has fourteen days from today on, and what is overdue on today', () => {
		const due = new Map([
			[addDays(TODAY, -300), 2],
			[addDays(TODAY, -1), 3],
			[TODAY, 4],
			[addDays(TODAY, 13), 5],
			[addDays(TODAY, 14), 6]
		]);
		const days = forecastDue(due, TODAY);
		expect(days).toHaveLength(14);
		expect(days[0]).toEqual({ day: TODAY, due: 4, overdue: 5 });
		expect(days[1]).toEqual({ day: addDays(TODAY, 1), due: 0, overdue: 0 });
		expect(days[13]).toEqual({ day: addDays(TODAY, 13), due: 5, overdue: 0 });
	});
});

describe('recall over time', () => {
	const reviewed = (day: Day, answers: number, rights: number, chances = 0) =>
		aDay({ day, reviews: { answers, rights, chances } });

	it('puts each day into its week and takes guesses off', () => {
		const days = [
			reviewed(MONDAY, 6, 5, 20_000),
			reviewed(TODAY, 6, 5, 20_000),
			reviewed(addDays(MONDAY, -1), 4, 4)
		];
		const weeks = recallByWeek(days, TODAY);
		expect(weeks).toHaveLength(12);
		// Of 12 answers 4 would be right by guessing: 6 of the other 8 were known.
		expect(weeks.at(-1)).toMatchObject({ monday: MONDAY, answers: 12, isEnough: true, known: 0.75 });
		expect(weeks.at(-1)!.right).toBeCloseTo(10 / 12, 9);
		expect(weeks.at(-2)).toMatchObject({ answers: 4, isEnough: false, right: 1, known: 1 });
		expect(weeks.at(-3)).toMatchObject({ answers: 0, right: undefined, known: undefined });
		expect(recentRecall(days, TODAY)).toMatchObject({ answers: 16, known: (14 - 4) / (16 - 4) });
	});

	it('forgets what was longer ago than it shows', () => {
		expect(recentRecall([reviewed(addDays(MONDAY, -7 * 11 - 1), 20, 20)], TODAY).answers).toBe(0);
		expect(recentRecall([reviewed(addDays(MONDAY, -7 * 11), 20, 20)], TODAY).answers).toBe(20);
	});

	it('says nothing where guessing explains every right answer', () => {
		expect(recentRecall([reviewed(TODAY, 10, 10, 100_000)], TODAY).known).toBeUndefined();
	});
});

describe('calibrate', () => {
	const sure = (answers: number, rights: number, day = TODAY) =>
		aDay({
			day,
			certainties: {
				guess: NO_TALLY,
				'think-so': NO_TALLY,
				sure: { answers, rights, chances: 2500 * answers }
			}
		});

	it('adds up the days, each certainty by itself', () => {
		const [guess, , certain] = calibrate([sure(30, 26), sure(10, 8, MONDAY)]);
		expect(guess).toMatchObject({ certainty: 'guess', answers: 0, right: undefined, chance: 0 });
		expect(certain).toMatchObject({ certainty: 'sure', answers: 40, rights: 34, chance: 0.25 });
		expect(certain!.right!.share).toBe(0.85);
	});

	it('says nothing of fewer than ten answers', () => {
		expect(calibrate([sure(9, 9)])[2]!.right).toBeUndefined();
		expect(calibrate([sure(10, 9)])[2]!.right).toBeDefined();
	});
});

describe('estimateShare', () => {
	it('agrees with published score intervals', () => {
		// Newcombe 1998, table I, method 3.
		for (const [rights, answers, low, high] of [
			[81, 263, 0.2553, 0.3662],
			[15, 148, 0.0624, 0.1605],
			[0, 20, 0, 0.1611],
			[1, 29, 0.0061, 0.1718]
		] as const) {
			const estimate = estimateShare(rights, answers);
			expect(estimate.low).toBeCloseTo(low, 4);
			expect(estimate.high).toBeCloseTo(high, 4);
		}
		expect(estimateShare(20, 20).high).toBe(1);
	});
});

describe('activityOfYear', () => {
	it('has 52 weeks, in quarters, with nothing after today', () => {
		const quarters = activityOfYear([], TODAY);
		expect(quarters.map(({ length }) => length)).toEqual([13, 13, 13, 13]);
		const days = quarters.flat().flatMap((week) => week.days);
		expect(days).toHaveLength(51 * 7 + 4);
		expect(spanOf(quarters[3]!).to).toBe(TODAY);
		expect(spanOf(quarters[2]!).to).toBe(addDays(spanOf(quarters[3]!).from, -1));
	});

	it('marks days by sessions of ten, and sums up the week', () => {
		const answers = [0, 1, 9, 10].map((count, index) =>
			aDay({ day: addDays(MONDAY, index), answers: count })
		);
		const week = activityOfYear(answers, TODAY)[3]!.at(-1)!;
		expect(week.days.map(({ mark }) => mark)).toEqual([0, 1, 1, 2]);
		expect(week).toMatchObject({ monday: MONDAY, studiedDays: 3, answers: 20 });
		expect(
			activityOfYear([aDay({ answers: 40 })], TODAY)[3]!
				.at(-1)!
				.days.at(-1)!.mark
		).toBe(4);
	});
});

describe('sumTime', () => {
	it('tells this week from all, and lays out four weeks from a Monday on', () => {
		const days = [aDay({ spentMillis: 1 }), aDay({ day: addDays(MONDAY, -1), spentMillis: 10 })];
		const old = aDay({ day: addDays(TODAY, -900), spentMillis: 100 });
		const time = sumTime([old, ...days], TODAY);
		expect(time).toMatchObject({ weekMillis: 1, allMillis: 111 });
		expect(time.days).toHaveLength(28);
		expect(time.days[20]).toEqual({ day: addDays(MONDAY, -1), spentMillis: 10 });
		expect(time.days[24]).toEqual({ day: TODAY, spentMillis: 1 });
	});
});

describe('foreseeReadiness', () => {
	const outline = anOutline({
		sections: [aSectionEntry({ claims: 4 })],
		claimsBySection: new Map([['scale', ['a', 'b', 'c', 'd'].map((id) => aClaim({ id }))]])
	});
	const stable = aReview({ day: TODAY, memory: { stability: 40, difficulty: 5 } });
	const cards = [
		aCard({ claim: 'a', review: stable }),
		aCard({ claim: 'b', review: stable }),
		aCard({ claim: 'c' }),
		aCard({ claim: 'retired', review: stable })
	];

	it('adds up what should be left of each claim, those never reviewed giving nothing', () => {
		const ready = foreseeReadiness(outline, cards, 0, addDays(TODAY, 40));
		expect(ready).toMatchObject({ claims: 4, reviewed: 2 });
		expect(ready.recall).toBeCloseTo(0.9, 6);
		expect(ready.right).toBeCloseTo(1.8, 6);
		expect(ready.known).toBeCloseTo(1.8, 6);
	});

	it('takes off what guessing alone would give', () => {
		const ready = foreseeReadiness(outline, cards, 0.5, addDays(TODAY, 40));
		expect(ready.right).toBeCloseTo(1.8, 6);
		expect(ready.known).toBeCloseTo(1.6, 6);
	});

	it('foresees nothing for who has reviewed nothing', () => {
		expect(foreseeReadiness(outline, [], 0.3, TODAY)).toMatchObject({
			reviewed: 0,
			recall: undefined,
			known: 0
		});
	});
});

describe('usualChance', () => {
	it('goes by reviews, and before there are any by answers given with a certainty', () => {
		const certainties = {
			guess: NO_TALLY,
			'think-so': NO_TALLY,
			sure: { answers: 2, rights: 1, chances: 5000 }
		};
		const early = aDay({ certainties });
		expect(usualChance([])).toBe(0);
		expect(usualChance([early])).toBe(0.25);
		expect(usualChance([early, aDay({ reviews: { answers: 4, rights: 1, chances: 20_000 } })])).toBe(0.5);
	});
});

describe('weighGoal', () => {
	const studiedOn = (...afterMonday: number[]) =>
		afterMonday.map((after) => aDay({ day: addDays(MONDAY, after) }));

	it('counts this week’s days with an answer', () => {
		const goal = weighGoal(studiedOn(-1, 0, 1), TODAY, 3);
		expect(goal).toMatchObject({ studied: 2, state: 'open' });
		expect(goal.days.map(({ isOpen }) => isOpen)).toEqual([false, false, false, true, true, true, true]);
	});

	it('is reached with the last day wanted', () => {
		expect(weighGoal(studiedOn(0, 1, 3), TODAY, 3).state).toBe('reached');
	});

	it('is open while the days that are left suffice, today among them', () => {
		expect(weighGoal(studiedOn(0), TODAY, 5).state).toBe('open');
		expect(weighGoal(studiedOn(0), TODAY, 6).state).toBe('past');
		expect(weighGoal(studiedOn(0, 3), TODAY, 5).state).toBe('open');
		expect(weighGoal(studiedOn(0), addDays(TODAY, 1), 5).state).toBe('past');
	});
});

describe('claims that want attention', () => {
	const claimsBySection = new Map([['scale', ['a', 'b', 'c'].map((id) => aClaim({ id }))]]);
	const outline = anOutline({ claimsBySection });
	const forgotten = (claim: string, lapses: number, suspended = false) =>
		aCard({ claim, suspended, review: aReview({ lapses }) });

	it('are those forgotten often, the worst first, unless they are left out', () => {
		const cards = [forgotten('a', OFTEN_FORGOTTEN), forgotten('b', 9), forgotten('c', OFTEN_FORGOTTEN - 1)];
		expect(findOftenForgotten(outline, cards).map(({ claim }) => claim.id)).toEqual(['b', 'a']);
		expect(findOftenForgotten(outline, [forgotten('a', 9, true)])).toEqual([]);
	});

	it('are those left out, in the order of the course, and none that the course no longer has', () => {
		const cards = ['c', 'gone', 'a'].map((claim) => forgotten(claim, 0, true));
		expect(findSuspended(outline, [...cards, forgotten('b', 0)]).map(({ claim }) => claim.id)).toEqual([
			'a',
			'c'
		]);
	});
});
