import { LEVELS, QUESTION_KINDS } from '#core/question.ts';
import { describe, expect, it } from 'vitest';
import { checkCourse } from './check.ts';
import type { CourseDraft } from './draft.ts';
import { makeNewQuestion, makeNewTranslation, pickNextLevel } from './new-question.ts';

const draft = (file: string, value: unknown): CourseDraft => ({
	file: `a/${file}`,
	value,
	locate: () => ({ file, line: 1, column: 1 })
});

function check(...drafts: readonly CourseDraft[]) {
	const course = { title: 'T', language: 'en', description: 'A course.' };
	const source = { title: 'S', form: 'article', paragraphs: 5 };
	const translated = { course: { title: 'T', description: 'D' }, source: { title: 'S', form: 'F' } };
	const heads = [draft('course.yaml', { course, source }), draft('course.zh.yaml', translated)];
	return checkCourse({ id: 'course-a', folder: 'a', drafts: [...heads, ...drafts], unread: [] }).issues;
}

describe('makeNewQuestion', () => {
	it.each(QUESTION_KINDS)('passes the check but for its words, translated too: %s', (kind) => {
		const question = makeNewQuestion({ kind, claim: 'sites', level: 'apply', takenIds: new Set() });
		const claims = [{ id: 'sites', kind: 'figure', where: { paragraph: 1, sentence: 1 }, text: 'Many.' }];
		const section = { section: { id: 'scale', title: 'Scale' }, claims, questions: [question] };
		const translation = {
			section: { title: 'S' },
			claims: { sites: 'M' },
			questions: { [question.id]: makeNewTranslation(question) }
		};
		const issues = check(draft('01-scale.yaml', section), draft('01-scale.zh.yaml', translation));
		expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['words/left-to-write']));
	});

	it.each([
		['sites', [], 'sites-1'],
		['sites', ['sites-1', 'sites-2'], 'sites-3'],
		['a'.repeat(60), [], `${'a'.repeat(58)}-1`]
	])('gives an id that was never used: %s', (claim, taken, id) => {
		const values = { kind: 'numeric', claim, level: 'apply' } as const;
		expect(makeNewQuestion({ ...values, takenIds: new Set(taken) }).id).toBe(id);
	});
});

describe('pickNextLevel', () => {
	it.each([
		[[], 'remember'],
		[['remember', 'apply'], 'understand'],
		[LEVELS, 'understand']
	] as const)('after %j it is %s', (asked, level) => {
		expect(pickNextLevel(asked)).toBe(level);
	});
});
