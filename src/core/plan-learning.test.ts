import { describe, expect, it } from 'vitest';
import { anAnswer, aNumeric, aSection, aSuspension } from '#tests/fixtures/builders.ts';
import type { Card } from './card.ts';
import { foldCard } from './fold-card.ts';
import { LESSON_SIZE, nextSection, planLearning } from './plan-learning.ts';
import { claimKey, type Section } from './question.ts';

/** "a1" is the first wording of claim "a". */
function sectionOf(...questions: readonly string[]): Section {
	return aSection(questions.map((id) => aNumeric({ id, claim: id.replace(/\d+$/, '') })));
}

describe('planLearning', () => {
	const plan = (
		cards: readonly Card[],
		section = sectionOf('a1', 'a2', 'b1', 'c1', 'd1', 'd2', 'e1', 'f1'),
		size: { fewest: number; most: number } = LESSON_SIZE
	): readonly string[] => {
		const byKey = new Map(cards.map((card) => [claimKey('course', card.claim), card]));
		return planLearning('course', section, byKey, size).map(({ question }) => question);
	};
	const met = (...claims: readonly string[]): readonly Card[] =>
		claims.map((claim) => foldCard([anAnswer({ claim, question: `${claim}1` })])!);

	it('asks for claims that were never met, each once', () => {
		expect(plan([])).toEqual(['a1', 'b1', 'c1', 'd1', 'e1']);
		expect(plan(met('a', 'b'))).toEqual(['c1', 'd1', 'e1', 'f1']);
	});

	it('takes further words where few claims are left', () => {
		expect(plan(met('a', 'b', 'c', 'e', 'f'))).toEqual(['d1', 'd2']);
		expect(plan(met('b', 'c', 'e', 'f'))).toEqual(['a1', 'a2', 'd1']);
	});

	it('goes over the section again once all of it was met', () => {
		expect(plan(met('a', 'b', 'c', 'd', 'e', 'f'))).toEqual(['a2', 'b1', 'c1', 'd2', 'e1']);
	});

	it('leaves out what the learner has left out', () => {
		const suspended = foldCard([aSuspension({ claim: 'a' })])!;
		expect(plan([suspended])).toEqual(['b1', 'c1', 'd1', 'e1', 'f1']);
	});

	it('counts what was only practised as never met', () => {
		const practised = foldCard([anAnswer({ claim: 'a', question: 'a1', mode: 'practice' })])!;
		expect(plan([practised], undefined, { fewest: 3, most: 10 })).toContain('a2');
	});
});

describe('nextSection', () => {
	const sections = [
		{ id: 'one', claims: 4 },
		{ id: 'two', claims: 2 }
	];
	const after = (...progress: readonly [met: number, right: number][]) => {
		const byId = new Map(sections.map(({ id }, index) => [id, progress[index]] as const));
		return nextSection(sections, (id) => {
			const [met, right] = byId.get(id) ?? [];
			return met === undefined ? undefined : { met, right: right! };
		})?.id;
	};

	it('is the first that is not met in full', () => {
		expect(after()).toBe('one');
		expect(after([3, 3])).toBe('one');
		expect(after([4, 0])).toBe('two');
	});

	it('is the one with the smallest share of right answers when all are met', () => {
		expect(after([4, 2], [2, 2])).toBe('one');
		expect(after([4, 3], [2, 1])).toBe('two');
	});

	it('is the first of equals', () => {
		expect(after([4, 2], [2, 1])).toBe('one');
	});

	it('of no sections is none', () => {
		expect(nextSection([], () => undefined)).toBeUndefined();
	});
});
