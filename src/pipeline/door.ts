/** What the commands have in common: arguments, counts, tables. */

import { makeIssueLine, type Issue } from '#core/issue.ts';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { CommandIo } from './command.ts';

/** The exit code, or `undefined` where the arguments are not understood. */
export type Door = (args: readonly string[], io: CommandIo) => Promise<number | undefined>;

/** `undefined` where an option is not known, or there are more than `most` words besides. */
export function readArgs<const T extends NonNullable<ParseArgsConfig['options']>>(
	args: readonly string[],
	options: T,
	most: number
) {
	try {
		const read = parseArgs({ args: [...args], options, allowPositionals: true });
		return read.positionals.length <= most ? read : undefined;
	} catch (error) {
		if (error instanceof TypeError) return undefined;
		throw error;
	}
}

/** @returns the exit code */
export function tellIssues(issues: readonly Issue[], io: CommandIo): number {
	for (const issue of issues) io.out(`${makeIssueLine(issue)}\n`);
	const files = new Set(issues.map(({ where }) => where.file)).size;
	io.out(`${count(issues.length, 'problem')} in ${count(files, 'file')}\n`);
	return 1;
}

export function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Lines with columns below each other; a column of numbers only stands to the right. */
export function makeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const columns = head.map((title, column) => {
		const cells = rows.map((row) => row[column] ?? '');
		const isFigures = rows.length > 0 && cells.every((cell) => /^[\d\s.%–·-]*$/.test(cell));
		return { width: Math.max(title.length, ...cells.map(({ length }) => length)), isFigures };
	});
	const lines = [head, ...rows].map((row) =>
		columns
			.map(({ width, isFigures }, column) => {
				const cell = row[column] ?? '';
				return isFigures ? cell.padStart(width) : cell.padEnd(width);
			})
			.join('  ')
			.trimEnd()
	);
	return lines.map((line) => `${line}\n`).join('');
}
