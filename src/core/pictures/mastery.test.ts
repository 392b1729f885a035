import { describe, expect, it } from 'vitest';
import { aClaim } from '#tests/fixtures/builders.ts';
import { aCard, anOutline, aReview, aSectionEntry, TODAY } from '#tests/fixtures/progress.ts';
import { addDays } from '../day.ts';
import { masteryBySection, masteryOf, recallOn, sumMasteries } from './mastery.ts';

describe('masteryOf', () => {
	it('a claim without an answer is not met', () => {
		expect(masteryOf(undefined, TODAY)).toBe('not-met');
		expect(masteryOf(aCard({ answers: 0, flags: ['q'] }), TODAY)).toBe('not-met');
	});

	it('a claim that was only practised is being learned', () => {
		expect(masteryOf(aCard(), TODAY)).toBe('learning');
	});

	it('a claim is held while its recall is what the schedule promises, and not a day longer', () => {
		const memory = { stability: 10, difficulty: 5 };
		const reviewed = (daysAgo: number) =>
			aCard({ review: aReview({ memory, day: addDays(TODAY, -daysAgo) }) });
		expect(masteryOf(reviewed(10), TODAY)).toBe('held');
		expect(masteryOf(reviewed(11), TODAY)).toBe('learning');
	});

	it('one review holds nothing, two do', () => {
		expect(masteryOf(aCard({ review: aReview({ count: 1 }) }), TODAY)).toBe('learning');
		expect(masteryOf(aCard({ review: aReview({ count: 2 }) }), TODAY)).toBe('held');
	});

	it('what was forgotten today is not held, though it has just been read', () => {
		const review = aReview({ day: TODAY, lastGrade: 'again' });
		expect(masteryOf(aCard({ review }), TODAY)).toBe('learning');
	});
});

describe('recallOn', () => {
	it('is nine in ten after as many days as the memory is stable', () => {
		const review = aReview({ day: TODAY, memory: { stability: 30, difficulty: 5 } });
		expect(recallOn(aCard({ review }), addDays(TODAY, 30))).toBeCloseTo(0.9, 6);
		expect(recallOn(aCard(), TODAY)).toBeUndefined();
	});
});

describe('masteryBySection', () => {
	const sections = [aSectionEntry({ claims: 3 }), aSectionEntry({ id: 'gap', title: 'Gap', claims: 2 })];

	it('counts each claim once, and those without a card as not met', () => {
		const claims = ['a', 'b', 'c'].map((id) => aClaim({ id }));
		const outline = anOutline({ sections, claimsBySection: new Map([['scale', claims]]) });
		const cards = [aCard({ claim: 'a', review: aReview() }), aCard({ claim: 'b' })];
		const [scale, gap] = masteryBySection(outline, cards, TODAY);
		expect(scale!.count).toEqual({ held: 1, learning: 1, 'not-met': 1 });
		expect(scale!.claims.map(({ claim, mastery }) => [claim.id, mastery])).toEqual([
			['a', 'held'],
			['b', 'learning'],
			['c', 'not-met']
		]);
		expect(gap!.count).toEqual({ held: 0, learning: 0, 'not-met': 2 });
		expect(sumMasteries([scale!.count, gap!.count])).toEqual({ held: 1, learning: 1, 'not-met': 3 });
	});

	it('counts by the cards where the claims are not at hand', () => {
		const outline = anOutline({ sections, claimsBySection: new Map() });
		const [scale, gap] = masteryBySection(outline, [aCard({ section: 'gap' })], TODAY);
		expect(scale!.count['not-met']).toBe(3);
		expect(gap!).toMatchObject({ count: { held: 0, learning: 1, 'not-met': 1 }, claims: [] });
	});

	it('takes no notice of claims that the course no longer has, and finds those that have moved', () => {
		const claimsBySection = new Map([
			['scale', [aClaim({ id: 'a' })]],
			['gap', [aClaim({ id: 'moved' })]]
		]);
		const cards = [aCard({ claim: 'moved', section: 'scale' }), aCard({ claim: 'retired' })];
		const [scale, gap] = masteryBySection(anOutline({ sections, claimsBySection }), cards, TODAY);
		expect(scale!.count.learning).toBe(0);
		expect(gap!.count.learning).toBe(1);
	});
});
