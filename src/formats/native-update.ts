/**
 * Writes changes into a file that somebody wrote: what did not change keeps every byte, comments and spacing
 * included; what did is written canonically.
 */

import { isCollection, isMap, isScalar, isSeq, parseDocument, type Pair, type ParsedNode } from 'yaml';
import { parseNative } from './native.ts';
import { makeNative } from './native-writer.ts';
import { isSame } from './same.ts';

/**
 * The text of a file that says `value`, as near to `text` as can be. A canonical text stays canonical; a text
 * that cannot be read is written anew.
 */
export function updateNative(text: string, value: unknown): string {
	const canonical = makeNative(value);
	const old = readValue(text);
	if (old === undefined || !isRecord(old) || !isRecord(value)) return canonical;
	if (isSame(old, value)) return text;
	if (text === makeNative(old)) return canonical;
	const updated = rewrite(text, old, value);
	// What stands where in a file by hand is a guess in rare cases: a wrong one must not lose a word.
	return updated !== undefined && isSame(readValue(updated), value) ? updated : canonical;
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readValue(text: string): unknown {
	return parseNative(new TextEncoder().encode(text), '').value?.value;
}

/** A member of the file or of a list in it: what stands before it, comments say, and its own lines. */
interface Part {
	readonly name: string;
	readonly lead: string;
	readonly body: string;
	readonly node: ParsedNode | null | undefined;
	/** Where `body` begins in the text. */
	readonly start: number;
}

interface Parts {
	/** In front of the first. */
	readonly head: string;
	readonly parts: readonly Part[];
	/** Behind the last. */
	readonly tail: string;
	/** In characters. */
	readonly indent: number;
}

function rewrite(text: string, old: Fields, value: Fields): string | undefined {
	const { contents } = parseDocument(text, { version: '1.2', schema: 'core', logLevel: 'silent' });
	const file = isMap(contents) ? split(text, contents as ParsedNode, 0, text.length) : undefined;
	if (!file) return undefined;
	const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
	return render(file, Object.keys(value), lineEnd, (name, part) => {
		if (part && isSame(old[name], value[name])) return undefined;
		const inner = part && rewriteMembers(text, part, old[name], value[name], lineEnd);
		return inner ?? makeNative({ [name]: value[name] });
	});
}

/** Of a list whose members have ids, or of a map by ids. */
function rewriteMembers(
	text: string,
	part: Part,
	old: unknown,
	value: unknown,
	lineEnd: string
): string | undefined {
	const before = membersOf(old);
	const after = membersOf(value);
	if (!before || !after || before.size === 0 || after.size === 0 || !isCollection(part.node))
		return undefined;
	if (part.node.flow || Array.isArray(old) !== Array.isArray(value)) return undefined;
	const parts = split(text, part.node, part.start, part.start + part.body.length);
	if (!parts || parts.parts.length !== before.size) return undefined;
	const isList = Array.isArray(value);
	return render(parts, [...after.keys()], lineEnd, (name, known) => {
		const member = after.get(name);
		if (known && isSame(before.get(name), member)) return undefined;
		return indented(makeNative(isList ? [member] : { [name]: member }), parts.indent);
	});
}

/** By id; `undefined` where some have none, or two the same. */
function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
	if (isRecord(value)) return new Map(Object.entries(value));
	if (!Array.isArray(value)) return undefined;
	const members = new Map(value.map((member) => [isRecord(member) ? member['id'] : undefined, member]));
	const isNamed = [...members.keys()].every((id) => typeof id === 'string');
	return isNamed && members.size === value.length ? (members as Map<string, unknown>) : undefined;
}

function render(
	{ head, parts, tail }: Parts,
	names: readonly string[],
	lineEnd: string,
	write: (name: string, part: Part | undefined) => string | undefined
): string {
	const byName = new Map(parts.map((part) => [part.name, part]));
	const isSpaced = parts.slice(1).every(({ lead }) => /^\r?\n/.test(lead)) && parts.length > 1;
	const gap = isSpaced ? lineEnd : '';
	const written = names.map((name, index) => {
		const part = byName.get(name);
		const lead = part === undefined || part.lead === '' ? gap : part.lead;
		const body = write(name, part)?.replace(/\r?\n/g, lineEnd) ?? part?.body ?? '';
		return (index === 0 ? lead.replace(/^(\r?\n)+/, '') : lead) + body;
	});
	return head + written.join('') + tail;
}

function split(text: string, node: ParsedNode, from: number, to: number): Parts | undefined {
	const members = listMembers(node);
	if (!members) return undefined;
	const parts: Part[] = [];
	let end = from;
	for (const { name, first, value } of members) {
		const start = lineStart(text, first);
		if (start < end) return undefined;
		const next = Math.min(to, lineEndAfter(text, endOf(value) ?? first));
		const body = text.slice(start, next);
		// The last line of a file may have no end.
		parts.push({ name, lead: text.slice(end, start), body: ended(body), node: value, start });
		end = next;
	}
	const [first, ...rest] = parts;
	if (!first) return undefined;
	const indent = /^ */.exec(first.body)?.[0].length ?? 0;
	return { head: first.lead, parts: [{ ...first, lead: '' }, ...rest], tail: text.slice(end, to), indent };
}

function listMembers(node: ParsedNode) {
	if (isSeq(node)) {
		return (node.items as ParsedNode[]).map((value) => ({
			name: idOf(value),
			first: value.range[0],
			value
		}));
	}
	if (!isMap(node)) return undefined;
	return (node.items as Pair<ParsedNode, ParsedNode | null>[]).map(({ key, value }) => ({
		name: String(isScalar(key) ? key.value : ''),
		first: key.range[0],
		value: value ?? key
	}));
}

function idOf(node: ParsedNode): string {
	const id = isMap(node) ? node.get('id') : undefined;
	return typeof id === 'string' ? id : '';
}

function endOf(node: ParsedNode | null | undefined): number | undefined {
	if (!node) return undefined;
	if (!isCollection(node) || node.flow) return node.range[1];
	const last = node.items.at(-1) as ParsedNode | Pair<ParsedNode, ParsedNode | null> | undefined;
	if (!last) return node.range[1];
	if ('range' in last) return endOf(last);
	return endOf(last.value ?? last.key);
}

function lineStart(text: string, offset: number): number {
	return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEndAfter(text: string, offset: number): number {
	if (text[offset - 1] === '\n') return offset;
	const lineBreak = text.indexOf('\n', offset);
	return lineBreak === -1 ? text.length : lineBreak + 1;
}

function ended(body: string): string {
	return body.endsWith('\n') ? body : `${body}\n`;
}

function indented(block: string, indent: number): string {
	return block.replace(/^(?=.)/gm, ' '.repeat(indent));
}
