import { addToCard, comesAfter, foldCard, gradeFor } from './fold-card.ts';
import { describe, expect, it } from 'vitest';
import { anAnswer, anEventId, DAY, HOUR, MINUTE, MORNING } from '#tests/fixtures/builders.ts';
import { timesSeen } from './card.ts';
import type { EventId } from './event.ts';

describe('gradeFor', () => {
	it.each([
		[false, 'sure', 'again'],
		[false, null, 'again'],
		[true, 'guess', 'again'],
		[true, 'think-so', 'hard'],
		[true, 'sure', 'good'],
		[true, null, 'good']
	] as const)('right %s and %s is %s', (right, certainty, grade) => {
		expect(gradeFor(right, certainty)).toBe(grade);
	});
});

describe('foldCard', () => {
	it('of no answers is no card', () => {
		expect(foldCard([])).toBeUndefined();
	});

	it('holds what one answer says', () => {
		expect(foldCard([anAnswer({ certainty: 'think-so' })])).toEqual({
			version: 1,
			course: 'course',
			section: 'scale',
			claim: 'sites',
			answers: 1,
			rights: 1,
			seen: { q: 1 },
			reviews: [{ day: '2026-03-02', grade: 'hard' }],
			lastAt: MORNING,
			lastId: anEventId(MORNING),
			lastRight: true
		});
	});

	it("lets only a day's first answer move the card, and counts the others", () => {
		const answers = [
			anAnswer({ right: false }),
			anAnswer({ at: MORNING + MINUTE }),
			anAnswer({ at: MORNING + DAY })
		];
		expect(foldCard(answers)).toMatchObject({
			answers: 3,
			rights: 2,
			reviews: [
				{ day: '2026-03-02', grade: 'again' },
				{ day: '2026-03-03', grade: 'good' }
			]
		});
	});

	it('takes answers in any order', () => {
		const answers = [anAnswer({ right: false }), anAnswer({ at: MORNING + DAY })];
		expect(foldCard([...answers].reverse())).toEqual(foldCard(answers));
	});

	it('gives a day that a flight west leads back to no second review', () => {
		const lateInAuckland = anAnswer({ at: MORNING, offset: 780 });
		const nextDayInAuckland = anAnswer({ at: MORNING + 11 * HOUR, offset: 780 });
		const inHonolulu = anAnswer({ at: MORNING + 14 * HOUR, offset: -600 });
		const answers = [lateInAuckland, nextDayInAuckland, inHonolulu];
		expect(foldCard(answers)?.reviews.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03']);
	});

	it('counts each wording by itself', () => {
		const questions = ['q', 'constructor', 'q'];
		const card = foldCard(questions.map((question, index) => anAnswer({ question, at: MORNING + index })));
		expect(card?.seen).toEqual({ q: 2, constructor: 1 });
	});

	it('stands in the section of its last answer', () => {
		expect(foldCard([anAnswer(), anAnswer({ at: MORNING + 1, section: 'new' })])?.section).toBe('new');
	});
});

describe('timesSeen', () => {
	it('is 0 for a wording that was not asked, whatever its id', () => {
		expect(timesSeen(undefined, 'q')).toBe(0);
		expect(timesSeen(foldCard([anAnswer()]), 'constructor')).toBe(0);
		expect(timesSeen(foldCard([anAnswer()]), 'q')).toBe(1);
	});
});

describe('comesAfter', () => {
	it('says of a later time, or a greater id in one moment, that it comes after', () => {
		const card = addToCard(undefined, anAnswer({ id: 'b' as EventId }));
		expect(comesAfter(card, anAnswer({ at: MORNING + 1, id: 'a' as EventId }))).toBe(true);
		expect(comesAfter(card, anAnswer({ id: 'c' as EventId }))).toBe(true);
		expect(comesAfter(card, anAnswer({ id: 'b' as EventId }))).toBe(false);
		expect(comesAfter(card, anAnswer({ id: 'a' as EventId }))).toBe(false);
		expect(comesAfter(card, anAnswer({ at: MORNING - 1, id: 'c' as EventId }))).toBe(false);
	});
});
