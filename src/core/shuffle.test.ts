import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	aCategorise,
	aMatching,
	aMultipleChoice,
	anOrdering,
	aSingleChoice,
	aTrueFalse,
	QUESTION_BUILDERS
} from '#tests/fixtures/builders.ts';
import { gradeAnswer } from './grading.ts';
import { QUESTION_KINDS, type Question } from './question.ts';
import { screenOrder, seededRandom, seedOf, shuffle } from './shuffle.ts';

const arbitrarySeed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('seededRandom', () => {
	it('gives the same numbers in [0, 1) for the same seed', () => {
		fc.assert(
			fc.property(arbitrarySeed, (seed) => {
				const [one, two] = [seededRandom(seed), seededRandom(seed)];
				for (let count = 0; count < 20; count += 1) {
					const value = one();
					expect(value).toBe(two());
					expect(value >= 0 && value < 1).toBe(true);
				}
			})
		);
	});
});

describe('seedOf', () => {
	it('is FNV-1a, so that an order once shown can be shown again', () => {
		expect(seedOf('')).toBe(0x811c9dc5);
		expect(seedOf('a')).toBe(0xe40c292c);
		expect(seedOf('foobar')).toBe(0xbf9cf968);
	});
});

describe('shuffle', () => {
	it('keeps each value once and leaves its input alone', () => {
		fc.assert(
			fc.property(fc.array(fc.nat()), arbitrarySeed, (values, seed) => {
				const before = [...values];
				const shuffled = shuffle(values, seededRandom(seed));
				expect(values).toEqual(before);
				expect([...shuffled].sort()).toEqual([...values].sort());
			})
		);
	});

	it('gives each of the six orders of three about as often', () => {
		const counts = new Map<string, number>();
		for (let seed = 0; seed < 6000; seed += 1) {
			const key = shuffle(['a', 'b', 'c'], seededRandom(seed)).join('');
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
		expect(counts.size).toBe(6);
		for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
	});
});

describe('screenOrder', () => {
	it.each(QUESTION_KINDS)('%s: the same seed gives the same order', (kind) => {
		const question = QUESTION_BUILDERS[kind]();
		expect(screenOrder(question, 7)).toEqual(screenOrder(question, 7));
	});

	it('holds each option, step, entry and right side once', () => {
		const extras = [{ id: 'extra', text: 'Extra', why: 'No pair.' }];
		fc.assert(
			fc.property(arbitrarySeed, (seed) => {
				const sorted = (question: Question): string[] => [...screenOrder(question, seed)].sort();
				expect(sorted(aSingleChoice())).toEqual(['key', 'other', 'wrong']);
				expect(sorted(aMultipleChoice())).toEqual(['a', 'b', 'c', 'd']);
				expect(sorted(aMatching({ extras }))).toEqual(['extra', 'one', 'three', 'two']);
				expect(sorted(anOrdering())).toEqual(['first', 'fourth', 'second', 'third']);
				expect(sorted(aCategorise())).toEqual(['count', 'praise']);
			})
		);
	});

	it('keeps the written order where order has meaning', () => {
		for (let seed = 0; seed < 50; seed += 1) {
			expect(screenOrder(aSingleChoice({ shuffle: false }), seed)).toEqual(['key', 'wrong', 'other']);
			expect(screenOrder(aTrueFalse(), seed)).toEqual(['true', 'false']);
		}
	});

	it('an ordering never starts solved', () => {
		fc.assert(
			fc.property(arbitrarySeed, fc.integer({ min: 2, max: 8 }), (seed, length) => {
				const steps = Array.from({ length }, (_, index) => ({ id: `s${index}`, text: 'Step' }));
				const question = anOrdering({ steps });
				const ids = screenOrder(question, seed);
				expect([...ids].sort()).toEqual(steps.map(({ id }) => id).sort());
				expect(gradeAnswer(question, { kind: 'order', ids })).toMatchObject({ kind: 'graded', right: false });
			}),
			{ numRuns: 300 }
		);
	});

	it('puts the options of each chosen gap in an order of their own', () => {
		const order = screenOrder(QUESTION_BUILDERS.cloze(), 1);
		expect([...order].sort()).toEqual(['chosen/key', 'chosen/other', 'chosen/wrong']);
	});

	it.each(['numeric', 'short-text', 'estimate'] as const)('%s has nothing to put in order', (kind) => {
		expect(screenOrder(QUESTION_BUILDERS[kind](), 1)).toEqual([]);
	});
});
