import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeNative, parseNative } from './native.ts';
import { updateNative } from './native-update.ts';

const folder = new URL('../../questions/network-power/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const valueOf = (text: string) => parseNative(new TextEncoder().encode(text), '').value?.value as never;

interface Member {
	id: string;
	text: string;
}

describe('a file by hand', () => {
	test.each(files)('%s stays as it is when nothing changes', (name) => {
		expect(updateNative(read(name), valueOf(read(name)))).toBe(read(name));
	});

	test('one word changed in a section touches the lines of one question only', () => {
		const text = read('02-figures.yaml');
		const value = structuredClone<{ questions: { prompt: string }[] }>(valueOf(text));
		value.questions[3]!.prompt += ' Indeed?';
		const updated = updateNative(text, value);
		expect(valueOf(updated)).toEqual(value);
		const kept = new Set(text.split('\n'));
		expect(updated.split('\n').filter((line) => !kept.has(line)).length).toBeLessThan(25);
		expect(updated.split('\n')[0]).toBe(text.split('\n')[0]);
	});

	test('one word changed in a translation touches the lines of one question only', () => {
		const text = read('02-figures.zh.yaml');
		const value = structuredClone<{ questions: Record<string, { prompt: string }> }>(valueOf(text));
		Object.values(value.questions)[2]!.prompt += '是吗？';
		const updated = updateNative(text, value);
		expect(valueOf(updated)).toEqual(value);
		const kept = new Set(text.split('\n'));
		expect(updated.split('\n').filter((line) => !kept.has(line)).length).toBeLessThan(25);
	});

	test('keeps comments beside what moves, and drops those of what goes', () => {
		const text =
			'# head\nclaims:\n  # of a\n  - id: aa\n    text: A # here\n\n  # of b\n  - id: bb\n    text: B\n# of more\nmore: 1\n';
		const moved = updateNative(text, {
			claims: [
				{ id: 'bb', text: 'B' },
				{ id: 'aa', text: 'A' }
			],
			more: 1
		});
		expect(valueOf(moved)).toEqual({
			claims: [
				{ id: 'bb', text: 'B' },
				{ id: 'aa', text: 'A' }
			],
			more: 1
		});
		expect(moved).toContain('# head\n');
		expect(moved).toContain('# of b\n  - id: bb');
		expect(moved).toContain('text: A # here');
		const without = updateNative(text, { claims: [{ id: 'aa', text: 'A' }], more: 2 });
		expect(without).not.toContain('# of b');
		expect(without).toContain('# of more\nmore: 2');
	});
});

describe('law', () => {
	const member = fc.record({
		id: fc.stringMatching(/^[a-z]{2,4}$/),
		text: fc
			.string({ unit: 'grapheme', minLength: 1 })
			.filter((text) => /\S/.test(text) && text.isWellFormed())
	});
	const list = fc.uniqueArray(member, { selector: ({ id }) => id, maxLength: 6 });
	const value = fc.record({
		title: fc.string().filter((text) => text.isWellFormed()),
		claims: list,
		questions: list
	});
	const asMap = (members: readonly Member[]) =>
		Object.fromEntries(members.map(({ id, ...rest }) => [id, rest]));

	test('whatever the text was, the file says the new value', () => {
		fc.assert(
			fc.property(value, value, fc.boolean(), (before, after, isByHand) => {
				const canonical = makeNative(before);
				const text = isByHand
					? `# by hand\n${canonical.replace(/^( *)- /gm, '\n$1# a member\n$1- ')}`
					: canonical;
				expect(valueOf(updateNative(text, after))).toEqual(after);
				expect(updateNative(canonical, after)).toBe(makeNative(after));
			})
		);
	});

	test('the same for translations, whose members stand by id', () => {
		fc.assert(
			fc.property(value, value, (before, after) => {
				const text = `# by hand\n${makeNative({ ...before, questions: asMap(before.questions) })}`;
				const wanted = { ...after, questions: asMap(after.questions) };
				expect(valueOf(updateNative(text, wanted))).toEqual(wanted);
			})
		);
	});
});
