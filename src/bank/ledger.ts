/**
 * Ids are forever: a learner's log names them. The ledger lists all that a course has ever had, one a line.
 *
 *     question base-stations-world-total
 *     option base-stations-world-total/under
 *     claim old-figure retired: the report was withdrawn
 */

import type { Issue } from '#core/issue.ts';
import { ID_NOUNS, type NamedId } from './ids.ts';
import { makeHint } from './near.ts';
import { show } from './words.ts';

/** Its name in the folder of a course. */
export const LEDGER_NAME = 'ids.txt';

export interface LedgerEntry {
	readonly name: string;
	/** Counts from 1. */
	readonly line: number;
	/** Why the id is no longer in use. */
	readonly retired?: string;
}

const HEAD = `# Every id that this course has had: learners' logs name them. Lines are only added, by npm run questions ids.
# A question that goes keeps its line, with the reason: question old-one retired: its claim was withdrawn
`;
const LINE = new RegExp(
	`^(?<name>(?:${ID_NOUNS.join('|')}) [a-z0-9-]+(?:/[a-z0-9-]+){0,2})(?: retired: (?<retired>\\S.*))?$`
);

/** Lines that cannot be read are left out; `checkLedger` tells of them. */
export function parseLedger(text: string): readonly LedgerEntry[] {
	return readLines(text).flatMap(({ entry }) => entry ?? []);
}

/** The ledger with a line for each id that it has not; what stands there stays as it is. */
export function appendToLedger(text: string | undefined, names: readonly string[]): string {
	const known = new Set(parseLedger(text ?? '').map(({ name }) => name));
	const added = [...new Set(names)].filter((name) => !known.has(name)).sort();
	const before = text === undefined || text === '' ? HEAD : text;
	if (added.length === 0) return before;
	return `${before}${before.endsWith('\n') ? '' : '\n'}${added.join('\n')}\n`;
}

/** The ledger with a reason behind an id that is no longer in use. What stands there otherwise stays as it is. */
export function retireInLedger(text: string | undefined, name: string, reason: string): string {
	const said = `${name} retired: ${reason.replace(/\s+/g, ' ').trim()}`;
	const lines = appendToLedger(text, [name]).split('\n');
	return lines.map((line) => (line.trim() === name ? said : line)).join('\n');
}

export interface LedgerCheck {
	readonly file: string;
	/** `undefined` where the course has none. */
	readonly text: string | undefined;
	readonly ids: readonly NamedId[];
	/** Whether every id must stand in the ledger: not while someone writes. */
	readonly isComplete: boolean;
}

export function checkLedger({ file, text, ids, isComplete }: LedgerCheck): readonly Issue[] {
	if (text === undefined) {
		const message = 'expected a ledger of the ids of this course, found none; run: npm run questions ids';
		return isComplete ? [{ code: 'ids/no-ledger', message, where: { file, line: 1, column: 1 } }] : [];
	}
	const entries = new Map(parseLedger(text).map((entry) => [entry.name, entry]));
	const used = new Map(ids.map((id) => [id.name, id]));
	return [
		...checkLines(text, file),
		...findVanished(entries, used, file),
		...[...used.values()].flatMap((id) => checkUse(id, entries, used, isComplete))
	];
}

interface Line {
	readonly line: number;
	readonly text: string;
	readonly entry?: LedgerEntry;
}

/** Without comments and empty lines. */
function readLines(text: string): readonly Line[] {
	return text.split(/\r?\n/).flatMap((raw, index) => {
		const line = index + 1;
		const trimmed = raw.trim();
		if (trimmed === '' || trimmed.startsWith('#')) return [];
		const { name, retired } = LINE.exec(trimmed)?.groups ?? {};
		if (name === undefined) return [{ line, text: trimmed }];
		return [{ line, text: trimmed, entry: { name, line, ...(retired === undefined ? {} : { retired }) } }];
	});
}

function checkLines(text: string, file: string): readonly Issue[] {
	const firsts = new Map<string, number>();
	return readLines(text).flatMap(({ line, text, entry }) => {
		const where = { file, line, column: 1 };
		if (!entry) {
			const message = `expected a line like "question base-stations" or "question base-stations retired: why", found ${show(text)}`;
			return [{ code: 'ids/line', message, where }];
		}
		const first = firsts.get(entry.name);
		firsts.set(entry.name, first ?? line);
		if (first === undefined) return [];
		const message = `expected each id once, found "${entry.name}" again (first: line ${first}); delete this line`;
		return [{ code: 'ids/repeated', message, where }];
	});
}

function findVanished(
	entries: ReadonlyMap<string, LedgerEntry>,
	used: ReadonlyMap<string, NamedId>,
	file: string
): readonly Issue[] {
	const isGone = (name: string) => entries.has(name) && !used.has(name);
	const free = [...used.keys()].filter((name) => !entries.has(name));
	return [...entries.values()].flatMap(({ name, line, retired }) => {
		if (used.has(name) || retired !== undefined || listHolders(name).some(isGone)) return [];
		const message = `expected "${name}" in the files of this course, found it no longer${makeHint(name, free)}; ids stay forever: write it as before, or write behind this line: retired: and the reason`;
		return [{ code: 'ids/vanished', message, where: { file, line, column: 1 } }];
	});
}

function checkUse(
	{ name, draft, path }: NamedId,
	entries: ReadonlyMap<string, LedgerEntry>,
	used: ReadonlyMap<string, NamedId>,
	isComplete: boolean
): readonly Issue[] {
	const entry = entries.get(name);
	if (entry?.retired !== undefined) {
		const message = `expected an id that was never used, found "${name}", which was retired (${entry.retired}); choose another`;
		return [{ code: 'ids/reused', message, where: draft.locate(path) }];
	}
	// One line for a new question, not one for each of its options.
	if (entry || !isComplete || listHolders(name).some((holder) => used.has(holder) && !entries.has(holder)))
		return [];
	const message = `expected every id in ${LEDGER_NAME}, found "${name}" missing there; run: npm run questions ids`;
	return [{ code: 'ids/unlisted', message, where: draft.locate(path) }];
}

/** What an inner id stands in, and goes with: an option in its question, or in its gap and the question. */
function listHolders(name: string): readonly string[] {
	const [question, middle, last] = name.slice(name.indexOf(' ') + 1).split('/');
	if (middle === undefined) return [];
	return [`question ${question}`, ...(last === undefined ? [] : [`gap ${question}/${middle}`])];
}
