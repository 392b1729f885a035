/** CSV and TSV: our own columns, and those of other tools once it is clear which column holds what. */

import {
	EXCHANGE_LIMITS,
	type ExchangedCourse,
	type ExchangeNote,
	type ForeignFile,
	type ForeignItem,
	type MadeFile,
	type TellProgress
} from '#core/exchange.ts';
import { guessMapping, type CsvMapping } from './csv/columns.ts';
import { readForeignRow } from './csv/foreign-row.ts';
import { isOwnHeader, OWN_COLUMNS, writeOwnRow } from './csv/own-row.ts';
import { readOwnRow } from './csv/read-own-row.ts';
import { readTable, writeTable, type CsvTable } from './csv/table.ts';
import { hashText, Keys, nameOf } from './item-key.ts';
import { findLosses, type Carries } from './losses.ts';
import { Notes } from './notes.ts';
import { cleanText, htmlToText } from './plain-text.ts';

export type { CsvMapping } from './csv/columns.ts';

/** What a person sees who says which column holds what. */
export interface CsvPreview {
	/** The first rows, those before the questions included. */
	readonly rows: readonly (readonly string[])[];
	readonly columns: number;
	/** The columns are our own: there is nothing to say. */
	readonly isOwn: boolean;
	readonly mapping: CsvMapping | undefined;
}

const PREVIEWED_ROWS = 12;

export function previewCsv(bytes: Uint8Array): CsvPreview | ExchangeNote {
	const { table, note } = readTable(bytes);
	if (table === undefined) return note;
	const rows = table.rows.slice(0, PREVIEWED_ROWS);
	return {
		rows,
		columns: Math.max(0, ...rows.map(({ length }) => length)),
		isOwn: isOwnHeader(headerOf(table)),
		mapping: guessMapping(table)
	};
}

/** Never throws, but for what `tell` throws. Without `mapping`, columns are guessed by their names. */
export function parseCsv(
	bytes: Uint8Array,
	{ mapping: said }: { readonly mapping?: CsvMapping | undefined } = {},
	tell?: TellProgress
): ForeignFile {
	const { table, note } = readTable(bytes);
	if (table === undefined) return { format: 'csv', items: [], notes: [note] };
	const header = headerOf(table);
	const isOwn = isOwnHeader(header);
	const mapping = said ?? guessMapping(table);
	if (!isOwn && mapping === undefined) return { format: 'csv', items: [], notes: [UNKNOWN] };
	const keys = new Keys();
	const skip = isOwn ? 1 : mapping!.skip;
	const rows = table.rows.slice(skip, skip + EXCHANGE_LIMITS.items);
	const items = rows.map((row, index) => {
		tell?.(index, rows.length);
		const line = table.lines[skip + index]!;
		return isOwn
			? readOwn(header, row, line, keys)
			: readForeign(row, mapping!, { line, isHtml: table.isHtml }, keys);
	});
	const isCut = table.rows.length - skip > EXCHANGE_LIMITS.items;
	const notes = items.length === 0 ? [UNKNOWN] : isCut ? [TOO_MANY] : [];
	return { format: 'csv', items, notes };
}

const UNKNOWN: ExchangeNote = {
	code: 'csv/none',
	message:
		'No questions were found in the table. It needs a column with the questions and one with the answers, named in its first row.'
};
const TOO_MANY: ExchangeNote = {
	code: 'file/too-many',
	message: `The table has more than ${EXCHANGE_LIMITS.items} rows; the first of them are read.`
};

function headerOf({ rows }: CsvTable): readonly string[] {
	return (rows[0] ?? []).map((cell) => cell.trim().toLowerCase());
}

function readOwn(header: readonly string[], row: readonly string[], line: number, keys: Keys): ForeignItem {
	const notes = new Notes();
	const cells = Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']));
	const question = readOwnRow(cells, (text) => cleanText(text, notes), notes);
	const [prompt, group] = [cells['prompt'] ?? '', cells['section'] ?? ''];
	return {
		key: keys.take(question?.id ?? hashText(prompt)),
		name: nameOf(undefined, prompt),
		where: { line },
		group: group === '' ? [] : [group],
		...(question && { question }),
		notes: notes.list
	};
}

function readForeign(
	row: readonly string[],
	mapping: CsvMapping,
	{ line, isHtml }: { readonly line: number; readonly isHtml: boolean },
	keys: Keys
): ForeignItem {
	const notes = new Notes();
	const cells = row.map((cell) => (isHtml ? htmlToText(cell, notes) : cleanText(cell, notes)));
	const question = readForeignRow(cells, mapping, notes);
	const prompt = cells[mapping.prompt] ?? '';
	const id = mapping.id === undefined ? '' : (cells[mapping.id] ?? '');
	const group = mapping.group === undefined ? '' : (cells[mapping.group] ?? '');
	return {
		key: keys.take(id || hashText(prompt)),
		name: nameOf(undefined, prompt),
		where: { line },
		group: group === '' ? [] : [group],
		...(question && { question }),
		notes: notes.list
	};
}

const CARRIES: Carries = {
	name: 'A table',
	...{ optionWhys: true, partWhys: true, units: true, fixedOrder: true, ownWords: true }
};
const GAPS: Carries = { ...CARRIES, partWhys: false };

export function makeCsv(course: ExchangedCourse): MadeFile {
	const rows = course.sections.flatMap(({ title, questions }) =>
		questions.map((question) => {
			const row = writeOwnRow(question, title);
			return OWN_COLUMNS.map((name) => row[name] ?? '');
		})
	);
	const questions = course.sections.flatMap((section) => section.questions);
	return {
		name: `${course.id}.csv`,
		type: 'text/csv',
		// Spreadsheets take a file for UTF-8 only if it begins so.
		bytes: new TextEncoder().encode(`\ufeff${writeTable([OWN_COLUMNS, ...rows])}\r\n`),
		losses: questions.flatMap((question) =>
			findLosses([question], question.kind === 'cloze' ? GAPS : CARRIES)
		)
	};
}
