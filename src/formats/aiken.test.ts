import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCourse, arbitraryQuestions, questionsOf, seen } from '#tests/fixtures/exchange.ts';
import { makeAiken, parseAiken } from './aiken.ts';

function parse(text: string) {
	return parseAiken(new TextEncoder().encode(text));
}

const MOON = 'What pulls the sea?\nA. The moon\nB) The wind\nANSWER: A';

describe('parseAiken', () => {
	it('reads questions, with or without blank lines between them', () => {
		const { items, notes } = parse(`${MOON}\n\n${MOON.replace('ANSWER: A', 'answer:B')}\n${MOON}`);
		expect(notes).toEqual([]);
		expect(items.map(({ where }) => where.line)).toEqual([1, 6, 10]);
		expect(new Set(items.map(({ key }) => key)).size).toBe(3);
		expect(items[1]!.question).toMatchObject({
			...{ kind: 'single-choice', prompt: 'What pulls the sea?' },
			options: [{ text: 'The moon' }, { text: 'The wind', correct: true }]
		});
	});

	it('reads several right answers, and lines that go on', () => {
		const [item] = parse('Which\nare blue?\nA. sea\nB. sky\nand air\nC. sun\nANSWER: A, B').items;
		expect(item!.question).toMatchObject({ kind: 'multiple-choice', prompt: 'Which\nare blue?' });
		expect(item!.question).toMatchObject({
			options: [{ correct: true }, { text: 'sky\nand air', correct: true }, {}]
		});
	});

	it.each([
		['What?\nA. a\nB. b', 'aiken/no-answer'],
		['What?\nA. a\nB. b\nANSWER: D', 'aiken/unknown-answer'],
		['What?\nA. a\nB. b\nANSWER: neither', 'aiken/unknown-answer'],
		['What?', 'aiken/no-options'],
		['A. a\nB. b\nANSWER: A', 'item/no-prompt']
	])('refuses %j, and says why', (text, code) => {
		const { items } = parse(text);
		expect(items[0]!.question).toBeUndefined();
		expect(items[0]!.notes.map((note) => note.code)).toContain(code);
	});

	it('goes on behind a question that has no answer', () => {
		expect(questionsOf(parse(`What?\nA. a\nB. b\n\n${MOON}`))).toHaveLength(1);
	});
});

describe('makeAiken', () => {
	it('comes back as far as Aiken can say it', () => {
		fc.assert(
			fc.property(arbitraryQuestions, (questions) => {
				const choices = questions.filter(({ kind }) => kind === 'single-choice' || kind === 'true-false');
				const back = questionsOf(parseAiken(makeAiken(aCourse(questions)).bytes));
				const flat = (text: string): string => text.replaceAll('\n', ' ').replace(/^A\. /, '(A) ');
				expect(back.map(({ prompt }) => prompt)).toEqual(choices.map(({ prompt }) => flat(prompt)));
				const keys = (list: readonly { text: string; correct?: boolean }[]) =>
					list.map(({ text, correct }) => [text, correct]);
				for (const [index, question] of choices.entries()) {
					if (question.kind !== 'single-choice') continue;
					expect(keys((seen(back[index]!) as { options: [] }).options)).toEqual(
						keys((seen(question) as { options: [] }).options)
					);
				}
			})
		);
	});
});
