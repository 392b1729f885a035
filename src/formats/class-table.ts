/** All that a class has answered, a row an answer: for a spreadsheet, or for whoever wants to count more. */

import type { Answer } from '#core/answer.ts';
import type { HandedResult } from '#core/class/result.ts';
import { guard } from './csv/guard.ts';

const COLUMNS = [
	...['result', 'name', 'handed_in', 'question', 'right', 'score', 'certainty', 'seconds', 'answer']
] as const;

/** CSV with CRLF, and a byte order mark, without which spreadsheets guess the encoding. */
export function makeClassTable(results: readonly HandedResult[]): string {
	const rows = results.flatMap(({ id, name = '', handedInAt, answers }) =>
		answers.map(({ question, right, score, certainty, spentMillis, answer }) => [
			...[id, name, new Date(handedInAt).toISOString(), question],
			...[right ? '1' : '0', String(score), certainty ?? '', String(Math.round(spentMillis / 1000))],
			showAnswer(answer)
		])
	);
	return `\uFEFF${[COLUMNS, ...rows].map(writeRow).join('')}`;
}

/**
 * RFC 4180, every cell in quotes. Not by Papa Parse: a CommonJS package outside the worker would put its
 * scaffolding into the first screen's scripts.
 */
function writeRow(cells: readonly string[]): string {
	return `${cells.map((cell) => `"${guard(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/** By ids, as the question's file has them. */
function showAnswer(answer: Answer): string {
	const joined = (parts: Readonly<Record<string, string>>): string =>
		Object.entries(parts)
			.map(([part, given]) => `${part}: ${given}`)
			.join(' | ');
	switch (answer.kind) {
		case 'unknown':
			return '';
		case 'choice':
			return answer.options.join(' | ');
		case 'text':
			return answer.text;
		case 'gaps':
			return joined(answer.gaps);
		case 'pairs':
			return joined(answer.pairs);
		case 'order':
			return answer.ids.join(' | ');
	}
}
