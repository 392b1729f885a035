import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	aClaim,
	aFlag,
	anAnswer,
	aNumeric,
	aSection,
	aSingleChoice,
	aSuspension,
	aTrueFalse
} from '#tests/fixtures/builders.ts';
import type { Card } from './card.ts';
import { foldCard, type CardEvent } from './fold-card.ts';
import {
	findPractice,
	planPractice,
	planPreview,
	PREVIEW_SIZE,
	type PracticeFilter
} from './plan-practice.ts';
import { CLAIM_KINDS, claimKey, LEVELS, QUESTION_KINDS } from './question.ts';

const SECTIONS = [
	aSection(
		[
			aNumeric({ id: 'a1', claim: 'a', level: 'remember' }),
			aSingleChoice({ id: 'a2', claim: 'a', level: 'apply' }),
			aTrueFalse({ id: 'b1', claim: 'b', level: 'understand' })
		],
		{ id: 'one', claims: [aClaim({ id: 'a', kind: 'figure' }), aClaim({ id: 'b', kind: 'judgement' })] }
	),
	aSection([aNumeric({ id: 'c1', claim: 'c', level: 'analyse' })], {
		id: 'two',
		claims: [aClaim({ id: 'c', kind: 'recommendation' })]
	})
];

function cardsOf(...events: readonly CardEvent[]): ReadonlyMap<string, Card> {
	const claims = [...new Set(events.map(({ claim }) => claim))];
	return new Map(
		claims.map((claim) => [
			claimKey('course', claim),
			foldCard(events.filter((event) => event.claim === claim))!
		])
	);
}

const find = (filter: PracticeFilter, cards: ReadonlyMap<string, Card> = new Map()): readonly string[] =>
	findPractice('course', SECTIONS, cards, filter).map(({ question }) => question);

describe('findPractice', () => {
	it('without a wish finds everything, as it is written', () => {
		expect(find({})).toEqual(['a1', 'a2', 'b1', 'c1']);
		expect(find({ kinds: [], levels: [], claimKinds: [], flagged: false })).toEqual(find({}));
		expect(findPractice('course', SECTIONS, new Map(), {})[3]).toEqual({
			...{ section: 'two', claim: 'c', question: 'c1' }
		});
	});

	it('goes by kind, by level and by the claim’s kind', () => {
		expect(find({ kinds: ['numeric'] })).toEqual(['a1', 'c1']);
		expect(find({ levels: ['apply', 'analyse'] })).toEqual(['a2', 'c1']);
		expect(find({ claimKinds: ['figure', 'judgement'] })).toEqual(['a1', 'a2', 'b1']);
		expect(find({ kinds: ['numeric'], levels: ['remember'] })).toEqual(['a1']);
	});

	it('finds what the learner has flagged', () => {
		const cards = cardsOf(aFlag({ claim: 'a', question: 'a2' }), anAnswer({ claim: 'b' }));
		expect(find({ flagged: true }, cards)).toEqual(['a2']);
		expect(find({ flagged: true })).toEqual([]);
	});

	it('leaves out claims that are suspended', () => {
		expect(find({}, cardsOf(aSuspension({ claim: 'a' })))).toEqual(['b1', 'c1']);
	});

	it('finds the more the more is let through', () => {
		const arbitraryFilter = fc.record({
			kinds: fc.subarray([...QUESTION_KINDS]),
			levels: fc.subarray([...LEVELS]),
			claimKinds: fc.subarray([...CLAIM_KINDS])
		});
		fc.assert(
			fc.property(arbitraryFilter, (filter) => {
				const found = find(filter);
				for (const part of ['kinds', 'levels', 'claimKinds'] as const) {
					const wider = find({ ...filter, [part]: [] });
					expect(wider.filter((id) => found.includes(id))).toEqual(found);
				}
			})
		);
	});
});

describe('planPractice', () => {
	const plan = (size: number, cards: ReadonlyMap<string, Card> = new Map()): readonly string[] =>
		planPractice('course', SECTIONS, cards, {}, size).map(({ question }) => question);

	it('asks for each claim once before any twice, over all sections', () => {
		expect(plan(3)).toEqual(['a1', 'b1', 'c1']);
		expect(plan(10)).toEqual(['a1', 'a2', 'b1', 'c1']);
	});

	it('takes the wording seen least', () => {
		expect(plan(3, cardsOf(anAnswer({ claim: 'a', question: 'a1' })))).toEqual(['a2', 'b1', 'c1']);
	});

	it('gives nothing but addresses', () => {
		const refs = planPractice('course', SECTIONS, new Map(), { levels: ['apply'] });
		expect(refs).toEqual([{ section: 'one', claim: 'a', question: 'a2' }]);
	});
});

describe('planPreview', () => {
	it('is three questions, each of another claim', () => {
		const section = aSection(
			['a1', 'a2', 'b1', 'c1', 'd1'].map((id) => aNumeric({ id, claim: id.slice(0, 1) }))
		);
		expect(planPreview(section)).toHaveLength(PREVIEW_SIZE);
		expect(planPreview(section).map(({ question }) => question)).toEqual(['a1', 'b1', 'c1']);
	});

	it('asks by remembering and understanding where there is such a question', () => {
		const section = aSection([
			aNumeric({ id: 'a1', claim: 'a', level: 'apply' }),
			aNumeric({ id: 'a2', claim: 'a', level: 'understand' }),
			aNumeric({ id: 'b1', claim: 'b', level: 'analyse' }),
			aNumeric({ id: 'c1', claim: 'c', level: 'remember' }),
			aNumeric({ id: 'd1', claim: 'd', level: 'remember' })
		]);
		expect(planPreview(section).map(({ question }) => question)).toEqual(['a2', 'c1', 'd1']);
		expect(planPreview(section, 4).map(({ question }) => question)).toEqual(['a2', 'b1', 'c1', 'd1']);
	});

	it('of a small section is what there is', () => {
		expect(planPreview(aSection([]))).toEqual([]);
		expect(planPreview(aSection([aNumeric({ id: 'a1', claim: 'a' })]))).toEqual([
			{ section: 'scale', claim: 'a', question: 'a1' }
		]);
	});
});
