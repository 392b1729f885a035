import { foldCard } from './fold-card.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAnswer, aNumeric, aSection, aSuspension } from '#tests/fixtures/builders.ts';
import { type Card } from './card.ts';
import { planSection, SESSION_SIZE } from './plan.ts';
import { claimKey, type Section } from './question.ts';

/** "a1" is the first wording of claim "a". */
function sectionOf(...questions: readonly string[]): Section {
	return aSection(questions.map((id) => aNumeric({ id, claim: id.replace(/\d+$/, '') })));
}

/** Cards of a learner who was asked these wordings, one after the other. */
function cardsAfter(...questions: readonly string[]): Map<string, Card> {
	const cards = new Map<string, Card>();
	for (const claim of new Set(questions.map((id) => id.replace(/\d+$/, '')))) {
		const asked = questions.filter((id) => id.replace(/\d+$/, '') === claim);
		cards.set(
			claimKey('course', claim),
			foldCard(asked.map((question, at) => anAnswer({ claim, question, at })))!
		);
	}
	return cards;
}

function plan(section: Section, cards: ReadonlyMap<string, Card>, size: number): readonly string[] {
	return planSection('course', section, cards, size).map(({ question }) => question);
}

describe('planSection', () => {
	it('gives addresses in the order of the file', () => {
		expect(planSection('course', sectionOf('b1', 'a1'), new Map())).toEqual([
			{ section: 'scale', claim: 'b', question: 'b1' },
			{ section: 'scale', claim: 'a', question: 'a1' }
		]);
	});

	it('asks for each claim once before any twice', () => {
		expect(plan(sectionOf('a1', 'a2', 'b1', 'b2', 'c1'), new Map(), 3)).toEqual(['a1', 'b1', 'c1']);
		expect(plan(sectionOf('a1', 'a2', 'b1', 'b2', 'c1'), new Map(), 4)).toEqual(['a1', 'a2', 'b1', 'c1']);
	});

	it('asks for a claim whose wordings are all known before another claim twice', () => {
		const cards = cardsAfter('a1', 'a1', 'a1');
		expect(plan(sectionOf('a1', 'b1', 'b2', 'b3'), cards, 2)).toEqual(['a1', 'b1']);
	});

	it('takes the wording seen least', () => {
		expect(plan(sectionOf('a1', 'a2', 'a3'), cardsAfter('a1', 'a2', 'a1'), 1)).toEqual(['a3']);
		expect(plan(sectionOf('a1', 'a2', 'a3'), cardsAfter('a1', 'a2', 'a3', 'a1'), 2)).toEqual(['a2', 'a3']);
	});

	it('takes a claim not met before a new wording of one that was', () => {
		expect(plan(sectionOf('a1', 'a2', 'b1', 'b2', 'c1'), cardsAfter('a1', 'b1'), 1)).toEqual(['c1']);
	});

	it('looks at cards of its own course only', () => {
		const cards = new Map([[claimKey('other', 'a'), cardsAfter('a1').values().next().value!]]);
		expect(plan(sectionOf('a1', 'a2'), cards, 1)).toEqual(['a1']);
	});

	it('counts a wording named "constructor" like any other', () => {
		const section = aSection([
			aNumeric({ id: 'constructor', claim: 'a' }),
			aNumeric({ id: 'a1', claim: 'a' })
		]);
		expect(plan(section, cardsAfter('a1'), 1)).toEqual(['constructor']);
	});

	it('is ten questions at most unless told otherwise', () => {
		const section = sectionOf(...Array.from({ length: 12 }, (_, index) => `${'abcdefghijkl'[index]}1`));
		expect(planSection('course', section, new Map())).toHaveLength(SESSION_SIZE);
	});

	it('leaves out claims that the learner has suspended, unless there are no others', () => {
		const suspend = (claim: string): [string, Card] => [
			claimKey('course', claim),
			foldCard([aSuspension({ claim })])!
		];
		expect(plan(sectionOf('a1', 'b1', 'c1'), new Map([suspend('b')]), 10)).toEqual(['a1', 'c1']);
		expect(plan(sectionOf('a1', 'b1'), new Map([suspend('a'), suspend('b')]), 10)).toEqual(['a1', 'b1']);
	});

	it('of any section and any past is fair, in order, and the same each time', () => {
		const ids = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1', 'd1', 'd2'];
		const arbitraryPast = fc.array(fc.constantFrom(...ids));
		const arbitraryIds = fc.shuffledSubarray(ids, { minLength: 1 });
		fc.assert(
			fc.property(arbitraryIds, arbitraryPast, fc.integer({ min: 1, max: 10 }), (written, past, size) => {
				const section = sectionOf(...written);
				const planned = plan(section, cardsAfter(...past), size);
				expect(planned).toEqual(written.filter((id) => planned.includes(id)));
				expect(planned).toHaveLength(Math.min(size, written.length));
				const asked = (claim: string): number => planned.filter((id) => id.startsWith(claim)).length;
				const open = section.claims.filter(
					({ id }) => asked(id) < written.filter((q) => q.startsWith(id)).length
				);
				const most = Math.max(...section.claims.map(({ id }) => asked(id)));
				for (const { id } of open) expect(asked(id)).toBeGreaterThanOrEqual(most - 1);
				expect(plan(section, cardsAfter(...past), size)).toEqual(planned);
			})
		);
	});
});
