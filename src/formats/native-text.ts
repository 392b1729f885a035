/** From bytes to text: every limit that must hold before a parser may see the file. */

import type { Checked, Issue } from '#core/issue.ts';

/** In bytes. A section of a hundred questions takes a tenth of it. */
export const MAX_FILE_BYTES = 1_000_000;

/** Far above the depth that is allowed, far below the one where a recursive parser runs out of stack. */
const MAX_RAW_DEPTH = 100;
/** More of the same in one file helps nobody. */
const MAX_LINES_TOLD = 100;

/** For those who know a file's size before they read it. */
export function checkFileSize(bytes: number, file: string): Issue | undefined {
	if (bytes <= MAX_FILE_BYTES) return undefined;
	const found = (bytes / 1_000_000).toFixed(1);
	return {
		code: 'file/too-large',
		message: `expected at most 1 MB, found ${found} MB; split the section into several files, one section each`,
		where: { file, line: 1, column: 1 }
	};
}

/** Text without a byte order mark, or all that speaks against reading it. */
export function decodeText(bytes: Uint8Array, file: string): Checked<string> {
	const where = { file, line: 1, column: 1 };
	const tooLarge = checkFileSize(bytes.length, file);
	if (tooLarge) return { issues: [tooLarge] };
	const utf16 = checkUtf16(bytes, file);
	if (utf16) return { issues: [utf16] };
	const decoded = decodeUtf8(bytes, file);
	if (decoded.value === undefined) return decoded;
	const text = decoded.value;
	if (/^(\s*(#.*)?(\n|$))*$/.test(text.slice(0, 2000)) && text.replace(/^\s*#.*$/gm, '').trim() === '') {
		const message =
			'expected a course or a section, found an empty file; begin with "section: { id: …, title: … }"';
		return { issues: [{ code: 'file/empty', message, where }] };
	}
	const issues = [
		...checkControlCharacters(text, file),
		...checkTabs(text, file),
		...checkRawDepth(text, file)
	];
	return issues.length > 0 ? { issues } : { value: text, issues };
}

function checkUtf16([first, second]: Uint8Array, file: string): Issue | undefined {
	const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
	if (!marked) return undefined;
	const message = 'expected UTF-8, found UTF-16; choose "UTF-8" as the encoding when you save the file';
	return { code: 'file/utf-16', message, where: { file, line: 1, column: 1 } };
}

function decodeUtf8(bytes: Uint8Array, file: string): Checked<string> {
	try {
		return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), issues: [] };
	} catch {
		const readable = bytes.subarray(0, countReadableBytes(bytes));
		// As a stream, a sign that is only begun at the end is left out.
		const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readable, { stream: true });
		const good = new TextEncoder().encode(before).length;
		const byte = bytes[good]?.toString(16).padStart(2, '0') ?? 'an unfinished sign';
		const message = `expected UTF-8, found a byte that is none (${byte}); choose "UTF-8" as the encoding when you save the file`;
		return { issues: [{ code: 'file/not-utf-8', message, where: placeAtEnd(before, file) }] };
	}
}

/** How many bytes from the start may be UTF-8, by bisection: a prefix is good as long as no bad byte is in it. */
function countReadableBytes(bytes: Uint8Array): number {
	let good = 0;
	let bad = bytes.length + 1;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
			good = middle;
		} catch {
			bad = middle;
		}
	}
	return good;
}

function placeAtEnd(before: string, file: string) {
	const lines = before.split('\n');
	return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function checkControlCharacters(text: string, file: string): Issue[] {
	// eslint-disable-next-line no-control-regex -- they are what is looked for
	const found = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]|\r(?!\n)/.exec(text);
	if (!found) return [];
	const sign = 'U+' + found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
	const message = `expected text, found the control character ${sign}; delete it, or save the file as plain text with UTF-8`;
	return [{ code: 'file/control-character', message, where: placeAtEnd(text.slice(0, found.index), file) }];
}

function checkTabs(text: string, file: string): Issue[] {
	if (!text.includes('\t')) return [];
	const issues: Issue[] = [];
	for (const [index, line] of text.split('\n').entries()) {
		const column = /^ *\t(?=\s*\S)/.exec(line)?.[0].length;
		if (column === undefined || issues.length === MAX_LINES_TOLD) continue;
		const message = 'expected spaces before the text, found a tab; replace each tab by two spaces';
		issues.push({ code: 'yaml/tab', message, where: { file, line: index + 1, column } });
	}
	return issues;
}

/**
 * A cheap scan that may overlook quotes: its limit is so high that no honest text meets it. The exact depth is
 * checked once the tree stands.
 */
function checkRawDepth(text: string, file: string): Issue[] {
	const indents: number[] = [];
	let brackets = 0;
	for (const [index, line] of text.split('\n').entries()) {
		const [lead = '', marks = ''] = /^ *((?:[-?:] +)*)/.exec(line) ?? [];
		if (line.trim() === '') continue;
		while ((indents.at(-1) ?? -1) >= lead.length) indents.pop();
		indents.push(lead.length);
		for (const sign of line) {
			if (sign === '[' || sign === '{') brackets++;
			else if (sign === ']' || sign === '}') brackets--;
			if (brackets > MAX_RAW_DEPTH) return [makeDepthIssue(file, index + 1)];
		}
		if (indents.length + marks.length / 2 > MAX_RAW_DEPTH) return [makeDepthIssue(file, index + 1)];
	}
	return [];
}

export function makeDepthIssue(file: string, line: number, column = 1): Issue {
	const message =
		'expected at most 20 levels inside each other, found more; check the indentation and the brackets';
	return { code: 'yaml/too-deep', message, where: { file, line, column } };
}
