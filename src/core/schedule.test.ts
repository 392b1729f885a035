import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Grade } from './card.ts';
import { intervalDays, LONGEST_INTERVAL_DAYS, nextMemory, recallAfter, type Memory } from './schedule.ts';

interface Vectors {
	readonly first: Readonly<Record<string, Memory>>;
	readonly ratings: readonly number[];
	readonly days: readonly number[];
	readonly memory: readonly Memory[];
	readonly recallAtStability10: Readonly<Record<string, number>>;
	readonly transitions: readonly {
		readonly s: number;
		readonly d: number;
		readonly t: number;
		readonly rating: number;
		readonly next_s: number;
		readonly next_d: number;
	}[];
}

/** Made by other implementations of FSRS-6; right to 1e-4 of each value. */
const VECTORS = JSON.parse(
	readFileSync(new URL('../../tests/fixtures/schedule/fsrs-6.json', import.meta.url), 'utf8')
) as Vectors;
const GRADES: Readonly<Record<number, Grade>> = { 1: 'again', 2: 'hard', 3: 'good' };

function expectNear(found: Memory, wanted: Memory): void {
	for (const part of ['stability', 'difficulty'] as const) {
		expect(Math.abs(found[part] / wanted[part] - 1), part).toBeLessThan(1e-4);
	}
}

describe('nextMemory', () => {
	it('agrees with the reference on a first answer', () => {
		for (const [rating, wanted] of Object.entries(VECTORS.first)) {
			const grade = GRADES[Number(rating)];
			if (grade) expectNear(nextMemory(undefined, 0, grade), wanted);
		}
	});

	it('agrees with the reference along a history', () => {
		let memory: Memory | undefined;
		for (const [index, rating] of VECTORS.ratings.entries()) {
			memory = nextMemory(memory, VECTORS.days[index]!, GRADES[rating]!);
			expectNear(memory, VECTORS.memory[index]!);
		}
	});

	it('agrees with the reference from any state, a day and more later', () => {
		const known = VECTORS.transitions.filter(({ rating, t }) => GRADES[rating] && t > 0);
		expect(known.length).toBeGreaterThan(3);
		for (const { s, d, t, rating, next_s, next_d } of known) {
			const next = nextMemory({ stability: s, difficulty: d }, t, GRADES[rating]!);
			expectNear(next, { stability: next_s, difficulty: next_d });
		}
	});

	it('takes a clock set back for no time at all', () => {
		const memory = { stability: 10, difficulty: 5 };
		expect(nextMemory(memory, -3, 'good')).toEqual(nextMemory(memory, 0, 'good'));
	});
});

describe('recallAfter and intervalDays', () => {
	it('agree with the reference curve', () => {
		for (const [days, recall] of Object.entries(VECTORS.recallAtStability10)) {
			expect(recallAfter({ stability: 10, difficulty: 5 }, Number(days))).toBeCloseTo(recall, 4);
		}
	});

	it('come back when nine in ten are still known, after a day at least and a year at most', () => {
		expect(intervalDays({ stability: 100, difficulty: 5 })).toBe(100);
		expect(intervalDays({ stability: 0.2, difficulty: 5 })).toBe(1);
		expect(intervalDays({ stability: 5000, difficulty: 5 })).toBe(LONGEST_INTERVAL_DAYS);
	});
});
