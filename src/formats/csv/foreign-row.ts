/** A row of another tool's table as a question. */

import type { ForeignQuestion } from '#core/exchange.ts';
import { makeChoice } from '../assemble-choice.ts';
import { makeNumeric, makeShortText, makeTrueFalse, refuse, type Stem } from '../assemble.ts';
import type { Notes } from '../notes.ts';
import type { CsvMapping } from './columns.ts';

const TRUE = /^(true|t|yes|y|wahr|richtig|对|正确|是)$/i;
const FALSE = /^(false|f|no|n|falsch|错|错误|否)$/i;

/** `cells`: as a reader sees them. */
export function readForeignRow(
	cells: readonly string[],
	mapping: CsvMapping,
	notes: Notes
): ForeignQuestion | undefined {
	const cell = (at: number | undefined): string => (at === undefined ? '' : (cells[at] ?? ''));
	const explanation = cell(mapping.explanation);
	const stem: Stem = { prompt: cell(mapping.prompt), ...(explanation && { explanation }) };
	const answer = cell(mapping.answer);
	const wrong = mapping.wrong.map(cell).filter((text) => text !== '');
	if (wrong.length > 0)
		return makeChoice(
			stem,
			[{ text: answer, share: 1 }, ...wrong.map((text) => ({ text, share: 0 }))],
			{ isMultiple: false },
			notes
		);
	const options = mapping.options.map(cell);
	if (options.filter((text) => text !== '').length >= 2) return readOptions(stem, options, answer, notes);
	return readTyped(stem, answer, notes);
}

function readTyped(stem: Stem, answer: string, notes: Notes): ForeignQuestion | undefined {
	if (answer === '') return refuse(notes, 'csv/no-answer', 'The cell with its answer is empty.');
	if (TRUE.test(answer) || FALSE.test(answer))
		return makeTrueFalse(stem, { answer: TRUE.test(answer) }, notes);
	const number = Number(answer);
	if (Number.isFinite(number)) return makeNumeric(stem, [{ value: number, tolerance: 0, share: 1 }], notes);
	return makeShortText(stem, [{ text: answer, share: 1 }], notes);
}

function readOptions(
	stem: Stem,
	options: readonly string[],
	answer: string,
	notes: Notes
): ForeignQuestion | undefined {
	const keys = findKeys(options, answer);
	if (keys === undefined)
		return refuse(notes, 'csv/unknown-answer', `Its answer names none of its options: "${answer}"`);
	const filled = options.flatMap((text, index) =>
		text === '' ? [] : [{ text, share: keys.has(index) ? 1 : 0 }]
	);
	const isTruth = filled.length === 2 && TRUE.test(filled[0]!.text) && FALSE.test(filled[1]!.text);
	if (isTruth && keys.size === 1) return makeTrueFalse(stem, { answer: filled[0]!.share === 1 }, notes);
	return makeChoice(stem, filled, { isMultiple: keys.size > 1 }, notes);
}

/** "2", "1,3", "B", "a; c", "Answer 2", or an option's own words. */
function findKeys(options: readonly string[], answer: string): ReadonlySet<number> | undefined {
	const said = answer.trim();
	const whole = options.findIndex((text) => text !== '' && text.toLowerCase() === said.toLowerCase());
	if (whole !== -1) return new Set([whole]);
	const parts = said.split(/\s*[,;|/+&]\s*|\s+and\s+|\s+/).filter((part) => part !== '');
	const found = parts.map((part) => indexOf(part.replace(/[.)]$/, ''), options));
	if (found.length > 0 && found.every((at) => at !== undefined)) return new Set(found as number[]);
	const words = said
		.split(/\s*[,;|]\s*/)
		.map((part) => options.findIndex((text) => text !== '' && text.toLowerCase() === part.toLowerCase()));
	return words.length > 0 && words.every((at) => at !== -1) ? new Set(words) : undefined;
}

function indexOf(part: string, options: readonly string[]): number | undefined {
	const at = /^[1-9]\d?$/.test(part)
		? Number(part) - 1
		: /^[a-h]$/i.test(part)
			? part.toLowerCase().charCodeAt(0) - 0x61
			: -1;
	return options[at] ? at : undefined;
}
