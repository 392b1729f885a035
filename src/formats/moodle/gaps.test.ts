import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Notes } from '../notes.ts';
import { cutAnswers, cutEmbedded } from './embedded.ts';
import { readEmbedded, readSelected } from './gaps.ts';

function read(html: string) {
	const notes = new Notes();
	const question = readEmbedded({ prompt: '' }, html, notes);
	return { question, codes: notes.list.map(({ code }) => code), notes: notes.list };
}

describe('answers within a text', () => {
	it('take a first paragraph without a gap as what is to be done', () => {
		expect(read('<p>Name <b>both</b>.</p><p>It is {1:SA:=moon} and {1:SA:=sea}.</p>').question).toMatchObject(
			{
				prompt: 'Name both.',
				text: 'It is {g1} and {g2}.'
			}
		);
		const { question, codes } = read('<p>It is {1:SA:=moon}.</p><p>Not {1:SA:=sea}.</p>');
		expect(question).toMatchObject({ prompt: 'Fill in the gaps.', text: 'It is {g1}.\nNot {g2}.' });
		expect(codes).toContain('cloze/prompt');
	});

	it('read small letters, line breaks, and both ways to say "right"', () => {
		expect(
			read('{1:mc:=a~b} {\n1:MULTICHOICE:\n%100%c#yes\n~%0%d#no\n} {:SA:%100%=e}').question
		).toMatchObject({
			gaps: [
				{ options: [{ text: 'a', correct: true }, { text: 'b' }] },
				{
					options: [
						{ text: 'c', correct: true, why: 'yes' },
						{ text: 'd', why: 'no' }
					]
				},
				{ answers: ['e'] }
			]
		});
	});

	it('keep signs that have a meaning in a gap', () => {
		const text = '{1:SA:=a\\~b\\#c\\}d&#35;e~=\\frac{1\\}{2\\}} {1:MC:=R&amp;D&#39;s~x &lt; y}';
		expect(read(text).question).toMatchObject({
			gaps: [{ answers: ['a~b#c}d#e', '\\frac{1}{2}'] }, { options: [{ text: "R&D's" }, { text: 'x < y' }] }]
		});
	});

	it('show no answer in the text: a gap that does not end is refused', () => {
		for (const text of ['It is {1:SA:=moon and {1:SA:=sea}.', 'It is {1:SA:=moon.', '{1:SA:=moon\\}']) {
			const { question, codes, notes } = read(text);
			expect([question, codes]).toEqual([undefined, ['cloze/broken-gap']]);
			expect(notes[0]!.message).toContain('{1:SA:=moon');
		}
	});

	it('round off braces that are no gap', () => {
		const { question, codes } = read('The set {1, 2} has {1:SA:=two} elements: {g2}.');
		expect(question).toMatchObject({ text: 'The set (1, 2) has {g1} elements: (g2).' });
		expect(codes).toContain('cloze/braces');
	});

	it('are a question for a number where that is all they ask, with its tolerance', () => {
		const { question, codes } = read('<p>Half of one is {1:NM:=0.5:0.01#Yes}.</p>');
		expect(question).toMatchObject({
			kind: 'numeric',
			prompt: 'Half of one is ____.',
			answer: 0.5,
			tolerance: 0.01
		});
		expect(codes).toEqual(['answers/feedback', 'cloze/number']);
	});

	it.each([
		['{1:SAC:=Moon} {1:SA:=sea}', 'answers/case'],
		['{1:SA:=moon} {2:SA:=sea}', 'cloze/weights'],
		['{1:SA:=moon#Yes.} {1:SA:=sea}', 'answers/feedback'],
		['{1:NM:=3:0.5} {1:SA:=sea}', 'cloze/tolerance'],
		['{1:MC:=a~%50%b~c} {1:SA:=sea}', 'choice/partly']
	])('say what changes in %s', (text, code) => {
		const { question, codes } = read(`<p>Say it.</p>${text}`);
		expect(question).toBeDefined();
		expect(codes).toEqual([code]);
	});

	it.each([
		['{1:MR:=a~=b~c}', 'cloze/many-right'],
		['{1:REGEXP:=a.*}', 'cloze/type'],
		['{1:MC:a~b}', 'choice/no-key'],
		['{1:SA:=a*b}', 'answers/wildcard'],
		['{1:SA:=x}'.repeat(21), 'cloze/many'],
		['no gap', 'cloze/no-gap']
	])('are refused in %s', (text, code) => {
		const { question, codes } = read(text);
		expect(question).toBeUndefined();
		expect(codes).toContain(code);
	});

	it('take steps in proportion to the text', () => {
		// Where gaps do not end, a reader that looks for each end anew would take the square of that.
		const { broken } = cutEmbedded('{1:SA:'.repeat(1_000_000));
		expect(broken).toContain('{1:SA:');
		expect(cutAnswers('~#'.repeat(500_000))).toHaveLength(500_000);
	});

	it('cut any text into pieces that make it again', () => {
		const parts = fc.constantFrom(
			'{',
			'}',
			'1',
			':',
			'SA',
			'MC',
			'=',
			'~',
			'#',
			'\\',
			'a',
			'&',
			'%50%',
			'\n'
		);
		fc.assert(
			fc.property(fc.array(parts), (made) => {
				const text = made.join('');
				const { pieces, gaps, broken } = cutEmbedded(text);
				if (broken !== undefined) {
					// What an expectation returns would be taken for the property's own verdict.
					expect(text).toContain(broken);
					return;
				}
				const least = [...pieces, ...gaps.map(({ inside }) => inside)].join('').length;
				expect(pieces).toHaveLength(gaps.length + 1);
				expect(least).toBeLessThanOrEqual(text.length - 4 * gaps.length);
			}),
			{ examples: [[['{', ':', 'SA', ':']]] }
		);
	});
});

describe('numbers of choices', () => {
	const select = (text: string, choices: readonly (readonly [text: string, group: string])[]) => {
		const notes = new Notes();
		const all = choices.map(([each, group]) => ({ text: each, group }));
		return {
			question: readSelected({ prompt: '' }, text, all, notes),
			codes: notes.list.map(({ code }) => code)
		};
	};

	it('put in what alone can be chosen', () => {
		const { question, codes } = select('<p>Say it.</p><p>The [[1]] is [[2]].</p>', [
			['R & D', '1'],
			['up', '2'],
			['down', '2']
		]);
		expect(question).toMatchObject({
			prompt: 'Say it.',
			text: 'The R & D is {g1}.',
			gaps: [{ options: [{ text: 'up', correct: true }, { text: 'down' }] }]
		});
		expect(codes).toEqual(['cloze/one-choice']);
	});

	it('are refused where there is no such choice', () => {
		expect(
			select('The [[1]] is [[3]].', [
				['a', '1'],
				['b', '1']
			])
		).toMatchObject({
			question: undefined,
			codes: ['cloze/no-choice', 'cloze/gap']
		});
	});
});
