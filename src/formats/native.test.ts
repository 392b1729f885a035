import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeNative, parseNative } from './native.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseNative(encode(text), 'a.yaml');
const codesOf = (text: string) =>
	parse(text).issues.map(({ code, where }) => `${where.line}:${where.column} ${code}`);

describe('limits at the door', () => {
	it.each([
		['an empty file', '', '1:1 file/empty'],
		['a file of comments', '# nothing\n\n', '1:1 file/empty'],
		['a NUL', 'a: b\nc: d\0', '2:5 file/control-character'],
		['a tab as indentation', 'a:\n\tb: 1', '2:1 yaml/tab'],
		['an anchor', 'a: &x [1]\nb: 1', '1:7 yaml/anchor'],
		['an alias', 'a: b\nc: *a', '2:4 yaml/alias'],
		['a tag', 'a: !!binary aGk=', '1:13 yaml/tag'],
		['a second document', 'a: 1\n---\nb: 1', '2:1 yaml/several-documents'],
		['a directive', '%YAML 1.1\n---\na: yes', '1:1 yaml/directive'],
		['a duplicate key', 'a: 1\nb: 2\na: 3', '3:1 yaml/duplicate-key'],
		['a number as a key', '2020: a', '1:1 yaml/key'],
		['a reserved key', 'a:\n  __proto__: { polluted: true }', '2:3 yaml/reserved-key'],
		['a colon in plain text', 'prompt: Note: what?', '1:9 yaml/quote'],
		['an integer that would be rounded', 'a: 12345678901234567890', '1:4 yaml/number'],
		['an infinite number', 'a: 1e999', '1:4 yaml/number'],
		['21 levels', '['.repeat(22) + ']'.repeat(22), '1:22 yaml/too-deep'],
		['levels that would overflow the stack', '['.repeat(50_000), '1:1 yaml/too-deep'],
		['nested lists that would overflow the stack', '- '.repeat(50_000), '1:1 yaml/too-deep']
	])('refuses %s', (_, text, expected) => {
		expect(codesOf(text)).toContain(expected);
	});

	it('says the line of the first byte that is not UTF-8', () => {
		const { issues } = parseNative(new Uint8Array([97, 58, 32, 98, 10, 99, 58, 32, 0xe9, 10]), 'a.yaml');
		expect(issues).toMatchObject([{ code: 'file/not-utf-8', where: { line: 2, column: 4 } }]);
	});

	it('recognises UTF-16 and accepts a UTF-8 byte order mark', () => {
		expect(parseNative(new Uint8Array([0xff, 0xfe, 97, 0]), 'a.yaml').issues[0]?.code).toBe('file/utf-16');
		expect(parse('\ufeffa: 1').value?.value).toEqual({ a: 1 });
	});

	it('says the size of a file that is too large', () => {
		expect(parseNative(new Uint8Array(5_000_000), 'a.yaml').issues).toMatchObject([
			{ code: 'file/too-large', message: expect.stringContaining('5.0 MB') }
		]);
	});

	it('gathers all syntax errors of a file', () => {
		expect(codesOf('a: "x\\q"\nb: "y\\q"')).toEqual(['1:6 yaml/escape', '2:6 yaml/escape']);
	});

	it('pollutes no prototype', () => {
		parse('constructor: { prototype: { polluted: true } }\n__proto__: { polluted: true }');
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});

	it('reads many thousand keys in time', () => {
		const text = Array.from({ length: 80_000 }, (_, index) => `k${index}: 1`).join('\n');
		const start = performance.now();
		expect(parse(text).issues).toEqual([]);
		expect(performance.now() - start).toBeLessThan(10_000);
	});
});

describe('places', () => {
	const draft = parse('a:\n  - id: x\n    text: y\nb: 1').value!;

	it.each([
		['a value', draft.locate(['a', 0, 'text']), 3, 11],
		['a key', draft.locate(['a', 0, 'text'], 'key'), 3, 5],
		['the parent of what is missing', draft.locate(['a', 0, 'why']), 2, 5],
		['the parent of a missing parent', draft.locate(['a', 5, 'why', 'x']), 2, 3],
		['the file', draft.locate([]), 1, 1]
	])('are given for %s', (_, place, line, column) => {
		expect(place).toEqual({ file: 'a.yaml', line, column });
	});
});

describe('makeNative', () => {
	const keys = fc
		.stringMatching(/^[a-z][a-z-]{0,8}$/)
		.filter((key) => key !== 'constructor' && key !== 'prototype');
	const { tree } = fc.letrec((tie) => ({
		tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), fc.array(tie('tree')), fc.dictionary(keys, tie('tree'))),
		leaf: fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.string({ unit: 'binary' }),
			fc.boolean(),
			fc.constant(null),
			fc.integer(),
			fc.double({ noNaN: true, min: -1e15, max: 1e15 }).map((number) => number || 0)
		)
	}));

	it('is undone by parseNative', () => {
		fc.assert(
			fc.property(fc.dictionary(keys, tree, { minKeys: 1 }), (value) => {
				const parsed = parse(makeNative(value));
				expect(parsed.issues).toEqual([]);
				expect(parsed.value?.value).toEqual(structuredClone(value));
			}),
			{ numRuns: 500 }
		);
	});

	it('writes the same for the same, whatever the order of keys', () => {
		const made = makeNative({ questions: [], section: { title: 'T', id: 's' } });
		expect(made).toBe('section: { id: s, title: T }\nquestions: []\n');
		expect(makeNative({ section: { id: 's', title: 'T' }, questions: [] })).toBe(made);
	});
});

describe('any input', () => {
	const good = readFileSync('tests/fixtures/questions/good/networks/01-kinds.yaml');

	it('gives issues and never throws', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
				const { value, issues } = parseNative(bytes, 'a.yaml');
				expect(value === undefined).toBe(issues.length > 0);
			}),
			{ numRuns: 2000 }
		);
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'ab:-?[]{},&*!#|>\'"%@\n  \t~1.\\') }), (text) => {
				const { value, issues } = parse(text);
				expect(value === undefined).toBe(issues.length > 0);
			}),
			{ numRuns: 5000 }
		);
	});

	it('may be a good file with any stretch replaced', () => {
		const stretch = fc.tuple(fc.nat(good.length), fc.nat(40), fc.uint8Array({ maxLength: 8 }));
		fc.assert(
			fc.property(stretch, ([start, length, bytes]) => {
				parseNative(Buffer.concat([good.subarray(0, start), bytes, good.subarray(start + length)]), 'a.yaml');
			}),
			{ numRuns: 200 }
		);
	});
});
