import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS, type Level } from './question.ts';
import { pickWording, type Wording } from './wording.ts';

const wording = (id: string, level: Level): Wording => ({ id, level });

const arbitraryWordings = fc.uniqueArray(
	fc.record({
		id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'constructor'),
		level: fc.constantFrom(...LEVELS)
	}),
	{ selector: ({ id }) => id, minLength: 1 }
);

/** Which wordings are asked, one after the other. */
function askTimes(questions: readonly Wording[], times: number): readonly Wording[] {
	const seen: Record<string, number> = {};
	return Array.from({ length: times }, () => {
		const picked = pickWording(questions, { seen: { ...seen } })!;
		seen[picked.id] = (Object.hasOwn(seen, picked.id) ? seen[picked.id]! : 0) + 1;
		return picked;
	});
}

describe('pickWording', () => {
	const questions = [wording('a', 'remember'), wording('b', 'remember'), wording('c', 'apply')];
	const pick = (seen: Readonly<Record<string, number>>): string | undefined =>
		pickWording(questions, { seen })?.id;

	it('of a claim never asked for takes the question written first', () => {
		expect(pickWording(questions, undefined)?.id).toBe('a');
	});

	it('takes a level that was not shown before a wording that was not', () => {
		expect(pick({ a: 1 })).toBe('c');
		expect(pick({ a: 5, b: 1 })).toBe('c');
	});

	it('takes the wording seen least once all levels were shown', () => {
		expect(pick({ a: 1, c: 1 })).toBe('b');
		expect(pick({ a: 2, b: 2, c: 1 })).toBe('c');
		expect(pick({ a: 2, b: 1, c: 2 })).toBe('b');
	});

	it('takes the one written first of those seen as often', () => {
		expect(pick({ a: 1, b: 1, c: 1 })).toBe('a');
	});

	it('goes by the questions that there are, whatever else was seen', () => {
		expect(pick({ gone: 7, a: 1 })).toBe('c');
	});

	it('of no questions takes none', () => {
		expect(pickWording([], { seen: { a: 1 } })).toBeUndefined();
	});

	it('asks at every level before any twice, and by every wording before any again', () => {
		fc.assert(
			fc.property(arbitraryWordings, fc.integer({ min: 1, max: 3 }), (written, rounds) => {
				const asked = askTimes(written, written.length * rounds);
				const levels = new Set(written.map(({ level }) => level));
				expect(new Set(asked.slice(0, levels.size).map(({ level }) => level))).toEqual(levels);
				for (const { id } of written) expect(asked.filter((each) => each.id === id)).toHaveLength(rounds);
				expect(askTimes(written, written.length * rounds)).toEqual(asked);
			})
		);
	});
});
