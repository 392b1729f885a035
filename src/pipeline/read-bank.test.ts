import { checkCourse } from '#bank/check.ts';
import { parseNative } from '#formats/native.ts';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBank } from './read-bank.ts';

const FOLDER = 'tests/fixtures/questions/good/networks';
const read = (name: string) => readFileSync(`${FOLDER}/${name}`);

describe('readBank', () => {
	it('gathers the problems of all courses, sorted by file', async () => {
		const { value, issues } = await readBank('tests/fixtures/questions/bad');
		const files = issues.map(({ where }) => where.file);
		expect(value).toBeUndefined();
		expect(files).toEqual([...files].sort());
	});
});

describe('the corridor from bytes to course', () => {
	const names = ['course.yaml', '01-kinds.yaml', '01-kinds.zh.yaml'];
	const good = new Map(names.map((name) => [name, read(name)]));

	it('gives issues for a good file with any stretch replaced, and never throws', () => {
		const piece = fc.constantFrom('', '\n', '  ', ': ', '- ', '{', '}', '[', '"', '1', 'x', 'null', 'true');
		const change = fc.record({
			name: fc.constantFrom(...names),
			start: fc.nat(5000),
			length: fc.nat(30),
			piece
		});
		fc.assert(
			fc.property(change, ({ name, start, length, piece }) => {
				const old = good.get(name)!;
				const at = start % old.length;
				const changed = Buffer.concat([old.subarray(0, at), Buffer.from(piece), old.subarray(at + length)]);
				const parsed = names.map((each) =>
					parseNative(each === name ? changed : good.get(each)!, `a/${each}`)
				);
				const drafts = parsed.flatMap(({ value }) => value ?? []);
				const { issues } = checkCourse({ id: 'networks', folder: 'a', drafts, unread: [] });
				for (const { where, message } of issues) {
					expect(where.line).toBeGreaterThan(0);
					expect(message).not.toMatch(/undefined|NaN|\[object/);
				}
			}),
			{ numRuns: 300 }
		);
	});
});
