import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendToList, appendToMap } from './native-append.ts';
import { parseNative } from './native.ts';

const member = { id: 'new', text: 'WRITE: this' };
const block = (indent: string) => `${indent}- { id: new, text: "WRITE: this" }\n`;

function read(text: string): unknown {
	return parseNative(new TextEncoder().encode(text), 'a.yaml').value?.value;
}

describe('appendToList', () => {
	it.each([
		['at the end of the file', 'list:\n  - id: old\n', `list:\n  - id: old\n${block('  ')}`],
		['without a last line break', 'list:\n- id: old', `list:\n- id: old\n${block('')}`],
		['before the next key', 'list:\n  - id: old\nkey: 1\n', `list:\n  - id: old\n${block('  ')}key: 1\n`],
		[
			'behind the comment of its line',
			'list:\n  - id: old # so\n',
			`list:\n  - id: old # so\n${block('  ')}`
		],
		['before what follows', 'list:\n  - a: b\n\n# end\n', `list:\n  - a: b\n${block('  ')}\n# end\n`],
		[
			'apart, where members stand apart',
			'list:\n - a: b\n\n - a: c\n',
			`list:\n - a: b\n\n - a: c\n\n${block(' ')}`
		],
		[
			'behind a folded text',
			'list:\n  - >-\n    long\n    text\n',
			`list:\n  - >-\n    long\n    text\n${block('  ')}`
		],
		['to an empty list', 'list: [] # none\nkey: 1\n', `list: # none\n${block('  ')}key: 1\n`],
		[
			'with the line ends of the file',
			'list:\r\n  - id: old\r\n',
			`list:\r\n  - id: old\r\n${block('  ').replace('\n', '\r\n')}`
		]
	])('adds %s', (_, before, after) => {
		expect(appendToList(before, 'list', member)).toBe(after);
	});

	it.each(['list: [{ id: old }]\n', 'list: old\n', 'other: 1\n', 'list:\n', ''])(
		'leaves alone what is no list of lines: %j',
		(text) => {
			expect(appendToList(text, 'list', member)).toBeUndefined();
		}
	);

	it('keeps every line that is there, and says one member more', () => {
		const piece = fc.constantFrom('  - id: old\n', '  - id: old\n    list:\n      - x\n', '\n', '  # so\n');
		fc.assert(
			fc.property(fc.array(piece), fc.boolean(), (pieces, isLast) => {
				const before = `list:\n  - id: first\n${pieces.join('')}${isLast ? '' : 'key: 1\n'}`;
				const after = appendToList(before, 'list', member)!;
				const { list, ...rest } = read(before) as { readonly list: readonly unknown[] };
				expect(read(after)).toEqual({ ...rest, list: [...list, member] });
				const line = block('  ');
				expect([after.replace(line, ''), after.replace(`\n${line}`, '')]).toContain(before);
			})
		);
	});
});

describe('appendToMap', () => {
	it.each([
		['to others', 'map:\n  old: { a: b }\n', 'map:\n  old: { a: b }\n  new: { a: WRITE }\n'],
		['to none', 'map: {}\n', 'map:\n  new: { a: WRITE }\n']
	])('adds %s', (_, before, after) => {
		expect(appendToMap(before, 'map', 'new', { a: 'WRITE' })).toBe(after);
	});
});
