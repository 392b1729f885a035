import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAnswer, aNumeric, aSection, aSuspension, MORNING } from '#tests/fixtures/builders.ts';
import type { Card } from './card.ts';
import type { Answered } from './event.ts';
import { foldCard } from './fold-card.ts';
import { planMistakes, planReview } from './plan-cards.ts';
import { SESSION_SIZE } from './plan.ts';

const SECTIONS = [
	aSection(
		[
			aNumeric({ id: 'a1', claim: 'a' }),
			aNumeric({ id: 'a2', claim: 'a', level: 'apply' }),
			aNumeric({ id: 'b1', claim: 'b' })
		],
		{ id: 'one' }
	),
	aSection([aNumeric({ id: 'c1', claim: 'c' })], { id: 'two' })
];

const cardOf = (claim: string, values: Partial<Answered> = {}): Card =>
	foldCard([anAnswer({ claim, question: `${claim}1`, ...values })])!;

const wrong = (claim: string, minute: number, certainty: Answered['certainty'] = null): Card =>
	cardOf(claim, { right: false, certainty, at: MORNING + minute });

describe('planReview', () => {
	it('asks for each card’s claim in the order of the cards, by the wording whose turn it is', () => {
		expect(planReview('course', [cardOf('c'), cardOf('a')], SECTIONS)).toEqual([
			{ section: 'two', claim: 'c', question: 'c1' },
			{ section: 'one', claim: 'a', question: 'a2' }
		]);
	});

	it('finds a claim that has moved to another section', () => {
		const [ref] = planReview('course', [cardOf('c', { section: 'one' })], SECTIONS);
		expect(ref).toEqual({ section: 'two', claim: 'c', question: 'c1' });
	});

	it('leaves out claims that have no question any more, are suspended or belong to another course', () => {
		const suspended = foldCard([anAnswer({ claim: 'b' }), aSuspension({ claim: 'b', at: MORNING + 1 })])!;
		const cards = [cardOf('gone'), suspended, cardOf('a', { course: 'other' })];
		expect(planReview('course', cards, SECTIONS)).toEqual([]);
	});

	it('asks for no claim twice that has one card', () => {
		const claims = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'gone'));
		fc.assert(
			fc.property(claims, (asked) => {
				const refs = planReview(
					'course',
					asked.map((claim) => cardOf(claim)),
					SECTIONS
				);
				expect(refs.map(({ claim }) => claim)).toEqual(asked.filter((claim) => claim !== 'gone'));
			})
		);
	});
});

describe('planMistakes', () => {
	const plan = (cards: readonly Card[], size?: number): readonly string[] =>
		planMistakes('course', cards, SECTIONS, size).map(({ claim }) => claim);

	it('takes claims whose last answer was wrong, and no others', () => {
		expect(plan([wrong('a', 1), cardOf('b'), wrong('c', 2)])).toEqual(['c', 'a']);
	});

	it('puts what was given as sure before the rest, then the most recent first', () => {
		expect(plan([wrong('a', 9), wrong('b', 1, 'sure'), wrong('c', 2, 'sure')])).toEqual(['c', 'b', 'a']);
	});

	it('is as long as a session, and fills its places with claims that can be asked for', () => {
		expect(plan([wrong('gone', 9), wrong('a', 2), wrong('b', 1)], 1)).toEqual(['a']);
		const claims = Array.from({ length: 12 }, (_, index) => `m${index}`);
		const section = aSection(claims.map((claim) => aNumeric({ id: `${claim}1`, claim })));
		const cards = claims.map((claim) => wrong(claim, 1));
		expect(planMistakes('course', cards, [section])).toHaveLength(SESSION_SIZE);
	});

	it('is the same whatever order the cards come in', () => {
		const cards = [wrong('a', 1), wrong('b', 1), wrong('c', 1, 'sure')];
		expect(plan([...cards].reverse()).at(0)).toBe('c');
		const twins = cards.map((card, index) => ({ ...card, lastId: `id-${index}` as Card['lastId'] }));
		expect(plan([...twins].reverse())).toEqual(plan(twins));
	});
});
