/** The sentences of schema issues: what was expected, what was found, how to mend it. */

import { findField } from './fields.ts';

/** What a validation of the schema library tells. */
interface Rule {
	readonly message: string;
	readonly input: unknown;
	readonly requirement?: unknown;
}

type Saying = (rule: Rule, name: string | undefined) => string;

/** By the code that the schema gives to its rule. */
const SAYINGS: Readonly<Record<string, Saying>> = {
	'id/form': ({ input }) =>
		`expected an id of 2 to 60 small letters, digits and single hyphens, found ${show(input)}; write it like ${show(makeId(input))}`,
	'id/reserved': ({ input }) => `${show(input)} cannot be an id; choose another word`,
	'language/form': ({ input }) => `expected a language tag like en, zh or pt-BR, found ${show(input)}`,
	'fingerprint/form': ({ input }) => `expected 64 hexadecimal digits in small letters, found ${show(input)}`,
	'text/empty': (_, name) => `expected some text, found nothing that one can see; ${giveExample(name)}`,
	'text/too-long': ({ input, requirement }) =>
		`expected at most ${String(requirement)} signs, found ${String(input).length}; shorten it, or split it in two`,
	'text/control-character': ({ input }) =>
		`expected plain text, found the hidden sign ${nameHiddenSign(String(input))}; delete it or write a space`,
	'list/too-short': ({ input, requirement }, name) =>
		`expected at least ${String(requirement)} in "${name ?? 'list'}", found ${countOf(input)}; ${giveExample(name)}`,
	'list/too-long': ({ input, requirement }, name) =>
		`expected at most ${String(requirement)} in "${name ?? 'list'}", found ${countOf(input)}; split it in two`,
	'number/not-finite': ({ input }, name) => `expected a number, found ${show(input)}; ${giveExample(name)}`,
	'number/not-whole': ({ input }, name) =>
		`expected a whole number, found ${show(input)}; ${giveExample(name)}`,
	'number/too-small': ({ input, requirement }, name) =>
		`expected a number ${name === 'close' || name === 'far' ? 'above' : 'not below'} ${String(requirement)}, found ${show(input)}; ${giveExample(name)}`
};

export function sayRule(rule: Rule, name: string | undefined): string {
	const say = SAYINGS[rule.message];
	return say ? say(rule, name) : `found ${show(rule.input)}, which cannot stand here; ${giveExample(name)}`;
}

/** `expected` as the schema library names types. */
export function sayWrongType(expected: string, input: unknown, name: string | undefined): string {
	const found = `found ${describeValue(input)}`;
	if (expected.startsWith('string')) {
		const mend = isPlain(input) ? `put it in quotes: ${quote(input)}` : giveExample(name);
		return `expected text, ${found}; ${mend}`;
	}
	if (expected === 'number') return `expected a number, ${found}; ${mendNumber(input, name)}`;
	if (expected === 'boolean') return `expected true or false, ${found}; write true or false without quotes`;
	if (expected === 'Array') return `expected a list, ${found}; ${giveExample(name)}`;
	if (expected === 'Object') return `expected "key: value" lines, ${found}; ${giveExample(name)}`;
	return `expected ${expected.replaceAll(' | ', ' or ')}, ${found}; ${giveExample(name)}`;
}

/** A value as it may stand in a sentence. */
export function show(value: unknown): string {
	const text = JSON.stringify(value) ?? 'nothing';
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function describeValue(value: unknown): string {
	if (value === null || value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return '"key: value" lines';
	const noun = { string: 'the text', number: 'the number', boolean: 'the truth value' }[
		typeof value as string
	];
	return `${noun ?? 'the value'} ${show(value)}`;
}

function isPlain(value: unknown): value is number | boolean {
	return typeof value === 'number' || typeof value === 'boolean';
}

function quote(value: number | boolean): string {
	return `"${String(value)}"`;
}

function mendNumber(input: unknown, name: string | undefined): string {
	if (typeof input !== 'string') return giveExample(name);
	const digits = /^[-+]?\d[\d,_ ]*(\.\d+)?/.exec(input.trim())?.[0];
	if (digits === undefined) return giveExample(name);
	const number = digits.replace(/[,_ ]/g, '');
	const rest = input.trim().slice(digits.length).trim();
	return rest === ''
		? `write ${number} without quotes`
		: `write ${number} here and unit: "${rest}" in a line of its own`;
}

function giveExample(name: string | undefined): string {
	const field = findField(name);
	return field ? `for example: ${field.example}` : 'see the examples in questions/README.md';
}

function makeId(input: unknown): string {
	const id = String(input)
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
	return id.length < 2 ? 'base-stations' : id.replace(/-+$/, '');
}

function countOf(input: unknown): number {
	return Array.isArray(input) ? input.length : 0;
}

function nameHiddenSign(text: string): string {
	const sign = /[^\n\P{C}]/u.exec(text)?.[0] ?? '';
	return 'U+' + (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
