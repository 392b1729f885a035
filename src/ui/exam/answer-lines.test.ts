import { describe, expect, it } from 'vitest';
import { UNKNOWN, type Answer } from '#core/answer.ts';
import type { Question } from '#core/question.ts';
import {
	aCategorise,
	aCloze,
	aMatching,
	aMultipleChoice,
	aNumeric,
	anOrdering,
	aTrueFalse
} from '#tests/fixtures/builders.ts';
import { makeAnswerLines } from './answer-lines.ts';

const LEFT_OPEN = 'Left open';

describe('what was answered', () => {
	it.each<[string, Question, Answer, readonly string[]]>([
		['choices', aMultipleChoice(), { kind: 'choice', options: ['a', 'd'] }, ['A', 'D']],
		['a truth', aTrueFalse(), { kind: 'choice', options: ['false'] }, ['False']],
		['a text', aNumeric(), { kind: 'text', text: '4.2 million' }, ['4.2 million']],
		['gaps', aCloze(), { kind: 'gaps', gaps: { typed: 'big', chosen: 'key' } }, ['From [big] to [Key].']],
		[
			'a pair',
			aMatching(),
			{ kind: 'pairs', pairs: { one: 'two', two: 'one', three: 'three' } },
			[...['One → Second', 'Two → First', 'Three → Third']]
		],
		[
			'an entry',
			aCategorise(),
			{ kind: 'pairs', pairs: { count: 'figure', praise: 'figure' } },
			[...['A count → Figure', 'A praise → Figure']]
		],
		['an order', anOrdering(), { kind: 'order', ids: ['second', 'first'] }, ['1. second', '2. first']]
	])('is told in the words of the screen: %s', (_, question, answer, lines) => {
		expect(makeAnswerLines(question, answer)).toEqual(lines);
	});

	it('says of each part whether it was left open', () => {
		expect(makeAnswerLines(aNumeric(), UNKNOWN)).toEqual([LEFT_OPEN]);
		expect(makeAnswerLines(aCloze(), { kind: 'gaps', gaps: { typed: ' ' } })).toEqual([
			`From [${LEFT_OPEN}] to [${LEFT_OPEN}].`
		]);
		expect(makeAnswerLines(aCategorise(), { kind: 'pairs', pairs: { count: 'figure' } })[1]).toBe(
			`A praise → ${LEFT_OPEN}`
		);
		expect(makeAnswerLines(aMatching(), { kind: 'pairs', pairs: { one: '' } })[0]).toBe(`One → ${LEFT_OPEN}`);
	});
});
