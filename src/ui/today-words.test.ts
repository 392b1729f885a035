import { describe, expect, it } from 'vitest';
import type { Day } from '#core/day.ts';
import { makeAction, makeAlso, makeDayWords, makeSentences, type TodayStanding } from './today-words.ts';

type Today = NonNullable<TodayStanding['today']>;

function standing(action: TodayStanding['action'], values: Partial<Today> = {}): TodayStanding {
	const today = { reviews: [], putOff: 0, due: 0, isCatchUp: false, isEnough: false, newClaims: 0 };
	return { action, today: { ...today, hasNew: true, nextDay: undefined, ...values } };
}

const reviews = (count: number): readonly unknown[] => Array.from({ length: count });

describe('the words for a day', () => {
	it('name what the one action does', () => {
		expect(makeAction(standing('review', { reviews: reviews(1) }))).toBe('Review 1 claim');
		expect(makeAction(standing('learn', { newClaims: 5 }))).toBe('Learn 5 new claims');
		expect(makeAction(standing('continue'))).toBeUndefined();
	});

	it('say what is due and what is new, and count no debt', () => {
		const some = standing('review', { reviews: reviews(7), due: 7, newClaims: 5 });
		expect(makeSentences(some)).toEqual(['7 claims are due today.', 'Then 5 new claims.']);
		const many = { reviews: reviews(20), putOff: 140, due: 21 };
		const spread = '20+ claims are due: 20 now, the rest over the next days.';
		expect(makeSentences(standing('review', many))).toEqual([spread]);
		expect(makeSentences(standing('review', { ...many, isCatchUp: true }))).toEqual([
			'Welcome back: 20 now, the rest over the next days.'
		]);
	});

	it('end a day calmly, with something left for who wants more', () => {
		const done = standing('done', { nextDay: '2026-03-05' as Day });
		expect(makeSentences(done, 'en')).toEqual(['All done for today; next review on Thursday, March 5.']);
		expect(makeAlso(done).map(({ mode }) => mode)).toEqual(['practice', 'learn']);
		const enough = standing('done', { isEnough: true, reviews: reviews(20), due: 21 });
		expect(makeSentences(enough)).toEqual(['Enough for today. The rest comes over the next days.']);
		expect(makeAlso(enough).map(({ mode }) => mode)).toEqual(['practice', 'review']);
		expect(makeAlso(standing('review'))).toEqual([]);
	});

	it('name a day as the calendar has it, whatever the zone', () => {
		expect(makeDayWords('2026-12-12' as Day, 'en-GB')).toBe('Saturday 12 December');
	});
});
