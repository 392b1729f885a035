import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	applyStep,
	invertStep,
	joinTyping,
	setAt,
	setWithin,
	spliceAt,
	valueAt,
	type EditStep
} from './edit.ts';

const files = {
	'course.yaml': { course: { title: 'Tides' } },
	'01-moon.yaml': {
		questions: [
			{ id: 'aa', prompt: 'A' },
			{ id: 'bb', prompt: 'B' }
		]
	}
};
const section = '01-moon.yaml';

test('sets what is there, and adds what is not', () => {
	const changed = applyStep(files, {
		edits: [
			setAt(files, section, ['questions', 1, 'prompt'], 'Bee'),
			setAt(files, 'course.yaml', ['course', 'language'], 'en')
		]
	});
	expect(valueAt(changed, section, ['questions', 1])).toEqual({ id: 'bb', prompt: 'Bee' });
	expect(valueAt(changed, 'course.yaml')).toEqual({ course: { title: 'Tides', language: 'en' } });
});

test('makes the maps that are missing on the way, and takes them back', () => {
	const step = { edits: [setWithin(files, '01-moon.zh.yaml', ['questions', 'aa', 'prompt'], '甲')] };
	const changed = applyStep(files, step);
	expect(valueAt(changed, '01-moon.zh.yaml')).toEqual({ questions: { aa: { prompt: '甲' } } });
	expect(applyStep(changed, invertStep(step))).toEqual(files);
	expect(setWithin(changed, '01-moon.zh.yaml', ['questions', 'aa', 'why'], '乙').path).toHaveLength(3);
	expect(applyStep(files, { edits: [setWithin(files, 'none.yaml', ['a', 'b'], undefined)] })).toEqual(files);
});

test('typing that began by making a map is not joined with what follows', () => {
	const first = { typing: 'f', edits: [setWithin(files, 'x.yaml', ['a', 'b'], 'T')] };
	const second = { typing: 'f', edits: [setAt(applyStep(files, first), 'x.yaml', ['a', 'b'], 'Th')] };
	expect(joinTyping(first, second)).toBeUndefined();
});

test('shares what it does not touch', () => {
	const changed = applyStep(files, { edits: [setAt(files, section, ['questions', 1, 'prompt'], 'Bee')] });
	expect(changed['course.yaml']).toBe(files['course.yaml']);
	expect(valueAt(changed, section, ['questions', 0])).toBe(files[section].questions[0]);
});

test('makes and removes files', () => {
	const added = applyStep(files, { edits: [setAt(files, '02-sun.yaml', [], { claims: [] })] });
	expect(Object.keys(added)).toContain('02-sun.yaml');
	const gone = applyStep(added, { edits: [setAt(added, '02-sun.yaml', [], undefined)] });
	expect(gone).toEqual(files);
});

test('refuses an edit that was made for other files', () => {
	expect(() => applyStep(files, { edits: [setAt(files, section, ['questions', 7, 'prompt'], 'X')] })).toThrow(
		'questions/7'
	);
	const splice = { kind: 'splice', file: section, path: ['questions'], index: 1, removed: [1, 2], added: [] };
	expect(() => applyStep(files, { edits: [splice as never] })).toThrow('questions');
});

test('typing in one field is one step, in another one a new one', () => {
	const type = (text: string, field: string): EditStep => ({
		typing: field,
		edits: [setAt(files, section, ['questions', 0, field], text)]
	});
	const joined = joinTyping(type('Ab', 'prompt'), type('Abc', 'prompt'));
	expect(joined?.edits).toEqual([expect.objectContaining({ before: 'A', after: 'Abc' })]);
	expect(joinTyping(type('Ab', 'prompt'), type('x', 'unit'))).toBeUndefined();
	expect(joinTyping(undefined, type('Ab', 'prompt'))).toBeUndefined();
});

describe('law', () => {
	const list = fc.array(fc.record({ id: fc.string(), prompt: fc.string() }), { maxLength: 5 });
	const edited = fc.record({ list, index: fc.nat(5), remove: fc.nat(3), added: list, text: fc.string() });

	test('a step taken back leaves what was there', () => {
		fc.assert(
			fc.property(edited, ({ list, index, remove, added, text }) => {
				const before = { [section]: { questions: list, title: 'x' } };
				const at = { file: section, path: ['questions'], index: Math.min(index, list.length), remove };
				const step: EditStep = {
					edits: [setAt(before, section, ['title'], text), spliceAt(before, at, ...added)]
				};
				const after = applyStep(before, step);
				expect(applyStep(after, invertStep(step))).toEqual(before);
				expect(applyStep(before, invertStep(invertStep(step)))).toEqual(after);
			})
		);
	});
});
