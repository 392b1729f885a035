/** From the YAML parser's tree to plain values. Aliases are refused and never followed, so nothing can grow. */

import type { Issue } from '#core/issue.ts';
import { isAlias, isMap, isScalar, isSeq, type LineCounter, type ParsedNode, type YAMLMap } from 'yaml';
import { makeDepthIssue } from './native-text.ts';

const MAX_DEPTH = 20;
/** Names that mean something to JavaScript objects. */
const RESERVED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const TOLD_ONCE: ReadonlySet<string> = new Set(['yaml/anchor', 'yaml/alias', 'yaml/tag']);

export interface TreeReading {
	readonly file: string;
	readonly lines: LineCounter;
	/** Filled while reading. */
	readonly issues: Issue[];
}

type TreeNode = ParsedNode | null;

/** `undefined` only where an issue says why. */
export function readTree(node: TreeNode, reading: TreeReading, depth = 0): unknown {
	if (node === null) return null;
	if (depth > MAX_DEPTH) {
		const { line, col } = reading.lines.linePos(node.range[0]);
		reading.issues.push(makeDepthIssue(reading.file, line, col));
		return undefined;
	}
	if (!checkProperties(node, reading)) return undefined;
	if (isMap(node)) return readMap(node as YAMLMap<TreeNode, TreeNode>, reading, depth);
	if (isSeq(node)) return node.items.map((member) => readTree(member as TreeNode, reading, depth + 1));
	return isScalar(node) ? readScalar(node.value, node, reading) : undefined;
}

/** A file that holds one of these often holds hundreds: the first of each sort is told. */
function checkProperties(node: ParsedNode, reading: TreeReading): boolean {
	if (isAlias(node)) {
		const message =
			'expected text, found a "*" alias; write it out, or in quotes if the text begins with "*"';
		addIssue(reading, node, 'yaml/alias', message);
		return false;
	}
	if (node.anchor !== undefined) {
		const message =
			'expected text, found an "&" anchor; delete it, or put the text in quotes if it begins with "&"';
		addIssue(reading, node, 'yaml/anchor', message);
	}
	if (node.tag !== undefined) {
		const message =
			'expected text, found a "!" tag; delete it, or put the text in quotes if it begins with "!"';
		addIssue(reading, node, 'yaml/tag', message);
	}
	return true;
}

function readMap(
	map: YAMLMap<TreeNode, TreeNode>,
	reading: TreeReading,
	depth: number
): Record<string, unknown> {
	const record: Record<string, unknown> = {};
	const seen = new Set<string>();
	for (const { key, value } of map.items) {
		const name = readKey(key, map as unknown as ParsedNode, reading);
		if (name !== undefined && seen.has(name)) {
			const message = `expected each key once, found "${name}" again; delete or rename one of the two`;
			addIssue(reading, key, 'yaml/duplicate-key', message);
		}
		const read = readTree(value, reading, depth + 1);
		if (name === undefined || seen.has(name)) continue;
		seen.add(name);
		record[name] = read;
	}
	return record;
}

function readKey(key: TreeNode, map: ParsedNode, reading: TreeReading): string | undefined {
	if (key !== null && !checkProperties(key, reading)) return undefined;
	if (!isScalar(key) || typeof key.value !== 'string') {
		const message = 'expected a word before ":", found something else; put it in quotes: "2020": …';
		addIssue(reading, key ?? map, 'yaml/key', message);
		return undefined;
	}
	if (RESERVED_KEYS.has(key.value)) {
		addIssue(
			reading,
			key,
			'yaml/reserved-key',
			`"${key.value}" cannot be a key or an id; choose another word`
		);
		return undefined;
	}
	return key.value;
}

function readScalar(value: unknown, node: ParsedNode, reading: TreeReading): unknown {
	if (typeof value !== 'bigint' && typeof value !== 'number') return value;
	const number = Number(value);
	const source = (node as { readonly source?: string }).source ?? String(value);
	const rounded = Number.isInteger(number) && !Number.isSafeInteger(number) && !/^[^x]*e/i.test(source);
	if (Number.isFinite(number) && !rounded) return number === 0 ? 0 : number;
	const message = `expected a number of at most 15 digits, found ${source.slice(0, 40)}; use a larger unit: 5.44 and unit: million`;
	addIssue(reading, node, 'yaml/number', message);
	return undefined;
}

function addIssue({ file, lines, issues }: TreeReading, node: TreeNode, code: string, message: string): void {
	if (TOLD_ONCE.has(code) && issues.some((issue) => issue.code === code)) return;
	const { line, col } = lines.linePos(node?.range[0] ?? 0);
	issues.push({ code, message, where: { file, line, column: col } });
}
