import fc from 'fast-check';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeCourseFile, parseCourseFile, type CourseFile } from './course-file.ts';

const tides: CourseFile = {
	head: { id: 'tides-a1b2c3', title: 'Tides', language: 'en', revision: 3, from: 'Ada' },
	files: new Map([
		['01-moon.yaml', 'section: { id: moon, title: Moon }\n'],
		['course.yaml', 'course: { title: Tides }\n'],
		['course.zh.yaml', 'course: { title: 潮汐 }\n']
	])
};
const codeOf = (bytes: Uint8Array): string | undefined => parseCourseFile(bytes).notes[0]?.code;

test('comes back as it went, and has the same bytes each time', () => {
	expect(parseCourseFile(makeCourseFile(tides)).value).toEqual(tides);
	expect(makeCourseFile(tides)).toEqual(makeCourseFile(tides));
});

function remade(change: (contents: Record<string, Uint8Array>) => void): Uint8Array {
	const contents = unzipSync(makeCourseFile(tides));
	change(contents);
	return zipSync(contents as Zippable);
}

describe('what is not a course file is refused with a sentence', () => {
	test.each<[string, Uint8Array]>([
		['grasp/not-zip', strToU8('course: {}')],
		['grasp/not-zip', new Uint8Array()],
		['grasp/not-zip', makeCourseFile(tides).slice(0, 200)],
		['grasp/no-manifest', zipSync({ 'course.yaml': strToU8('course: {}') })],
		['grasp/no-manifest', remade((all) => (all['grasp.json'] = strToU8('[1]')))],
		['grasp/foreign-name', zipSync({ '../course.yaml': strToU8('x') })],
		['grasp/foreign-name', zipSync({ '/etc/course.yaml': strToU8('x') })],
		['grasp/foreign-name', zipSync({ 'a/course.yaml': strToU8('x') })],
		['grasp/altered', remade((all) => (all['course.yaml'] = strToU8('course: { title: Tidez }\n')))],
		['grasp/altered', remade((all) => delete all['course.yaml'])],
		['grasp/later-version', remade((all) => replace(all, '"version": 1', '"version": 2'))],
		['grasp/no-manifest', remade((all) => replace(all, 'tides-a1b2c3', '../tides'))],
		['grasp/too-much-inside', zipSync({ 'course.yaml': new Uint8Array(210 * 1024 * 1024) }, { level: 1 })]
	])('%s', (code, bytes) => {
		expect(codeOf(bytes)).toBe(code);
	});

	function replace(all: Record<string, Uint8Array>, from: string, to: string): void {
		all['grasp.json'] = strToU8(new TextDecoder().decode(all['grasp.json']).replace(from, to));
	}
});

test('no byte that is changed, cut or added makes it throw, or read wrong words', () => {
	const good = makeCourseFile(tides);
	fc.assert(
		fc.property(fc.nat(good.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
			const bad = isCut ? good.slice(0, at) : good.with(at, byte);
			const { value, notes } = parseCourseFile(bad);
			if (value) expect(value.files).toEqual(tides.files);
			else expect(notes[0]?.message).toMatch(/\.$/);
		}),
		{ numRuns: 500 }
	);
});

test.each([{ title: 'Tides \u202esediT' }, { from: 'Ada\u0007' }])(
	'%j is taken for no name: a screen would show something else than it says',
	(part) => {
		const file = makeCourseFile({
			head: { id: 'tides-a1b2c3', title: 'Tides', language: 'en', revision: 3, ...part },
			files: new Map([['course.yaml', 'course: { title: Tides }\n']])
		});
		expect(parseCourseFile(file)).toMatchObject({ notes: [{ code: 'grasp/no-manifest' }] });
	}
);
