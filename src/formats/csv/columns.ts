/** Which column holds what: read from the names that quiz tools and people give to columns. */

import type { CsvTable } from './table.ts';

export interface CsvMapping {
	/** Rows before the first question, the one with the names included. */
	readonly skip: number;
	/** Columns count from 0. */
	readonly prompt: number;
	/** All options, the right ones among them; `answer` says which are right. */
	readonly options: readonly number[];
	/** Options that are wrong; `answer` is then a right one. */
	readonly wrong: readonly number[];
	readonly answer?: number;
	readonly explanation?: number;
	readonly group?: number;
	readonly id?: number;
}

const PROMPT =
	/^(question|prompt|stem|question text|front|题目|题干|问题|frage|pregunta)\b|^question\b.*max|^(题目|题干|问题)/;
const KEY =
	/^(correct|right)( answers?| options?| choices?)?(\(s\))?\b|^correct answer|^answers?( key)?$|^(solution|back|definition|答案|正确答案|antwort)$/;
const OPTION = /^(answer|option|choice|选项|antwort|opción)\s*-?\s*([1-8a-h])\b/;
const WRONG = /^(incorrect|wrong)( answer| option)?\b/;
const EXPLANATION = /^(explanation|feedback|rationale|general ?feedback|解析|说明|erklärung)\b|^解析/;
const GROUP = /^(section|category|topic|chapter|deck|章节|分类)\b/;
const ID = /^(id|guid|question id|identifier)$/;
/** Names stand at the top; templates put some lines of advice before them. */
const LAST_NAME_ROW = 15;

/** A guess, for a person to correct. */
export function guessMapping({ rows }: CsvTable): CsvMapping | undefined {
	for (const [index, row] of rows.slice(0, LAST_NAME_ROW).entries()) {
		const mapping = mapByNames(row, index + 1);
		if (mapping) return mapping;
	}
	return mapPairs(rows);
}

function mapByNames(row: readonly string[], skip: number): CsvMapping | undefined {
	const names = row.map((cell) => cell.trim().toLowerCase());
	const find = (form: RegExp): number | undefined => {
		const at = names.findIndex((name) => form.test(name));
		return at === -1 ? undefined : at;
	};
	const all = (form: RegExp): number[] => names.flatMap((name, at) => (form.test(name) ? [at] : []));
	const prompt = find(PROMPT);
	const options = all(OPTION);
	const wrong = all(WRONG);
	const answer = names.findIndex((name, at) => KEY.test(name) && !options.includes(at) && at !== prompt);
	if (prompt === undefined || (answer === -1 && options.length === 0)) return undefined;
	return {
		...{ skip, prompt, options, wrong },
		...(answer !== -1 && { answer }),
		...place('explanation', find(EXPLANATION)),
		...place('group', find(GROUP)),
		...place('id', find(ID))
	};
}

function place<K extends string>(name: K, at: number | undefined): { [name in K]?: number } {
	return (at === undefined ? {} : { [name]: at }) as { [name in K]?: number };
}

const PAIR_NAME =
	/^(terms?|words?|front|back|definitions?|meanings?|translation|begriff|bedeutung|wort|词语|单词|释义|含义)$/i;

/** Two columns without names: a term and what it means. Whoever answers writes the shorter. */
function mapPairs(rows: readonly (readonly string[])[]): CsvMapping | undefined {
	if (rows.length === 0 || !rows.every((row) => row.length >= 2)) return undefined;
	const skip = rows[0]!.slice(0, 2).every((name) => PAIR_NAME.test(name.trim())) ? 1 : 0;
	const lengthOf = (column: number): number =>
		rows.slice(skip).reduce((sum, row) => sum + row[column]!.length, 0);
	const isTermFirst = lengthOf(0) <= lengthOf(1);
	return { skip, prompt: isTermFirst ? 1 : 0, answer: isTermFirst ? 0 : 1, options: [], wrong: [] };
}
