/** The YAML parser's complaints in our own words. */

import type { Issue } from '#core/issue.ts';
import { visit, type Document, type ErrorCode, type LineCounter, type YAMLError } from 'yaml';

const QUOTE =
	'put the text in quotes if it holds ": " or " #" or begins with a sign: prompt: "Note: what follows?"';

const WORDS: Partial<Record<ErrorCode, { code: string; message: string }>> = {
	BAD_ALIAS: {
		code: 'yaml/alias',
		message: 'expected text, found a "*" alias; write the text out, or in quotes if it begins with "*"'
	},
	BAD_DQ_ESCAPE: {
		code: 'yaml/escape',
		message: 'found a backslash that means nothing here; write "\\\\" for a backslash, or use single quotes'
	},
	BAD_INDENT: {
		code: 'yaml/indent',
		message: 'expected the same indentation as the lines above; set the line under its neighbours with spaces'
	},
	BAD_SCALAR_START: {
		code: 'yaml/quote',
		message: `expected text, found a sign that cannot begin it; ${QUOTE}`
	},
	BLOCK_AS_IMPLICIT_KEY: { code: 'yaml/quote', message: `found a second ": " in one line; ${QUOTE}` },
	BLOCK_IN_FLOW: {
		code: 'yaml/syntax',
		message: 'found a "- " list inside brackets; write [a, b], or put the text in quotes'
	},
	KEY_OVER_1024_CHARS: {
		code: 'yaml/syntax',
		message: 'expected a short key before ":", found more than 1024 signs'
	},
	MISSING_CHAR: {
		code: 'yaml/unfinished',
		message:
			'expected a closing quote, a bracket, a comma, or a ":" after a key; look at this line and the one above'
	},
	MULTILINE_IMPLICIT_KEY: {
		code: 'yaml/syntax',
		message: 'expected "key: value" in one line; is a ":" missing, or the indentation wrong?'
	},
	MULTIPLE_DOCS: {
		code: 'yaml/several-documents',
		message: 'expected one document, found another after "---"; move it into a file of its own'
	},
	TAB_AS_INDENT: {
		code: 'yaml/tab',
		message: 'expected spaces before the text, found a tab; replace each tab by two spaces'
	},
	TAG_RESOLVE_FAILED: {
		code: 'yaml/tag',
		message: 'expected text, found a "!" tag; delete it, or put the text in quotes if it begins with "!"'
	},
	UNEXPECTED_TOKEN: { code: 'yaml/syntax', message: `found something that does not belong here; ${QUOTE}` }
};

export function makeYamlIssue(error: YAMLError, file: string, lines: LineCounter, document: Document): Issue {
	const unclosed = error.message.startsWith('Missing closing') && error.message.includes('quote');
	const { line, col } = lines.linePos(unclosed ? findOpening(document, error.pos[0]) : error.pos[0]);
	if (unclosed) {
		const message =
			'expected a closing quote, found none; add it at the end of the text, or delete the one that opens';
		return { code: 'yaml/unfinished', message, where: { file, line, column: col } };
	}
	const { code, message } = WORDS[error.code] ?? {
		code: 'yaml/syntax',
		message: `this is not YAML: ${error.message}; compare the line with the examples in questions/README.md`
	};
	return { code, message, where: { file, line, column: col } };
}

/** The parser misses a quote where the file ends; the instructor, where it opens. */
function findOpening(document: Document, end: number): number {
	let opening = end;
	visit(document, {
		Scalar: (_, { range, type }) => {
			if (type?.startsWith('QUOTE') && range && range[0] < end && end <= range[2]) opening = range[0];
		}
	});
	return opening;
}
