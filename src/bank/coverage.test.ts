import { aNumeric, aSection, aSingleChoice } from '#tests/fixtures/builders.ts';
import type { Question } from '#core/question.ts';
import { describe, expect, it } from 'vitest';
import { measureCoverage } from './coverage.ts';
import type { CourseDraft } from './draft.ts';

const draft = (file: string, value: unknown): CourseDraft => ({
	file,
	value,
	locate: () => ({ file, line: 1, column: 1 })
});

function sectionOf(questions: readonly Question[]): CourseDraft {
	const { id, title, claims } = aSection(questions);
	return draft('a/01-scale.yaml', { section: { id, title }, claims, questions });
}

const remember = aNumeric({ id: 'q-one', level: 'remember' });
const understand = aSingleChoice({ id: 'q-two', level: 'understand' });
const apply = aNumeric({ id: 'q-three', level: 'apply' });

describe('measureCoverage', () => {
	it.each<[title: string, questions: readonly Question[], holes: readonly string[]]>([
		['no hole in a claim at three levels', [remember, understand, apply], []],
		['few questions', [remember, understand], ['fewer than 3 questions']],
		['one level', [apply, { ...apply, id: 'q-four' }, { ...apply, id: 'q-five' }], ['fewer than 2 levels']],
		[
			'remembering alone',
			[remember],
			['fewer than 3 questions', 'fewer than 2 levels', 'none beyond remember']
		]
	])('finds %s', (_, questions, holes) => {
		expect(measureCoverage([sectionOf(questions)]).claims[0]?.holes).toEqual(holes);
	});

	it('finds what is not translated, in courses that are half translated', () => {
		const zh = draft('a/01-scale.zh.yaml', { claims: { sites: '…' }, questions: { 'q-one': {} } });
		const fr = draft('a/course.fr.yaml', {});
		const { claims, languages } = measureCoverage([sectionOf([remember, understand, apply]), zh, fr]);
		expect(languages).toEqual(['zh', 'fr']);
		expect(claims[0]).toMatchObject({ byLanguage: { zh: 1, fr: 0 }, holes: ['2 not in zh', '4 not in fr'] });
	});

	it('puts the claim with most holes first, and counts kinds by level', () => {
		const lone = { ...remember, claim: 'towers', id: 'q-lone' };
		const { claims, byKind } = measureCoverage([sectionOf([remember, understand, apply, lone])]);
		expect(claims.map(({ claim, questions }) => [claim, questions])).toEqual([
			['towers', 1],
			['sites', 3]
		]);
		expect(byKind.get('numeric')).toEqual({ remember: 2, understand: 0, apply: 1, analyse: 0 });
	});
});
