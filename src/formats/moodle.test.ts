import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '#core/question.ts';
import { aCourse, arbitraryQuestions, questionsOf, seen } from '#tests/fixtures/exchange.ts';
import { parseMoodleXml } from './moodle.ts';
import { makeMoodleXml } from './moodle/writer.ts';

function parse(text: string) {
	return parseMoodleXml(new TextEncoder().encode(text));
}

function aQuestion(type: string, inside: string, text = 'What pulls the sea?'): string {
	return `<quiz><question type="${type}"><name><text>Sea</text></name><questiontext format="html"><text>${text}</text></questiontext>${inside}</question></quiz>`;
}

function anAnswer(share: number, text: string, more = ''): string {
	return `<answer fraction="${share}"><text>${text}</text>${more}</answer>`;
}

function whyOf(text: string): string {
	return `<feedback><text>${text}</text></feedback>`;
}

const MOON_WIND = anAnswer(100, 'Moon', whyOf('It does.')) + anAnswer(0, 'Wind', whyOf('Waves only.'));

describe('parseMoodleXml', () => {
	it.each([
		[
			'multichoice',
			`<single>true</single>${MOON_WIND}`,
			{
				kind: 'single-choice',
				options: [
					{ text: 'Moon', correct: true, why: 'It does.' },
					{ text: 'Wind', why: 'Waves only.' }
				]
			}
		],
		[
			'multichoice',
			`<single>false</single><shuffleanswers>0</shuffleanswers>${anAnswer(50, 'Moon') + anAnswer(50, 'Sun') + anAnswer(-100, 'Wind')}`,
			{ kind: 'multiple-choice', shuffle: false }
		],
		[
			'truefalse',
			anAnswer(0, 'true', whyOf('No.')) + anAnswer(100, 'false'),
			{ kind: 'true-false', answer: false, why: 'No.' }
		],
		[
			'shortanswer',
			anAnswer(100, 'moon') + anAnswer(100, 'the moon') + anAnswer(50, 'sky'),
			{ kind: 'short-text', answers: ['moon', 'the moon'] }
		],
		[
			'numerical',
			`${anAnswer(100, '8', '<tolerance>0.5</tolerance>')}<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units>`,
			{ kind: 'numeric', answer: 8, tolerance: 0.5, unit: 'm' }
		],
		[
			'matching',
			'<subquestion><text>a</text><answer><text>1</text></answer></subquestion><subquestion><text>b</text><answer><text>2</text></answer></subquestion><subquestion><text></text><answer><text>3</text></answer></subquestion>',
			{
				kind: 'matching',
				pairs: [
					{ left: 'a', right: '1' },
					{ left: 'b', right: '2' }
				],
				extras: [{ text: '3' }]
			}
		],
		[
			'ordering',
			anAnswer(1, 'one') + anAnswer(2, 'two') + anAnswer(3, 'three'),
			{ kind: 'ordering', steps: [{ text: 'one' }, { text: 'two' }, { text: 'three' }] }
		]
	])('reads %s', (type, inside, expected) => {
		expect(questionsOf(parse(aQuestion(type, inside)))).toMatchObject([expected]);
	});

	it('reads gaps within a text', () => {
		const text =
			'<![CDATA[<p>The {1:SA:=moon#Yes~=Moon~%50%star} pulls the {2:MCV:%100%sea#Right~sky#No, the sea.}, {1:NM:=2:0.1} a day.</p>]]>';
		expect(questionsOf(parse(aQuestion('cloze', '', text)))).toMatchObject([
			{
				...{ kind: 'cloze', text: 'The {g1} pulls the {g2}, {g3} a day.' },
				gaps: [
					{ answers: ['moon', 'Moon'] },
					{
						options: [
							{ text: 'sea', correct: true },
							{ text: 'sky', why: 'No, the sea.' }
						]
					},
					{ answers: ['2'] }
				]
			}
		]);
	});

	it('reads gaps that share their choices', () => {
		const choices = ['cat', 'mat', 'dog'].map(
			(word) => `<selectoption><text>${word}</text><group>1</group></selectoption>`
		);
		expect(
			questionsOf(parse(aQuestion('gapselect', choices.join(''), 'The [[1]] on the [[2]].')))
		).toMatchObject([
			{
				text: 'The {g1} on the {g2}.',
				gaps: [{ options: [{ correct: true }, {}, {}] }, { options: [{}, { correct: true }, {}] }]
			}
		]);
	});

	it.each([
		['essay', '', 'moodle/essay'],
		['description', '', 'moodle/description'],
		['calculatedmulti', '', 'moodle/calculatedmulti'],
		['../x', '', 'moodle/unknown'],
		['multichoice', anAnswer(0, 'a') + anAnswer(0, 'b'), 'choice/no-key'],
		['truefalse', anAnswer(0, 'true'), 'choice/no-key'],
		['numerical', anAnswer(100, '*'), 'numeric/no-key'],
		['cloze', '', 'cloze/no-gap']
	])('refuses %s, and says why', (type, inside, code) => {
		const [item] = parse(aQuestion(type, inside)).items;
		expect(item!.question).toBeUndefined();
		expect(item!.notes.map((note) => note.code)).toContain(code);
	});

	it('says what was left out', () => {
		const inside = `${MOON_WIND}<single>1</single><hint><text>Look up.</text></hint><tags><tag><text>sky</text></tag><tag><text>grasp:level=apply</text></tag></tags><correctfeedback><text>Well done!</text></correctfeedback>`;
		const [item] = parse(
			aQuestion('multichoice', inside, '&lt;img src="a.png" alt="a wave"&gt; What?')
		).items;
		expect(item!.question).toMatchObject({ prompt: '[image: a wave] What?', level: 'apply' });
		expect(item!.notes.map((note) => note.code).sort()).toEqual([
			'item/general-feedback',
			'item/hints',
			'item/tags',
			'text/image'
		]);
	});

	it('knows categories and id numbers', () => {
		const category =
			'<question type="category"><category><text>$course$/top/Sky/Near//far</text></category></question>';
		const { items } = parse(
			aQuestion(
				'truefalse',
				`<idnumber>q-7</idnumber>${anAnswer(100, 'true') + anAnswer(0, 'false')}`
			).replace('<quiz>', `<quiz>${category}`)
		);
		expect(items).toMatchObject([{ key: 'q-7', name: 'Sea', group: ['Sky', 'Near/far'] }]);
	});

	it.each([
		['', 'xml/empty'],
		['<quiz><question>', 'xml/broken'],
		['<html></html>', 'moodle/none'],
		['<quiz></quiz>', 'moodle/none'],
		['<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>', 'xml/broken'],
		['<a>'.repeat(300), 'xml/broken']
	])('says what is wrong with %j', (text, code) => {
		expect(parse(text)).toMatchObject({ items: [], notes: [{ code }] });
	});
});

/** Moodle's own losses. */
function expected(question: Question): object {
	if (question.kind !== 'estimate') return seen(question);
	const tolerance = Number(Math.abs(question.answer * question.close).toPrecision(12));
	const { answer, prompt, explanation, level, claim } = question;
	return { ...{ kind: 'numeric', prompt, explanation, level, claim }, ...{ answer, tolerance, unit: '' } };
}

describe('makeMoodleXml', () => {
	it('comes back with all that Moodle can say', () => {
		fc.assert(
			fc.property(arbitraryQuestions, (questions) => {
				const back = questionsOf(parseMoodleXml(makeMoodleXml(aCourse(questions)).bytes));
				expect(back.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
				expect(back.map(seen)).toEqual(questions.map(expected));
			})
		);
	});
});
