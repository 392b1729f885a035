import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCourse } from './check.ts';
import type { CourseDraft } from './draft.ts';

/** A draft whose places are its paths: what line that is, is the parser's affair. */
function draft(file: string, value: unknown): CourseDraft {
	return { file, value, locate: (path) => ({ file, line: path.length + 1, column: 1 }) };
}

const head = { title: 'T', language: 'en', description: 'A course.' };
const courseDraft = draft('a/course.yaml', {
	course: head,
	source: { title: 'S', form: 'article', paragraphs: 5 }
});

function sectionOf(questions: readonly unknown[], claims: readonly unknown[] = [claim('stations')]) {
	return draft('a/01-scale.yaml', { section: { id: 'scale', title: 'Scale' }, claims, questions });
}

function claim(id: string) {
	return { id, kind: 'figure', where: { paragraph: 1, sentence: 1 }, text: 'Many.' };
}

function question(changes: Readonly<Record<string, unknown>> = {}) {
	return {
		id: 'first',
		kind: 'numeric',
		claim: 'stations',
		level: 'remember',
		prompt: 'How many?',
		explanation: 'So many.',
		answer: 5,
		...changes
	};
}

function check(...drafts: readonly CourseDraft[]) {
	return checkCourse({ id: 'course-a', folder: 'a', drafts: [courseDraft, ...drafts], unread: [] });
}

const messagesOf = (...drafts: readonly CourseDraft[]) =>
	check(...drafts).issues.map(({ message }) => message);

describe('checkCourse', () => {
	it('gives the course with its folder as id', () => {
		const { value, issues } = check(sectionOf([question()]));
		expect(issues).toEqual([]);
		expect(value).toMatchObject({ id: 'course-a', sections: [{ id: 'scale', questions: [question()] }] });
	});

	it('gathers the mistakes of all questions, of form and of meaning', () => {
		const choice = question({ id: 'second', kind: 'ordering', steps: [] });
		const {
			answer: _,
			explanation: __,
			...rest
		} = question({ id: 'third', kind: 'estimate', claim: 'nothing' });
		const { issues } = check(
			sectionOf([question({ answer: 'x' }), choice, { ...rest, answer: 0, close: 1, far: 1 }])
		);
		expect(issues.map(({ code }) => code).sort()).toEqual([
			'estimate/close-far',
			'estimate/zero',
			'list/too-short',
			'schema/missing',
			'schema/unknown-key',
			'schema/wrong-type'
		]);
	});

	it('tells every unknown key of an object', () => {
		expect(messagesOf(sectionOf([question({ anwser: 1, promt: 'x' })]))).toEqual([
			'expected no key "anwser" here; did you mean "answer"?',
			'expected no key "promt" here; did you mean "prompt"?'
		]);
	});

	it('says how to write a number', () => {
		expect(messagesOf(sectionOf([question({ answer: '5.44' })]))).toEqual([
			'expected a number, found the text "5.44"; write 5.44 without quotes'
		]);
	});

	it('does not take the claims of an unreadable file for missing', () => {
		const drafts = [courseDraft, sectionOf([question({ claim: 'elsewhere' })])];
		const codes = (unread: readonly string[]) =>
			checkCourse({ id: 'course-a', folder: 'a', drafts, unread }).issues.map(({ code }) => code);
		expect(codes([])).toEqual(['claim/unknown']);
		expect(codes(['a/02-more.yaml'])).toEqual([]);
	});

	it('tells a thousand problems, and how many more there are', () => {
		const questions = Array.from({ length: 1500 }, (_, index) => question({ id: `q-${index}`, answer: 'x' }));
		const { issues } = check(sectionOf(questions));
		expect(issues).toHaveLength(1001);
		expect(issues.at(-1)).toMatchObject({ code: 'check/more', message: expect.stringMatching(/^500 more/) });
	});

	it('gives issues for any value, and never throws', () => {
		const anyDraft = (file: string) => fc.anything().map((value) => draft(file, value));
		fc.assert(
			fc.property(
				anyDraft('a/course.yaml'),
				anyDraft('a/01-x.yaml'),
				anyDraft('a/01-x.zh.yaml'),
				(...drafts) => {
					const { value, issues } = checkCourse({ id: 'course-a', folder: 'a', drafts, unread: [] });
					expect(value === undefined).toBe(issues.length > 0);
				}
			)
		);
	});

	it('gives issues for a question with any part replaced, and never throws', () => {
		const keys = [
			'kind',
			'options',
			'gaps',
			'pairs',
			'extras',
			'steps',
			'categories',
			'entries',
			'answers',
			'text'
		];
		const kinds = fc.constantFrom(
			'single-choice',
			'cloze',
			'matching',
			'categorise',
			'short-text',
			'true-false'
		);
		const member = fc.record({
			id: fc.constantFrom('aa', 'bb', 1),
			text: fc.string(),
			options: fc.anything()
		});
		const part = fc.oneof(fc.anything(), fc.array(member), fc.string());
		fc.assert(
			fc.property(kinds, fc.dictionary(fc.constantFrom(...keys), part), (kind, changes) => {
				const { value, issues } = check(sectionOf([question({ kind, ...changes })]));
				expect(value === undefined).toBe(issues.length > 0);
			}),
			{ numRuns: 500 }
		);
	});
});
