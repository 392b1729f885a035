import { describe, expect, it } from 'vitest';
import type { Day } from '#core/day.ts';
import { horizonOf, readPlan } from './learner-plan.ts';

describe('readPlan', () => {
	it('takes the goal and the day of the course from the settings', () => {
		const settings = new Map<string, unknown>([
			['weekly-goal-days', 6],
			['ready-by/course', '2026-06-01'],
			['ready-by/other', '2026-07-01']
		]);
		expect(readPlan(settings, 'course')).toEqual({ goalDays: 6, readyBy: '2026-06-01' });
	});

	it('is four days a week and no day to be ready by, where nothing is chosen', () => {
		expect(readPlan(new Map(), 'course')).toEqual({ goalDays: 4, readyBy: undefined });
	});

	it('plans for the day itself, and for no day that is past', () => {
		const plan = readPlan(new Map([['ready-by/course', '2026-06-01']]), 'course');
		expect(horizonOf(plan, '2026-06-01' as Day)).toBe('2026-06-01');
		expect(horizonOf(plan, '2026-06-02' as Day)).toBeUndefined();
	});

	it.each([['soon'], ['2026-13-01'], [20260601], [null]])('does not take %j for a day', (value) => {
		const settings = new Map<string, unknown>([
			['weekly-goal-days', 40],
			['ready-by/course', value]
		]);
		expect(readPlan(settings, 'course')).toEqual({ goalDays: 4, readyBy: undefined });
	});
});
