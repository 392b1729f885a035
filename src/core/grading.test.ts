import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	aCategorise,
	aCloze,
	aMatching,
	aMultipleChoice,
	aNumeric,
	anEstimate,
	anOrdering,
	aShortText,
	aSingleChoice,
	aTrueFalse,
	QUESTION_BUILDERS
} from '#tests/fixtures/builders.ts';
import { emptyAnswer, UNKNOWN, type Answer } from './answer.ts';
import { gradeAnswer, type Outcome } from './grading.ts';
import { QUESTION_KINDS, type Question } from './question.ts';

const choose = (...options: string[]): Answer => ({ kind: 'choice', options });
const type = (text: string): Answer => ({ kind: 'text', text });
const fill = (gaps: Record<string, string>): Answer => ({ kind: 'gaps', gaps });
const pair = (pairs: Record<string, string>): Answer => ({ kind: 'pairs', pairs });
const order = (...ids: string[]): Answer => ({ kind: 'order', ids });

function scoreOf(question: Question, answer: Answer): number | string {
	const outcome = gradeAnswer(question, answer);
	return outcome.kind === 'graded' ? outcome.score : outcome.reason;
}

function partsOf(question: Question, answer: Answer): Readonly<Record<string, boolean>> {
	return (gradeAnswer(question, answer) as Extract<Outcome, { kind: 'graded' }>).parts;
}

describe('any kind of question', () => {
	it.each(QUESTION_KINDS)('%s: "I do not know" is graded, and worth nothing', (kind) => {
		const outcome = gradeAnswer(QUESTION_BUILDERS[kind](), UNKNOWN);
		expect(outcome).toEqual({ kind: 'graded', score: 0, right: false, parts: {} });
	});

	it.each(QUESTION_KINDS.filter((kind) => kind !== 'ordering'))(
		'%s: an untouched answer is not graded',
		(kind) => {
			const question = QUESTION_BUILDERS[kind]();
			expect(scoreOf(question, emptyAnswer(question, []))).toBe('empty');
		}
	);

	it('an answer of a foreign shape throws', () => {
		expect(() => gradeAnswer(aNumeric(), choose('a'))).toThrow(TypeError);
		expect(() => gradeAnswer(aSingleChoice(), type('key'))).toThrow(TypeError);
	});

	it('an id that every object inherits is not an answer', () => {
		const gaps = [{ id: 'constructor', answers: ['x'] }];
		expect(scoreOf(aCloze({ text: '{constructor}', gaps }), fill({}))).toBe('empty');
	});
});

describe('single choice', () => {
	it('is right for the key and wrong for any other option', () => {
		expect(gradeAnswer(aSingleChoice(), choose('key'))).toMatchObject({
			score: 1,
			right: true,
			parts: { key: true }
		});
		expect(gradeAnswer(aSingleChoice(), choose('wrong'))).toMatchObject({ score: 0, right: false });
	});

	it('an option that is not there is not graded', () => {
		expect(scoreOf(aSingleChoice(), choose('gone'))).toBe('empty');
	});
});

describe('multiple choice', () => {
	it.each([
		[['a', 'b'], 1],
		[['b', 'a', 'b'], 1],
		[['a'], 0.5],
		[['a', 'b', 'c'], 0.5],
		[['a', 'c'], 0],
		[['c', 'd'], 0],
		[['a', 'b', 'c', 'd'], 0]
	])('%j scores right choices less wrong ones: %d', (options, score) => {
		expect(gradeAnswer(aMultipleChoice(), choose(...options))).toMatchObject({ score, right: score === 1 });
	});

	it('says of each chosen option whether it is a key', () => {
		expect(partsOf(aMultipleChoice(), choose('a', 'c'))).toEqual({ a: true, c: false });
	});
});

describe('true or false', () => {
	it('is right for what the key says', () => {
		expect(scoreOf(aTrueFalse({ answer: true }), choose('true'))).toBe(1);
		expect(scoreOf(aTrueFalse({ answer: false }), choose('true'))).toBe(0);
		expect(scoreOf(aTrueFalse({ answer: false }), choose('false'))).toBe(1);
	});
});

describe('numeric', () => {
	it('without a tolerance takes the number alone', () => {
		expect(scoreOf(aNumeric({ answer: 42 }), type('42'))).toBe(1);
		expect(scoreOf(aNumeric({ answer: 42 }), type('42.001'))).toBe(0);
	});

	it('takes both ends of the tolerance, whatever binary makes of them', () => {
		const question = aNumeric({ answer: 0.3, tolerance: 0.1 });
		expect(['0.2', '0.4', '0.19', '0.41'].map((text) => scoreOf(question, type(text)))).toEqual([1, 1, 0, 0]);
	});

	it('takes the number in the unit, in full, and with its number word', () => {
		const question = aNumeric({ answer: 5.44, unit: 'million stations' });
		for (const text of ['5.44', '5,440,000', '5.44 million', '544万'])
			expect(scoreOf(question, type(text))).toBe(1);
		expect(scoreOf(question, type('5.44 billion'))).toBe(0);
	});

	it('what is no number is not graded', () => {
		expect(scoreOf(aNumeric(), type('about 42'))).toBe('not-a-number');
		expect(scoreOf(aNumeric(), type('1e999'))).toBe('not-a-number');
		expect(scoreOf(aNumeric(), type('  '))).toBe('empty');
	});
});

describe('short text', () => {
	it('takes any wording, and no other', () => {
		const question = aShortText({ answers: ['firewall', 'packet filter'] });
		expect(scoreOf(question, type('Fire-Wall'))).toBe(1);
		expect(scoreOf(question, type('packet filter.'))).toBe(1);
		expect(scoreOf(question, type('filter'))).toBe(0);
		expect(scoreOf(question, type(' '))).toBe('empty');
	});
});

describe('cloze', () => {
	it('scores the share of right gaps and names each', () => {
		expect(scoreOf(aCloze(), fill({ typed: 'Big', chosen: 'key' }))).toBe(1);
		expect(scoreOf(aCloze(), fill({ typed: 'strong', chosen: 'key' }))).toBe(0.5);
		expect(partsOf(aCloze(), fill({ typed: 'big', chosen: 'wrong' }))).toEqual({
			typed: true,
			chosen: false
		});
	});

	it('with one gap open is incomplete, not wrong', () => {
		expect(scoreOf(aCloze(), fill({ typed: 'big' }))).toBe('incomplete');
		expect(scoreOf(aCloze(), fill({ typed: 'big', chosen: ' ' }))).toBe('incomplete');
	});
});

describe('matching', () => {
	it('scores the share of right pairs and names each', () => {
		const given = pair({ one: 'one', two: 'three', three: 'two' });
		expect(scoreOf(aMatching(), given)).toBeCloseTo(1 / 3);
		expect(partsOf(aMatching(), given)).toEqual({ one: true, two: false, three: false });
		expect(scoreOf(aMatching(), pair({ one: 'one', two: 'two', three: 'three' }))).toBe(1);
	});

	it('takes either of two right sides that read the same', () => {
		const pairs = [
			{ id: 'one', left: 'One', right: 'Same' },
			{ id: 'two', left: 'Two', right: 'Same' }
		];
		expect(scoreOf(aMatching({ pairs }), pair({ one: 'two', two: 'one' }))).toBe(1);
	});

	it('an extra belongs to no left side', () => {
		const question = aMatching({ extras: [{ id: 'extra', text: 'Extra', why: 'No pair.' }] });
		expect(partsOf(question, pair({ one: 'extra', two: 'two', three: 'three' }))).toEqual({
			one: false,
			two: true,
			three: true
		});
	});

	it('with one left side open is incomplete, not wrong', () => {
		expect(scoreOf(aMatching(), pair({ one: 'one' }))).toBe('incomplete');
	});
});

describe('ordering', () => {
	it.each([
		[['first', 'second', 'third', 'fourth'], 1],
		[['fourth', 'first', 'second', 'third'], 2 / 3],
		[['first', 'third', 'second', 'fourth'], 2 / 3],
		[['second', 'first', 'fourth', 'third'], 1 / 3],
		[['fourth', 'third', 'second', 'first'], 0]
	])('%j scores %d', (ids, score) => {
		expect(scoreOf(anOrdering(), order(...ids))).toBeCloseTo(score);
	});

	it('names the steps that stand in their place', () => {
		const parts = { first: true, third: false, second: false, fourth: true };
		expect(partsOf(anOrdering(), order('first', 'third', 'second', 'fourth'))).toEqual(parts);
	});

	it('without all steps, or with one twice, is incomplete', () => {
		expect(scoreOf(anOrdering(), order('first', 'second', 'third'))).toBe('incomplete');
		expect(scoreOf(anOrdering(), order('first', 'second', 'third', 'third'))).toBe('incomplete');
		expect(scoreOf(anOrdering(), order('first', 'second', 'third', 'fourth', 'first'))).toBe('incomplete');
		expect(scoreOf(anOrdering(), order('first', 'second', 'third', 'gone'))).toBe('incomplete');
	});

	it('one step moved costs one step, wherever it went', () => {
		fc.assert(
			fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(7), fc.nat(7), (length, from, to) => {
				const ids = Array.from({ length }, (_, index) => `s${index}`);
				const moved = ids.filter((_, index) => index !== from % length);
				moved.splice(to % length, 0, ids[from % length]!);
				const question = anOrdering({ steps: ids.map((id) => ({ id, text: id })) });
				const cost = from % length === to % length ? 0 : 1;
				expect(scoreOf(question, order(...moved))).toBeCloseTo((length - 1 - cost) / (length - 1));
			})
		);
	});
});

describe('categorise', () => {
	it('scores the share of entries in their category', () => {
		expect(scoreOf(aCategorise(), pair({ count: 'figure', praise: 'judgement' }))).toBe(1);
		expect(scoreOf(aCategorise(), pair({ count: 'figure', praise: 'figure' }))).toBe(0.5);
		expect(scoreOf(aCategorise(), pair({ count: 'figure' }))).toBe('incomplete');
	});
});

describe('estimate', () => {
	it.each([
		['100', 1],
		['110', 1],
		['90', 1],
		['130', 0.5],
		['70', 0.5],
		['150', 0],
		['900', 0]
	])('of %s for 100 scores %d', (text, score) => {
		const outcome = gradeAnswer(anEstimate({ answer: 100, close: 0.1, far: 0.5 }), type(text));
		expect(outcome).toMatchObject({ score: expect.closeTo(score, 9), right: score === 1 });
	});

	it('of a negative figure is measured by its size', () => {
		expect(scoreOf(anEstimate({ answer: -100 }), type('-105'))).toBe(1);
		expect(scoreOf(anEstimate({ answer: -100 }), type('100'))).toBe(0);
	});

	it('what is no number is not graded', () => {
		expect(scoreOf(anEstimate(), type('a lot'))).toBe('not-a-number');
	});
});
