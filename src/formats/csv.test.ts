import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { aCourse, arbitraryQuestions, questionsOf, seen } from '#tests/fixtures/exchange.ts';
import { makeCsv, parseCsv, previewCsv } from './csv.ts';

function bytesOf(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

function read(text: string) {
	return parseCsv(bytesOf(text)).items;
}

describe('parseCsv', () => {
	it.each([
		['Question,Answer\nA planet?,Mars', { kind: 'short-text', prompt: 'A planet?', answers: ['Mars'] }],
		['Question;Answer\nLegs?;8', { kind: 'numeric', answer: 8 }],
		['question\tanswer\nThe sun is a star.\tTRUE', { kind: 'true-false', answer: true }],
		[
			'Question,Option A,Option B,Option C,Answer\nPick,x,y,z,B',
			{ kind: 'single-choice', options: [{}, { text: 'y', correct: true }, {}] }
		],
		[
			'Question,Choice 1,Choice 2,Choice 3,Correct\nPick,x,y,z,"1,3"',
			{ kind: 'multiple-choice', options: [{ correct: true }, {}, { correct: true }] }
		],
		[
			'Question,Answer 1,Answer 2,Correct answer\nPick,red,blue,Blue',
			{ kind: 'single-choice', options: [{}, { text: 'blue', correct: true }] }
		],
		[
			'Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2 (Optional)\nPick,x,y,',
			{ kind: 'single-choice', options: [{ text: 'x', correct: true }, { text: 'y' }] }
		],
		[
			'Advice first\n\nQuestion - max 120 characters,Answer 1 - max 75 characters,Answer 2,Time limit,Correct answer(s) - choose at least one\nPick,x,y,20,2',
			{ kind: 'single-choice', options: [{}, { correct: true }] }
		],
		[
			'tide\tthe sea that rises and falls',
			{ kind: 'short-text', prompt: 'the sea that rises and falls', answers: ['tide'] }
		],
		[
			'Term;Definition\ntide;the sea that rises and falls',
			{ prompt: 'the sea that rises and falls', answers: ['tide'] }
		],
		[
			'题目,选项A,选项B,答案,解析\n月亮是？,卫星,恒星,A,绕着地球转。',
			{ kind: 'single-choice', explanation: '绕着地球转。', options: [{ correct: true }, {}] }
		],
		[
			'#separator:tab\n#html:true\nfront text<br>two lines\tback &amp; more',
			{ prompt: 'front text\ntwo lines', answers: ['back & more'] }
		]
	])('reads %j', (text, expected) => {
		const [item] = read(text);
		expect(item!.notes).toEqual([]);
		expect(item!.question).toMatchObject(expected);
	});

	it.each([
		['Question,Option A,Option B,Answer\nPick,x,y,E', 'csv/unknown-answer'],
		['Question,Answer\nWhat?,', 'csv/no-answer'],
		['id,kind,prompt,option 1,explanation\nq-1,essay,Tell,,', 'csv/unknown-kind']
	])('refuses a row of %j, and says why', (text, code) => {
		const [item] = read(text);
		expect(item!.question).toBeUndefined();
		expect(item!.notes.map((note) => note.code)).toEqual([code]);
	});

	it('goes by the columns that a person names', () => {
		const text = 'left,right\nwhat it means,term';
		const mapping = { skip: 1, prompt: 0, answer: 1, options: [], wrong: [] };
		const [item] = parseCsv(bytesOf(text), { mapping }).items;
		expect(item).toMatchObject({
			where: { line: 2 },
			question: { prompt: 'what it means', answers: ['term'] }
		});
	});

	it('shows the first rows and what it takes the columns for', () => {
		expect(previewCsv(bytesOf('Question,Answer\na,b'))).toMatchObject({
			...{ columns: 2, isOwn: false, mapping: { skip: 1, prompt: 0, answer: 1 } },
			rows: [
				['Question', 'Answer'],
				['a', 'b']
			]
		});
		expect(previewCsv(makeCsv(aCourse([])).bytes)).toMatchObject({ isOwn: true });
	});

	it.each(['', 'just words', '{"a":1}'])('finds nothing in %j, and says so', (text) => {
		expect(parseCsv(bytesOf(text))).toMatchObject({ items: [], notes: [{ code: 'csv/none' }] });
	});
});

describe('makeCsv', () => {
	it('comes back whole, but for reasons within a text with gaps', () => {
		fc.assert(
			fc.property(arbitraryQuestions, (questions) => {
				const back = questionsOf(parseCsv(makeCsv(aCourse(questions)).bytes));
				expect(back.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
				expect(back.map(seen)).toEqual(
					questions.map((question) => {
						if (question.kind !== 'cloze') return seen(question);
						const gaps = question.gaps.map((gap) =>
							'options' in gap ? { ...gap, options: gap.options.map(({ why: _, ...option }) => option) } : gap
						);
						return seen({ ...question, gaps });
					})
				);
			})
		);
	});

	it('holds no cell that a spreadsheet would run', () => {
		fc.assert(
			fc.property(arbitraryQuestions, (questions) => {
				const text = new TextDecoder().decode(makeCsv(aCourse(questions)).bytes);
				const cells = Papa.parse<string[]>(text, { delimiter: ',' }).data.flat();
				expect(cells.filter((cell) => /^[=+@\t\r]|^-(?!\d+([.,]\d+)?$)/.test(cell))).toEqual([]);
			})
		);
	});
});
