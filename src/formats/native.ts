/**
 * Grasp's own file format: YAML without anchors, aliases, tags and tabs.
 *
 *     parseNative(bytes, 'questions/network-power/01-scale.yaml').value?.value
 */

import { compareIssues, type Checked, type FilePlace, type Issue } from '#core/issue.ts';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type ParsedNode } from 'yaml';
import { makeYamlIssue } from './native-errors.ts';
import { decodeText, makeDepthIssue } from './native-text.ts';
import { readTree } from './native-tree.ts';

export { makeNative } from './native-writer.ts';

/** What a file says, before anybody has asked whether it is a course. */
export interface Draft {
	readonly file: string;
	readonly value: unknown;
	/** Place of a value (or of its key); where the path leads to nothing, of the nearest value around it. */
	locate(path: readonly (string | number)[], part?: 'key' | 'value'): FilePlace;
}

interface Tree {
	readonly document: Document.Parsed;
	readonly lines: LineCounter;
}

/** Issues of one file beyond this are left out. */
const MAX_ISSUES = 100;

/** Never throws, whatever the bytes are. */
export function parseNative(bytes: Uint8Array, file: string): Checked<Draft> {
	const { value: text, issues } = decodeText(bytes, file);
	if (text === undefined) return { issues };
	try {
		return readText(text, file);
	} catch (error) {
		// Only the stack can run out here; anything else is our own mistake.
		if (!(error instanceof RangeError)) throw error;
		return { issues: [makeDepthIssue(file, 1)] };
	}
}

function readText(text: string, file: string): Checked<Draft> {
	const { document, lines } = parseTree(text);
	const errors = document.errors
		.slice(0, MAX_ISSUES)
		.map((error) => makeYamlIssue(error, file, lines, document));
	if (document.directives?.yaml.explicit || /^%/.test(text)) errors.push(makeDirectiveIssue(file));
	// After a syntax error the tree is a guess: what it seems to hold would only mislead.
	if (errors.length > 0) return { issues: errors.sort(compareIssues) };
	const issues: Issue[] = [];
	const value = readTree(document.contents, { file, lines, issues });
	if (issues.length > 0) return { issues: issues.sort(compareIssues).slice(0, MAX_ISSUES) };
	return { value: { file, value, locate: (path, part) => locateIn(treeOf(text), file, path, part) }, issues };
}

function makeDirectiveIssue(file: string): Issue {
	const message = 'expected no line that begins with "%"; delete it, the files are plain YAML 1.2';
	return { code: 'yaml/directive', message, where: { file, line: 1, column: 1 } };
}

function parseTree(text: string): Tree {
	const lines = new LineCounter();
	const document = parseDocument(text, {
		version: '1.2',
		schema: 'core',
		lineCounter: lines,
		prettyErrors: false,
		// Its cost is quadratic in the number of keys; ours is not.
		uniqueKeys: false,
		intAsBigInt: true,
		logLevel: 'error'
	});
	return { document, lines };
}

let latest: { readonly text: string; readonly tree: Tree } | undefined;

/**
 * A tree weighs fifty times its text, so that a thousand files would not fit: only the latest one that a
 * place was asked of is kept, and made again when needed.
 */
function treeOf(text: string): Tree {
	if (latest?.text !== text) latest = { text, tree: parseTree(text) };
	return latest.tree;
}

function locateIn(
	{ document, lines }: Tree,
	file: string,
	path: readonly (string | number)[],
	part: 'key' | 'value' = 'value'
): FilePlace {
	let node = document.contents;
	let offset = node?.range[0] ?? 0;
	for (const [index, step] of path.entries()) {
		const { key, value } = stepInto(node, step);
		const target = part === 'key' && index === path.length - 1 ? (key ?? value) : (value ?? key);
		if (!target) break;
		offset = target.range[0];
		node = value ?? null;
	}
	const { line, col } = lines.linePos(offset);
	return { file, line, column: col };
}

function stepInto(
	node: ParsedNode | null,
	step: string | number
): { key?: ParsedNode; value?: ParsedNode | null } {
	if (isSeq(node)) {
		const value = node.items[Number(step)] as ParsedNode | undefined;
		return value ? { value } : {};
	}
	if (!isMap(node)) return {};
	const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
	return pair ? { key: pair.key as ParsedNode, value: pair.value as ParsedNode | null } : {};
}
