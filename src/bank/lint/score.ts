/** How well the rules agree with items that people have labelled. */

/** An item, with the rules that should flag it and those that do. */
export interface Judged {
	readonly id: string;
	readonly expected: readonly string[];
	readonly found: readonly string[];
}

export interface Score {
	readonly rule: string;
	/** Flagged and flawed. */
	readonly hits: number;
	/** Flagged and sound. */
	readonly alarms: number;
	/** Flawed and not flagged. */
	readonly misses: number;
	/** Share of what is flagged that is flawed; 1 where nothing is flagged. */
	readonly precision: number;
	/** Share of what is flawed that is flagged; 1 where nothing is flawed. */
	readonly recall: number;
}

/** One score a rule, by name, then that of all pairs of item and rule. */
export function scoreRules(items: readonly Judged[]): readonly Score[] {
	const rules = new Set(items.flatMap(({ expected, found }) => [...expected, ...found]));
	const scores = [...rules].sort().map((rule) => scoreRule(rule, items));
	const sum = (key: 'hits' | 'alarms' | 'misses') => scores.reduce((total, score) => total + score[key], 0);
	return [...scores, makeScore('overall', sum('hits'), sum('alarms'), sum('misses'))];
}

function scoreRule(rule: string, items: readonly Judged[]): Score {
	const count = (expected: boolean, found: boolean) =>
		items.filter((item) => item.expected.includes(rule) === expected && item.found.includes(rule) === found)
			.length;
	return makeScore(rule, count(true, true), count(false, true), count(true, false));
}

function makeScore(rule: string, hits: number, alarms: number, misses: number): Score {
	const precision = hits + alarms === 0 ? 1 : hits / (hits + alarms);
	const recall = hits + misses === 0 ? 1 : hits / (hits + misses);
	return { rule, hits, alarms, misses, precision, recall };
}

export function makeScoreTable(scores: readonly Score[]): string {
	const width = Math.max(...scores.map(({ rule }) => rule.length));
	const lines = scores.map(
		({ rule, hits, alarms, misses, precision, recall }) =>
			rule.padEnd(width) +
			[hits, alarms, misses].map((count) => String(count).padStart(8)).join('') +
			[precision, recall].map((share) => share.toFixed(2).padStart(11)).join('')
	);
	const head = `${'rule'.padEnd(width)}    hits  alarms  misses  precision     recall`;
	return [head, ...lines].join('\n') + '\n';
}
