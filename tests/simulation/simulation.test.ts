import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/shuffle.ts';
import { live, type Life, type LifePlan } from './life.ts';
import { MEMORY_MODELS } from './memory.ts';
import { estimateMean, liveAll, reportSimulation } from './report.ts';

const SMALL = { seeds: 6, days: 90, claims: 49, minutesPerDay: 5 };

function meanOf(lives: readonly Life[]): number {
	return lives.reduce((sum, { recall }) => sum + recall, 0) / lives.length;
}

describe('a simulation', () => {
	it('of the same settings is the same', () => {
		const tell = (): readonly string[] => [
			...reportSimulation({ seeds: 2, days: 6, claims: 12, minutesPerDay: 2 })
		];
		expect(tell()).toEqual(tell());
	});

	it('gives each learner other claims, and all strategies of one learner the same', () => {
		const plan = { model: MEMORY_MODELS['two strengths'], days: 3, claims: 9, allowance: { perDay: 900 } };
		const recallOf = (values: Pick<LifePlan, 'seed' | 'strategy'>): number =>
			live({ ...plan, ...values }).recall;
		const one = { seed: 'one', strategy: 'schedule' } as const;
		expect(recallOf(one)).toBe(recallOf(one));
		expect(recallOf({ ...one, seed: 'other' })).not.toBe(recallOf(one));
	});

	it('gives nobody more minutes than the other has had', () => {
		const model = MEMORY_MODELS['power-law traces'];
		const settings = { ...SMALL, seeds: 2, days: 20 };
		const { schedule } = liveAll(settings, model);
		const paced = liveAll(settings, model, { name: 'schedule', lives: schedule });
		expect(paced.schedule).toEqual(schedule);
		for (const [learner, { minutes }] of paced['all in turn'].entries()) {
			// The question at which the time is up is still answered.
			expect(Math.abs(minutes - schedule[learner]!.minutes)).toBeLessThan(1.5);
		}
	});

	describe.each(Object.entries(MEMORY_MODELS))('where memory is %s', (_, model) => {
		const asked = liveAll(SMALL, model);

		it('the schedule is ahead of fixed spacing within five minutes a day', () => {
			expect(meanOf(asked.schedule)).toBeGreaterThan(meanOf(asked['fixed spacing']) + 0.05);
		});

		it('the schedule is ahead of claims at random where minutes are few', () => {
			const pace = { name: 'fixed spacing', lives: asked['fixed spacing'] } as const;
			const few = liveAll(SMALL, model, pace);
			expect(meanOf(few.schedule)).toBeGreaterThan(meanOf(few['at random']));
		});

		it('what was read is forgotten little by little, and the better kept the more often it is met', () => {
			const [once, twice] = [model(seededRandom(1)), model(seededRandom(1))];
			expect(once.recall(1)).toBe(0);
			for (const memory of [once, twice]) memory.study(1, false);
			twice.study(4, true);
			const recalls = [5, 8, 20, 60].map((day) => once.recall(day));
			expect([...recalls].sort((a, b) => b - a)).toEqual(recalls);
			for (const day of [5, 8, 20, 60]) expect(twice.recall(day)).toBeGreaterThan(once.recall(day));
		});
	});
});

describe('estimateMean', () => {
	it('is the mean with half of its 95 % interval', () => {
		// Student's t for 19 degrees of freedom is 2.093.
		const values = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 1 : 3));
		const { mean, half } = estimateMean(values);
		expect(mean).toBe(2);
		expect(half).toBeCloseTo(2.093 * Math.sqrt(20 / 19 / 20), 3);
	});
});
