/** Aiken: a question, its options with letters, and "ANSWER: B" (https://docs.moodle.org/en/Aiken_format). */

import {
	EXCHANGE_LIMITS,
	type ExchangedCourse,
	type ExchangeNote,
	type ForeignFile,
	type ForeignItem,
	type MadeFile,
	type TellProgress
} from '#core/exchange.ts';
import type { Option, Question } from '#core/question.ts';
import { makeChoice } from './assemble-choice.ts';
import { refuse } from './assemble.ts';
import { decodeText } from './decode-text.ts';
import { hashText, Keys, nameOf } from './item-key.ts';
import { findLosses, isCarried, type Carries } from './losses.ts';
import { Notes } from './notes.ts';
import { cleanText } from './plain-text.ts';

interface AikenBlock {
	readonly line: number;
	readonly stem: string[];
	readonly options: { readonly letter: string; text: string }[];
	answer?: string;
}

const OPTION = /^\s*([A-Z])[.)]\s+(.*)$/;
const ANSWER = /^\s*ANSWER\s*[:：]\s*(.*)$/i;

/** Never throws, but for what `tell` throws. */
export function parseAiken(bytes: Uint8Array, tell?: TellProgress): ForeignFile {
	const { text, note } = decodeText(bytes);
	if (text === undefined) return { format: 'aiken', items: [], notes: [note] };
	const blocks = cutAiken(text);
	const keys = new Keys();
	const items = blocks.slice(0, EXCHANGE_LIMITS.items).map((block, index) => {
		tell?.(index, blocks.length);
		return readBlock(block, keys);
	});
	return { format: 'aiken', items, notes: fileNotes(blocks.length, items) };
}

/** A question ends with its answer, or where the next begins behind a blank line and options. */
function cutAiken(text: string): readonly AikenBlock[] {
	const blocks: AikenBlock[] = [];
	let block: AikenBlock | undefined;
	let isAfterBlank = true;
	for (const [index, line] of text.split('\n').entries()) {
		if (line.trim() === '') {
			isAfterBlank = true;
			continue;
		}
		if (block && (block.answer !== undefined || (isAfterBlank && isOver(block, line)))) block = undefined;
		if (block === undefined) blocks.push((block = { line: index + 1, stem: [], options: [] }));
		readLine(line, block);
		isAfterBlank = false;
	}
	return blocks;
}

function isOver({ options }: AikenBlock, line: string): boolean {
	return options.length > 0 && !OPTION.test(line) && !ANSWER.test(line);
}

function readLine(line: string, block: AikenBlock): void {
	const answer = ANSWER.exec(line);
	const option = OPTION.exec(line);
	const isNext = option?.[1] === String.fromCharCode(0x41 + block.options.length);
	if (answer && block.options.length > 0) block.answer = answer[1]!.trim();
	else if (option && isNext) block.options.push({ letter: option[1]!, text: option[2]! });
	else if (block.options.length > 0) block.options.at(-1)!.text += `\n${line}`;
	else block.stem.push(line);
}

function readBlock(block: AikenBlock, keys: Keys): ForeignItem {
	const notes = new Notes();
	const prompt = cleanText(block.stem.join('\n'), notes);
	const question = readQuestion(block, prompt, notes);
	return {
		key: keys.take(hashText(prompt)),
		name: nameOf(undefined, prompt || block.options.map(({ text }) => text).join(' ')),
		where: { line: block.line },
		group: [],
		...(question && { question }),
		notes: notes.list
	};
}

function readQuestion({ options, answer }: AikenBlock, prompt: string, notes: Notes) {
	if (options.length === 0)
		return refuse(
			notes,
			'aiken/no-options',
			'No options follow. Each stands on a line of its own: A. the first'
		);
	if (answer === undefined)
		return refuse(
			notes,
			'aiken/no-answer',
			'No answer follows its options. Write on a line behind them: ANSWER: A'
		);
	const wanted: readonly string[] = answer.toUpperCase().match(/[A-Z]/g) ?? [];
	const isPlain = /^[A-Z](\s*[,;]?\s*[A-Z])*[.)]?$/i.test(answer);
	const known = wanted.filter((letter) => options.some((option) => option.letter === letter));
	if (!isPlain || known.length !== wanted.length)
		return refuse(notes, 'aiken/unknown-answer', `Its answer is none of its options: "${answer}"`);
	const rated = options.map(({ letter, text }) => ({
		text: cleanText(text, notes),
		share: wanted.includes(letter) ? 1 : 0
	}));
	return makeChoice({ prompt }, rated, { isMultiple: wanted.length > 1 }, notes);
}

function fileNotes(count: number, items: readonly ForeignItem[]): readonly ExchangeNote[] {
	if (count > EXCHANGE_LIMITS.items)
		return [
			{
				code: 'file/too-many',
				message: `The file has ${count} questions; the first ${items.length} are read.`
			}
		];
	if (items.some(({ question }) => question)) return [];
	const message =
		'No Aiken question was found in it: a question, lines with A. and B. before them, and ANSWER: A.';
	return [{ code: 'aiken/none', message }];
}

const OTHER = 'it knows one right option of several, and nothing else.';
const CARRIES: Carries = {
	name: 'Aiken',
	leftOut: {
		'multiple-choice': OTHER,
		...{ numeric: OTHER, 'short-text': OTHER, cloze: OTHER, matching: OTHER },
		...{ ordering: OTHER, categorise: OTHER, estimate: OTHER }
	},
	lesser: { 'true-false': 'It comes back as a choice of two.' },
	...{ optionWhys: false, partWhys: false, units: false, fixedOrder: true, ownWords: false }
};

export function makeAiken(course: ExchangedCourse): MadeFile {
	const questions = course.sections.flatMap((section) => section.questions);
	const written = questions.filter((question) => isCarried(question, CARRIES)).map(writeQuestion);
	const losses = findLosses(questions, CARRIES);
	const explained = { isLeftOut: false, code: 'export/explanation', message: 'Aiken keeps no explanations.' };
	return {
		name: `${course.id}.aiken.txt`,
		type: 'text/plain',
		bytes: new TextEncoder().encode(`${written.join('\n\n')}\n`),
		losses: [...(written.length > 0 ? [explained] : []), ...losses]
	};
}

function writeQuestion(question: Question): string {
	const options = optionsOf(question);
	const letters = options.map((_, index) => String.fromCharCode(0x41 + index));
	const key = letters[options.findIndex(({ correct }) => correct)]!;
	return [
		// It must not look like an option.
		onOneLine(question.prompt).replace(/^([A-Z])[.)](?=\s)/, '($1)'),
		...options.map(({ text }, index) => `${letters[index]}. ${onOneLine(text)}`),
		`ANSWER: ${key}`
	].join('\n');
}

function optionsOf(question: Question): readonly Pick<Option, 'text' | 'correct'>[] {
	if (question.kind === 'true-false')
		return [
			{ text: 'True', correct: question.answer },
			{ text: 'False', correct: !question.answer }
		];
	return question.kind === 'single-choice' ? question.options : [];
}

function onOneLine(text: string): string {
	return text.replaceAll('\n', ' ');
}
