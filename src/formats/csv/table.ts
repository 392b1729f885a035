/** Rows and cells of a CSV or TSV file, whatever its separator. */

import { EXCHANGE_LIMITS, type ExchangeNote } from '#core/exchange.ts';
import Papa from 'papaparse';
import { decodeText } from '../decode-text.ts';
import { guard, unguard } from './guard.ts';

export interface CsvTable {
	readonly rows: readonly (readonly string[])[];
	/** Of each row, from 1. */
	readonly lines: readonly number[];
	/** Cells hold HTML. */
	readonly isHtml: boolean;
}

export type ReadTable =
	| { readonly table: CsvTable; readonly note?: undefined }
	| { readonly table?: undefined; readonly note: ExchangeNote };

const MOST_COLUMNS = 200;
const SEPARATORS: Readonly<Record<string, string>> = {
	...{ tab: '\t', comma: ',', semicolon: ';', pipe: '|', colon: ':', space: ' ' }
};

export function readTable(bytes: Uint8Array): ReadTable {
	const { text, note } = decodeText(bytes);
	if (text === undefined) return { note };
	// Anki says in lines of its own how its text files are made.
	const lines = text.split('\n');
	const count = lines.findIndex((line) => !/^#[a-z ]+:/.test(line));
	const said = lines.slice(0, Math.max(0, count));
	const separator = said
		.find((line) => line.startsWith('#separator:'))
		?.slice('#separator:'.length)
		.trim()
		.toLowerCase();
	const body = lines.slice(said.length).join('\n');
	// Our own columns begin with these names; a spreadsheet may have changed what stands between them.
	const own = /^"?id"?([,;\t|])"?section"?\1/.exec(body)?.[1];
	const delimiter = own ?? (separator === undefined ? '' : (SEPARATORS[separator] ?? separator.slice(0, 1)));
	const { data } = Papa.parse<string[]>(body, {
		delimiter,
		delimitersToGuess: [',', '\t', ';', '|'],
		skipEmptyLines: false
	});
	return { table: { ...withLines(data, said.length), isHtml: said.includes('#html:true') } };
}

/** A cell can hold line breaks: rows are counted by what they span. */
function withLines(data: readonly string[][], before: number): Pick<CsvTable, 'rows' | 'lines'> {
	const rows: string[][] = [];
	const lines: number[] = [];
	let line = before + 1;
	for (const cells of data) {
		const row = cells.slice(0, MOST_COLUMNS).map(unguard);
		if (row.some((cell) => cell.trim() !== '')) {
			rows.push(row);
			lines.push(line);
		}
		line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
		if (rows.length > EXCHANGE_LIMITS.items + 20) break;
	}
	return { rows, lines };
}

export function writeTable(rows: readonly (readonly string[])[]): string {
	return Papa.unparse(
		rows.map((row) => row.map(guard)),
		{ newline: '\r\n' }
	);
}
