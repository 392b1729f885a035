import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { applyStep, type CourseFiles, type Edit } from '#core/edit.ts';
import { readCourseFiles } from './compile-course.ts';
import { readTexts, writeTexts } from './course-texts.ts';
import { questionsOf } from './new-parts.ts';
import {
	beginTranslation,
	carryTranslations,
	listTranslations,
	removeTranslation,
	setText,
	textsOf
} from './translating.ts';

const folder = new URL('../../../questions/network-power/', import.meta.url);
const texts = new Map(
	readdirSync(folder)
		.sort()
		.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])
);
const files = readTexts(texts);
const FILE = '01-scale.yaml';

function change(before: CourseFiles, edits: readonly Edit[]): CourseFiles {
	return applyStep(before, { edits });
}

function languagesLearnt(now: CourseFiles): readonly string[] | undefined {
	const { compiled } = readCourseFiles('tides-abc234', 1, writeTexts(now, texts));
	return compiled && Object.keys(compiled.entry.translations);
}

/** Types into each field that is empty. */
function fillAll(now: CourseFiles, language: string): CourseFiles {
	const all = ['course.yaml', ...Object.keys(now).filter((name) => /^\d\d-[a-z-]+\.yaml$/.test(name))];
	return all.reduce(
		(filled, file) =>
			textsOf(filled, file, language)
				.flatMap((group) => group.texts)
				.filter(({ isNeeded }) => isNeeded)
				.reduce(
					(step, text) => change(step, [setText(step, { file, language }, text, text.original)]),
					filled
				),
		now
	);
}

test('texts that are written back unchanged keep every byte, the ledger included', () => {
	expect(writeTexts(files, texts)).toEqual(texts);
});

test('a course whose translation is whole has nothing left to translate', () => {
	expect(listTranslations(files)).toMatchObject([{ language: 'zh', missing: 0 }]);
});

test('a translation is not learnt before it is whole, and the original all the while', () => {
	const begun = change(files, beginTranslation(files, 'fr'));
	expect(listTranslations(begun).map(({ language }) => language)).toEqual(['fr', 'zh']);
	expect(languagesLearnt(begun)).toEqual(['zh']);
	const whole = fillAll(begun, 'fr');
	expect(listTranslations(whole)[0]!.sections.every(({ missing }) => missing === 0)).toBe(true);
	expect(languagesLearnt(whole)?.toSorted()).toEqual(['fr', 'zh']);
	expect(languagesLearnt(change(whole, removeTranslation(whole, 'zh')))).toEqual(['fr']);
});

test('what is wrong in the original is not excused by a translation', () => {
	expect(languagesLearnt(change(files, [setTitle('')]))).toBeUndefined();
	function setTitle(title: string): Edit {
		return { kind: 'set', file: FILE, path: ['section', 'title'], before: '', after: title };
	}
});

test('a question that is taken away takes its translation along when the course is saved', () => {
	const gone = applyStep(files, {
		edits: [
			{
				kind: 'splice',
				file: FILE,
				path: ['questions'],
				index: 0,
				removed: [questionsOf(files, FILE)[0]],
				added: []
			}
		]
	});
	expect(languagesLearnt(gone)).toEqual(['zh']);
});

test('a translation goes with its question to another section, and is doubled with a copy', () => {
	const [{ id } = { id: '' }] = questionsOf(files, FILE);
	const other = '02-figures.yaml';
	const moved = change(files, carryTranslations(files, { file: FILE, id }, { file: other, id }, false));
	const said = (now: CourseFiles, file: string, name: string) =>
		(now[file] as { questions: Record<string, unknown> }).questions[name];
	expect(said(moved, '01-scale.zh.yaml', id)).toBeUndefined();
	expect(said(moved, '02-figures.zh.yaml', id)).toEqual(said(files, '01-scale.zh.yaml', id));
	const copied = change(
		files,
		carryTranslations(files, { file: FILE, id }, { file: FILE, id: 'copy' }, true)
	);
	expect(said(copied, '01-scale.zh.yaml', 'copy')).toEqual(said(copied, '01-scale.zh.yaml', id));
});
