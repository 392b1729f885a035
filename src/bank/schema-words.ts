/** What the schema library finds, said in sentences that an instructor can act on. */

import { QUESTION_KINDS } from '#core/question.ts';
import * as v from 'valibot';
import type { Finding, Path } from './draft.ts';
import { findField } from './fields.ts';
import { findNear, makeHint } from './near.ts';
import { chosenGap, typedGap } from './schema.ts';
import { sayRule, sayWrongType, show } from './words.ts';

type SchemaIssue = v.BaseIssue<unknown>;
type PathItem = v.IssuePathItem & { readonly key: string | number };

export type Parsed<T> =
	| { readonly value: T; readonly findings: readonly [] }
	| { readonly value?: undefined; readonly findings: readonly Finding[] };

/** `path` leads from the root of the draft to `input`. */
export function parseBy<const T extends v.GenericSchema>(
	schema: T,
	input: unknown,
	path: Path
): Parsed<v.InferOutput<T>> {
	const result = v.safeParse(schema, input);
	if (result.success) return { value: result.output, findings: [] };
	const findings = result.issues.flatMap((issue) => explain(issue, path));
	// A list where keys were expected lacks each of them: one sentence is enough.
	const seen = new Set<string>();
	return {
		findings: findings.filter(({ path, code, message }) => {
			const line = JSON.stringify([path, code, message]);
			return !seen.has(line) && seen.add(line);
		})
	};
}

function explain(issue: SchemaIssue, root: Path): readonly Finding[] {
	const items = (issue.path ?? []) as readonly PathItem[];
	const path = [...root, ...items.map(({ key }) => key)];
	const last = items.at(-1);
	const name = [...path].reverse().find((step) => typeof step === 'string');
	if (last?.origin === 'key') {
		const around = path.slice(0, -1);
		if (Array.isArray(last.input)) return [makeWrongType(around, 'Object', last.input)];
		if (issue.expected !== 'never') return [makeMissing(around, String(last.key))];
		return findUnknownKeys(issue, last.input as object, around);
	}
	if (issue.kind === 'validation') return [{ path, code: issue.message, message: sayRule(issue, name) }];
	if (issue.type === 'variant' && last?.key === 'kind' && Array.isArray(last.input))
		return [makeWrongType(path.slice(0, -1), 'Object', last.input)];
	if (last?.key === 'kind' && issue.input === undefined) return [makeMissing(path.slice(0, -1), 'kind')];
	if (issue.type === 'union' && isGap(issue.input))
		return parseBy('options' in issue.input ? chosenGap : typedGap, issue.input, path).findings;
	if (issue.type === 'picklist' || issue.type === 'variant') return [makeUnknownWord(path, issue)];
	return [makeWrongType(path, issue.expected ?? '', issue.input)];
}

function isGap(input: unknown): input is object {
	return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function makeMissing(path: Path, key: string): Finding {
	const field = findField(key === 'kind' && path[0] === 'claims' ? 'claimKind' : key);
	const meaning = field ? ` (${field.description.replace(/\.$/, '')})` : '';
	const example = field ? `; add: ${field.example}` : '; add it';
	return {
		path,
		code: 'schema/missing',
		message: `expected the key "${key}"${meaning}, found none${example}`
	};
}

/** The library tells the first unknown key only; the message of an object's issue lists the known ones. */
function findUnknownKeys(issue: SchemaIssue, input: object, path: Path): readonly Finding[] {
	const known = issue.message.split(' ');
	const free = known.filter((key) => !Object.hasOwn(input, key));
	const unknown = Object.keys(input).filter((key) => !known.includes(key));
	return unknown.slice(0, 20).map((key) => {
		const near = findNear(key, free) ?? findNear(key, known);
		const hint = near ? `did you mean "${near}"?` : `delete it; known here are: ${known.join(', ')}`;
		const message = `expected no key ${show(key)} here; ${hint}`;
		return { path: [...path, key], part: 'key', code: 'schema/unknown-key', message };
	});
}

function makeUnknownWord(path: Path, issue: SchemaIssue): Finding {
	const words = issue.type === 'variant' ? QUESTION_KINDS : quotedWords(issue.expected ?? '');
	const hint = typeof issue.input === 'string' ? makeHint(issue.input, words) : '';
	const message = `expected one of: ${words.join(', ')}; found ${show(issue.input)}${hint}`;
	return { path, code: 'schema/unknown-word', message };
}

function quotedWords(expected: string): readonly string[] {
	return [...expected.matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? '');
}

function makeWrongType(path: Path, expected: string, input: unknown): Finding {
	const name = [...path].reverse().find((step) => typeof step === 'string');
	return { path, code: 'schema/wrong-type', message: sayWrongType(expected, input, name) };
}
