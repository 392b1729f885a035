import {
	aCategorise,
	aCloze,
	aMatching,
	aMultipleChoice,
	aNumeric,
	anOrdering,
	aSingleChoice,
	aTrueFalse
} from '#tests/fixtures/builders.ts';
import type { Question } from '#core/question.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDraw, centralInterval, drawAtRandom, meanOf, NO_HIT } from './chance.ts';
import { listDecisions } from './decisions.ts';
import { playStrategies } from './play.ts';

const why = 'Not so.';

/** A single choice of which the first text is the key. */
function aChoice(key: string, ...others: readonly string[]): Question {
	const wrong = others.map((text, index) => ({ id: `wrong-${index}`, text, why }));
	return aSingleChoice({ options: [{ id: 'key', text: key, correct: true }, ...wrong] });
}

function play(strategy: string, questions: readonly Question[], language = 'en') {
	return playStrategies(questions, language).find((played) => played.strategy === strategy)!;
}

const times = (number: number, question: Question) => Array.from({ length: number }, () => question);

describe('listDecisions', () => {
	it.each([
		['one for a choice', aSingleChoice(), 1],
		['one for several choices', aMultipleChoice(), 1],
		['one for a statement', aTrueFalse(), 1],
		['one for each gap that is chosen', aCloze(), 1],
		['one for each pair', aMatching(), 3],
		['one for each entry', aCategorise(), 2],
		['none for what is typed', aNumeric(), 0],
		['none for steps, which never stand in their order', anOrdering(), 0]
	])('gives %s', (_, question, number) => {
		expect(listDecisions(question)).toHaveLength(number);
	});
});

describe('playStrategies', () => {
	it.each<[strategy: string, question: Question, score: number]>([
		['longest option', aChoice('the longest of them', 'short', 'shorter'), 1],
		['shortest option', aChoice('the longest of them', 'short', 'shorter'), 0],
		['least alike', aChoice('rivers', 'large towns', 'large cities'), 1],
		['most alike', aChoice('large towns', 'large cities', 'rivers'), 0.5],
		['middle number', aChoice('2.5 million', '1 million', '3,000,000'), 1],
		['middle number', aChoice('below 10', 'below 20', 'below 30', 'below 40'), 0],
		['no absolute word', aChoice('It grew', 'It always grew', 'Everyone grew'), 1],
		['most hedged', aChoice('It may have grown', 'It grew', 'It shrank'), 1],
		['no absolute word', aTrueFalse({ prompt: 'All of it grew.', answer: false }), 1],
		['most hedged', aTrueFalse({ prompt: 'Some of it grew.', answer: true }), 1],
		['always true', aTrueFalse({ answer: true }), 1],
		['always false', aTrueFalse({ answer: true }), 0],
		['first listed', { ...aSingleChoice(), shuffle: false }, 1]
	])('scores the strategy "%s"', (strategy, question, score) => {
		expect(play(strategy, [question])).toMatchObject({ decisions: 1, score });
	});

	it('finds words of the prompt in an option', () => {
		const options = [
			{ id: 'key', text: 'More stations', correct: true },
			{ id: 'wrong', text: 'More roads', why }
		];
		const question = aSingleChoice({ prompt: 'How did the stations change?', options });
		expect(play('most words of the stem', [question])).toMatchObject({ decisions: 1, score: 1 });
	});

	it('compares Chinese by pairs of characters, and counts characters', () => {
		const options = [
			{ id: 'key', text: '基站数量', correct: true },
			{ id: 'wrong', text: '道路', why }
		];
		const question = aSingleChoice({ prompt: '文章怎样说基站？', options });
		for (const strategy of ['most words of the stem', 'longest option'])
			expect(play(strategy, [question], 'zh'), strategy).toMatchObject({ decisions: 1, score: 1 });
		const statement = aTrueFalse({ prompt: '所有基站都在增加。', answer: false });
		expect(play('no absolute word', [statement], 'zh-Hant')).toMatchObject({ decisions: 1, score: 1 });
	});

	it('averages ties among the best', () => {
		expect(play('longest option', [aChoice('four', 'five', 'one')])).toMatchObject({ score: 0.5 });
	});

	it.each([
		['options that look the same', 'longest option', aChoice('one', 'two', 'six')],
		['shuffled options, for their order', 'first listed', aChoice('one', 'three')],
		['words of a language without a list', 'most hedged', aChoice('may be', 'is')]
	])('leaves out %s', (_, strategy, question) => {
		expect(play(strategy, [question], 'fr')).toMatchObject({ decisions: 0, score: 0, beatsChance: false });
	});

	it('picks as many options as are right', () => {
		const texts = ['a long key', 'one more key', 'short', 'no'];
		const options = texts.map((text, index) => ({ id: `o${index}`, text, correct: index < 2, why }));
		expect(play('longest option', [aMultipleChoice({ options })])).toMatchObject({ score: 1, chance: 0.5 });
	});

	it('beats chance only beyond the interval of luck', () => {
		const given = aChoice('the longest of them', 'short', 'tiny');
		expect(play('longest option', times(2, given)).beatsChance).toBe(false);
		expect(play('longest option', times(10, given)).beatsChance).toBe(true);
		expect(play('shortest option', times(10, given)).beatsChance).toBe(false);
	});
});

describe('the luck of a guesser', () => {
	it('is the binomial distribution where all chances are equal', () => {
		const four = times4(drawAtRandom(2, 1, 1));
		expect(four.map((p) => p * 16)).toEqual([1, 4, 6, 4, 1]);
		expect(centralInterval(four, 0.95)).toEqual([0, 4]);
		expect(centralInterval(four, 0.8)).toEqual([1, 3]);
	});

	it('draws without putting back', () => {
		expect(drawAtRandom(4, 2, 2).map((p) => Math.round(p * 6))).toEqual([1, 4, 1]);
		// Three picks of four cannot miss both keys.
		expect(drawAtRandom(4, 2, 3)[0]).toBe(0);
	});

	it('sums to one, has the mean of its draws, and leaves at most 5 % outside the interval', () => {
		const draw = fc
			.integer({ min: 2, max: 8 })
			.chain((options) => fc.tuple(fc.constant(options), fc.integer({ min: 1, max: options })));
		fc.assert(
			fc.property(fc.array(draw, { maxLength: 30 }), (draws) => {
				const luck = draws.reduce((sum, [n, keys]) => addDraw(sum, drawAtRandom(n, keys, keys)), NO_HIT);
				const mean = draws.reduce((sum, [n, keys]) => sum + (keys * keys) / n, 0);
				const [low, high] = centralInterval(luck, 0.95);
				const inside = luck.slice(low, high + 1).reduce((sum, p) => sum + p, 0);
				expect(luck.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
				expect(meanOf(luck)).toBeCloseTo(mean, 9);
				expect(inside).toBeGreaterThanOrEqual(0.95 - 1e-9);
			})
		);
	});
});

function times4(draw: readonly number[]): readonly number[] {
	return [draw, draw, draw, draw].reduce(addDraw, NO_HIT);
}
