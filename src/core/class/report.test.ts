import { describe, expect, test } from 'vitest';
import { aClaim, aNumeric, aSection, aSingleChoice, anOrdering } from '#tests/fixtures/builders.ts';
import type { Answer } from '../answer.ts';
import { ENOUGH_LEARNERS, reportClass } from './report.ts';
import type { HandedAnswer, HandedResult } from './result.ts';

const choice = aSingleChoice({ id: 'choice', claim: 'first' });
const number = aNumeric({ id: 'number', claim: 'second', answer: 12, unit: 'm' });
const order = anOrdering({ id: 'order', claim: 'second' });
const first = aClaim({ id: 'first', where: { paragraph: 1, sentence: 1 } });
const second = aClaim({ id: 'second', where: { paragraph: 2, sentence: 1 } });
const sections = [aSection([choice, number, order], { claims: [first, second] })];
const key = choice.options.find(({ correct }) => correct)!.id;
const wrong = choice.options.find(({ correct }) => !correct)!.id;

function given(question: string, answer: Answer, values: Partial<HandedAnswer> = {}): HandedAnswer {
	return { question, answer, score: 0, right: false, certainty: null, spentMillis: 4000, ...values };
}

function result(id: string, answers: readonly HandedAnswer[]): HandedResult {
	return { id, course: 'course', handedInAt: 0, answers };
}

const chosen = (option: string, values: Partial<HandedAnswer> = {}): HandedAnswer =>
	given('choice', { kind: 'choice', options: [option] }, { right: option === key, ...values });
const typed = (text: string, right: boolean): HandedAnswer =>
	given('number', { kind: 'text', text }, { right });

describe('the report on a class', () => {
	test('counts what was chosen, typed, left open, and sure but wrong', () => {
		const report = reportClass(sections, [
			result('a', [chosen(key, { certainty: 'sure', spentMillis: 2000 }), typed('12', true)]),
			result('b', [chosen(wrong, { certainty: 'sure', spentMillis: 6000 }), typed('12 ', true)]),
			result('c', [
				given('choice', { kind: 'unknown' }),
				typed('13', false),
				given('gone', { kind: 'unknown' })
			])
		]);
		expect(report).toMatchObject({ results: 3, strangers: 1 });
		const [onChoice, onNumber] = report.questions;
		expect(report.questions).toHaveLength(2);
		expect(onChoice).toMatchObject({ answers: 3, rights: 1, open: 1, sureWrongs: 1, spentMillis: 4000 });
		expect(onChoice!.chosen.map(({ what, times }) => [what, times])).toEqual(
			choice.options.map(({ id }) => [id, id === key || id === wrong ? 1 : 0])
		);
		expect(onChoice!.discrimination).toBeUndefined();
		expect(onNumber!.sureWrongs).toBeUndefined();
		expect(onNumber!.chosen).toEqual([
			{ of: 'text', what: '12', times: 2, isRight: true },
			{ of: 'text', what: '13', times: 1, isRight: false }
		]);
	});

	test('puts the passage that is known least first', () => {
		const report = reportClass(sections, [result('a', [chosen(key), typed('1', false)])]);
		expect(report.passages.map(({ paragraph, rights, answers }) => [paragraph, rights, answers])).toEqual([
			[2, 0, 1],
			[1, 1, 1]
		]);
		expect(report.claims.map(({ claim }) => claim.id)).toEqual(['second', 'first']);
	});

	test('says of parts how often each was right', () => {
		const ids = order.steps.map(({ id }) => id);
		const turned = [...ids].reverse();
		const answers: readonly Answer[] = [ids, turned].map((each) => ({ kind: 'order', ids: each }));
		const report = reportClass(
			sections,
			answers.map((answer, index) => result(String(index), [given('order', answer)]))
		);
		expect(report.questions[0]!.chosen.map(({ what }) => what)).toEqual(ids);
		expect(report.questions[0]!.chosen[0]).toMatchObject({ of: 'part', times: 1 });
	});

	test('asks about a key only when there are learners enough, and those who know the rest do no better', () => {
		// Whoever has the number right has the choice wrong, and the other way round.
		const turned = (count: number): readonly HandedResult[] =>
			Array.from({ length: count }, (_, index) => {
				const isGood = index % 2 === 0;
				return result(String(index), [chosen(isGood ? wrong : key), typed(isGood ? '12' : '1', isGood)]);
			});
		expect(reportClass(sections, turned(ENOUGH_LEARNERS - 1)).questions[0]!.discrimination).toBeUndefined();
		expect(reportClass(sections, turned(ENOUGH_LEARNERS)).questions[0]!.discrimination).toBeCloseTo(-1);
		const all = Array.from({ length: ENOUGH_LEARNERS }, (_, index) =>
			result(String(index), [chosen(key), typed('12', true)])
		);
		expect(reportClass(sections, all).questions[0]!.discrimination).toBeUndefined();
	});
});
