/**
 * Adds to a file that somebody wrote, and keeps every byte that is there: comments, order and spacing are the
 * writer's.
 */

import { isCollection, isMap, isScalar, isSeq, parseDocument, type ParsedNode } from 'yaml';
import { makeNative } from './native-writer.ts';

/** The text with `member` at the end of the list `key`; `undefined` where that is no list of lines with "-". */
export function appendToList(text: string, key: string, member: unknown): string | undefined {
	return append(text, key, makeNative([member]), isSeq);
}

/** The text with `name: member` at the end of the map `key`; `undefined` where that is no map of lines. */
export function appendToMap(text: string, key: string, name: string, member: unknown): string | undefined {
	return append(text, key, makeNative({ [name]: member }), isMap);
}

function append(
	text: string,
	key: string,
	block: string,
	isFit: (node: unknown) => boolean
): string | undefined {
	const node = findValue(text, key);
	if (!node || !isFit(node) || !isCollection(node)) return undefined;
	const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
	const write = (indent: number) => block.replace(/^(?=.)/gm, ' '.repeat(indent)).replaceAll('\n', lineEnd);
	if (node.items.length === 0) {
		const [start, end] = node.range;
		const before = text.slice(0, start).trimEnd();
		return insertAfterLine(before + text.slice(end), before.length, write(2), lineEnd);
	}
	if (node.flow) return undefined;
	const [start] = node.range;
	const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
	const gap = hasBlankLines(text, node) ? lineEnd : '';
	return insertAfterLine(text, endOf(node), gap + write(indent), lineEnd);
}

function findValue(text: string, key: string): ParsedNode | null | undefined {
	const { contents } = parseDocument(text, { version: '1.2', schema: 'core', logLevel: 'silent' });
	if (!isMap(contents)) return undefined;
	const pair = contents.items.find((each) => isScalar(each.key) && each.key.value === key);
	return pair?.value as ParsedNode | null | undefined;
}

/** Behind the line break of the line that `offset` stands in or ends. */
function insertAfterLine(text: string, offset: number, added: string, lineEnd: string): string {
	if (text[offset - 1] === '\n') return text.slice(0, offset) + added + text.slice(offset);
	const lineBreak = text.indexOf('\n', offset);
	if (lineBreak === -1) return text + lineEnd + added;
	return text.slice(0, lineBreak + 1) + added + text.slice(lineBreak + 1);
}

/** Where the last value ends, without the comments and empty lines behind it. */
function endOf(node: ParsedNode): number {
	const last = isCollection(node) && !node.flow ? lastOf(node) : undefined;
	return last ? endOf(last) : node.range[1];
}

function lastOf(node: ParsedNode): ParsedNode | undefined {
	if (isSeq(node)) return node.items.at(-1) as ParsedNode | undefined;
	const pair = isMap(node) ? node.items.at(-1) : undefined;
	return (pair?.value ?? pair?.key) as ParsedNode | undefined;
}

/** Whether the last two members stand apart. */
function hasBlankLines(text: string, node: ParsedNode): boolean {
	const members = isSeq(node)
		? node.items
		: isMap(node)
			? node.items.map(({ key, value }) => value ?? key)
			: [];
	const [before, last] = members.slice(-2) as readonly ParsedNode[];
	if (!before || !last) return false;
	return /\n[ \t]*\r?\n/.test(text.slice(endOf(before) - 1, last.range[0]));
}
