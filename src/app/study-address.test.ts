import { describe, expect, it } from 'vitest';
import { foldSession } from '#core/fold-session.ts';
import type { PracticeFilter } from '#core/plan-practice.ts';
import { anAnswer, aStart, DAY, HOUR, MORNING } from '#tests/fixtures/builders.ts';
import { makePracticeQuery, parsePracticeFilter } from './practice-filter.ts';
import { goesOn, readOpening, wantedOf, type Wanted } from './study-address.ts';

const session = foldSession([aStart()])!;
const opening = (query: string) => readOpening(new URLSearchParams(query));

describe('an address of questions', () => {
	it.each<[string, Wanted]>([
		['', 'any'],
		['section=scale', 'learn'],
		['section=scale&lesson=1', 'learn'],
		['mode=today', 'today'],
		['mode=review', 'review'],
		['mode=mistakes', 'mistakes'],
		['mode=preview&section=scale', 'preview'],
		['mode=practice&section=scale', 'practice'],
		['claim=sites', 'practice'],
		['mode=constructor', 'any']
	])('"%s" wants %s', (query, wanted) => expect(wantedOf(opening(query))).toBe(wanted));

	it.each<[string, boolean]>([
		['', true],
		['mode=today', true],
		['section=scale', true],
		['section=other', false],
		['mode=practice', false],
		['mode=review', false],
		['after=session-1', false],
		['after=another', true]
	])('"%s" goes on with an open learn session: %s', (query, goes) =>
		expect(goesOn(session, opening(query), MORNING)).toBe(goes)
	);

	it('keeps a summary through a reload, and not over night; an open session stays', () => {
		const finished = foldSession([aStart(), anAnswer({ at: MORNING + 1 })])!;
		expect(goesOn(finished, {}, MORNING + HOUR)).toBe(true);
		expect(goesOn(finished, {}, MORNING + DAY)).toBe(false);
		expect(goesOn(session, {}, MORNING + DAY)).toBe(true);
	});

	it('names a practice, and is read as it was written', () => {
		const filter: PracticeFilter = {
			kinds: ['numeric', 'cloze'],
			levels: ['apply'],
			claimKinds: ['figure'],
			flagged: true
		};
		const query = makePracticeQuery(filter);
		expect(query.toString()).toBe('kinds=numeric%2Ccloze&levels=apply&claims=figure&flagged=1');
		expect(parsePracticeFilter(query)).toEqual(filter);
		expect(parsePracticeFilter(new URLSearchParams('kinds=none'))).toMatchObject({
			kinds: [],
			flagged: false
		});
	});
});
