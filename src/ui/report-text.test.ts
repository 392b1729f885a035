import { describe, expect, it } from 'vitest';
import type { Course } from '#core/question.ts';
import { aCloze, aSingleChoice, QUESTION_BUILDERS } from '#tests/fixtures/builders.ts';
import { findAddress, makeMailHref, makeReport, makeShownLines, type Reported } from './report-text.ts';

const SOURCE = { title: 'Source', form: 'article', paragraphs: 1 };
const COURSE: Course = { id: 'course', title: 'A course', language: 'en', description: '', source: SOURCE };

function aReported(values: Partial<Reported> = {}): Reported {
	return {
		...{ course: COURSE, section: 'scale', version: '1.2.3', certainty: 'sure' },
		...{ question: aSingleChoice({ id: 'q', claim: 'sites' }), order: ['wrong', 'key'] },
		answer: { kind: 'choice', options: ['wrong'] },
		...values
	};
}

describe('a report', () => {
	it('says which question, in which course and version, and what was seen', () => {
		const { question, order } = aReported();
		const text = makeReport(aReported());
		for (const told of ['Question: q (section scale, claim sites)', 'A course (course)', '1.2.3', 'Sure'])
			expect(text).toContain(told);
		const [first, second] = makeShownLines(question, order);
		expect(text.indexOf(`- ${first}`)).toBeLessThan(text.indexOf(`- ${second}`));
		expect(text).toContain(`My answer:\n- ${first}`);
	});

	it('can be made of every kind, and of no answer', () => {
		for (const build of Object.values(QUESTION_BUILDERS)) {
			const text = makeReport(aReported({ question: build(), order: [], answer: { kind: 'unknown' } }));
			expect(text).toContain('My answer:\n- I don’t know');
		}
		expect(makeShownLines(aCloze(), ['chosen/key'])).toHaveLength(1);
	});

	it('goes to whoever the source names with an address, or else to nobody yet', () => {
		expect(makeMailHref(COURSE, 'q', 'a & b')).toBe(
			'mailto:?subject=Question%20q%20of%20%E2%80%9CA%20course%E2%80%9D&body=a%20%26%20b'
		);
		const author = 'Ann Author <ann@example.org>, and others';
		expect(findAddress({ ...COURSE, source: { ...SOURCE, author } })).toBe('ann@example.org');
	});
});
