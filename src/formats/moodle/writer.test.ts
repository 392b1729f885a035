import { describe, expect, it } from 'vitest';
import type { Question } from '#core/question.ts';
import * as builders from '#tests/fixtures/builders.ts';
import { aCourse, questionsOf, seen } from '#tests/fixtures/exchange.ts';
import { decodeEntities } from '../html-entities.ts';
import { parseMoodleXml } from '../moodle.ts';
import { childrenOf, findPath, readXml, textOf } from '../xml-tree.ts';
import { makeMoodleXml } from './writer.ts';

function make(...questions: readonly Question[]) {
	const made = makeMoodleXml(aCourse(questions));
	const text = new TextDecoder().decode(made.bytes);
	const nodes = childrenOf(readXml(text).root, 'question').slice(1);
	return { made, text, nodes };
}

const SIGNS = `a~b #c {d} =e %f% \\g "h" <b>i</b> &amp; '*`;

describe('makeMoodleXml', () => {
	it('gives the same bytes for the same course', () => {
		const all = Object.values(builders.QUESTION_BUILDERS).map((build) => build());
		expect(make(...all).made).toEqual(make(...all).made);
		expect(make(...all).nodes.map(({ attributes }) => attributes['type'])).toEqual([
			...['multichoice', 'multichoice', 'truefalse', 'numerical', 'shortanswer', 'cloze'],
			...['matching', 'ordering', 'matching', 'numerical']
		]);
	});

	it('says nothing of its own files that has not been so', () => {
		const all = [
			builders.aSingleChoice(),
			builders.aMultipleChoice({ id: 'q2' }),
			builders.aTrueFalse({ id: 'q3' }),
			builders.aNumeric({ id: 'q4', tolerance: 2, unit: 'm' }),
			builders.aShortText({ id: 'q5' }),
			builders.aCloze({ id: 'q6' }),
			builders.aMatching({ id: 'q7' }),
			builders.anOrdering({ id: 'q8' })
		];
		const file = parseMoodleXml(make(...all).made.bytes);
		expect(file.notes).toEqual([]);
		expect(file.items.flatMap(({ notes }) => notes)).toEqual([]);
		expect(questionsOf(file).map(seen)).toEqual(all.map(seen));
	});

	it('marks a wrong choice in Moodle as Grasp does', () => {
		const shares = childrenOf(make(builders.aMultipleChoice()).nodes[0], 'answer');
		expect(shares.map(({ attributes }) => attributes['fraction'])).toEqual(['50', '50', '-50', '-50']);
	});

	// Moodle undoes entities, then takes the backslash from "\}" and "\#" alone; an option is HTML after that.
	it('writes gaps in which Moodle finds the very words', () => {
		const gaps = [
			{ id: 'typed', answers: [SIGNS] },
			{
				id: 'chosen',
				options: [
					{ id: 'aa', text: SIGNS, correct: true, why: SIGNS },
					{ id: 'bb', text: 'x', why: SIGNS }
				]
			}
		];
		const { nodes } = make(builders.aCloze({ gaps }));
		const html = textOf(findPath(nodes[0], 'questiontext', 'text'));
		const [typed, chosen] = [...html.matchAll(/\{1:[A-Z]+:(.*?)\}/g)].map(([, inside]) => inside!);
		expect(decodeEntities(typed!)).toBe(`=${SIGNS.replace('*', '\\*')}`);
		const [right] = chosen!.split('~');
		expect(decodeEntities(decodeEntities(right!.slice(1).split(/(?<!&)#/)[0]!))).toBe(SIGNS);
		expect(chosen!.split('~')).toHaveLength(2);
	});

	it('warns of tags that Moodle would cut', () => {
		const claim = 'a-claim-with-a-name-that-is-longer-than-a-tag-may-be';
		expect(make(builders.aTrueFalse({ claim })).made.losses).toMatchObject([
			{ code: 'export/long-tag', isLeftOut: false, question: 'q', message: expect.stringContaining(claim) }
		]);
		expect(make(builders.aTrueFalse()).made.losses).toEqual([]);
	});
});
