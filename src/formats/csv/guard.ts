/** A spreadsheet would run what begins like this. */
const RUNS = /^'?[=+\-@\t\r']/;
const NUMBER = /^-?\d+([.,]\d+)?$/;

/** Makes a cell that no spreadsheet runs; `unguard` undoes it. */
export function guard(cell: string): string {
	return RUNS.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

export function unguard(cell: string): string {
	return /^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell;
}
