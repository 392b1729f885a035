import { addToCard, comesAfter, foldCard, gradeFor } from './fold-card.ts';
import { describe, expect, it } from 'vitest';
import {
	aFlag,
	anAnswer,
	anEventId,
	aSuspension,
	DAY,
	HOUR,
	MINUTE,
	MORNING
} from '#tests/fixtures/builders.ts';
import { CARD_VERSION, timesSeen } from './card.ts';
import type { EventId } from './event.ts';
import { addDays } from './day.ts';
import { intervalDays, nextMemory } from './schedule.ts';

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
			version: CARD_VERSION,
			course: 'course',
			section: 'scale',
			claim: 'sites',
			answers: 1,
			rights: 1,
			seen: { q: 1 },
			review: {
				memory: nextMemory(undefined, 0, 'hard'),
				day: '2026-03-02',
				lastGrade: 'hard',
				count: 1,
				lapses: 0
			},
			firstDay: '2026-03-02',
			due: '2026-03-06',
			suspended: false,
			flags: [],
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
			review: { count: 2, day: '2026-03-03', lastGrade: 'good' }
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
		expect(foldCard(answers)?.review).toMatchObject({ count: 2, day: '2026-03-03' });
	});

	it('counts each wording by itself', () => {
		const questions = ['q', 'constructor', 'q'];
		const card = foldCard(questions.map((question, index) => anAnswer({ question, at: MORNING + index })));
		expect(card?.seen).toEqual({ q: 2, constructor: 1 });
	});

	it('is due when nine in ten would still know it, in four days at the soonest, and not while it is suspended', () => {
		const answer = anAnswer({ certainty: 'sure' });
		expect(foldCard([answer])?.due).toBe('2026-03-06');
		const known = [0, 4].map((day) => anAnswer({ at: MORNING + day * DAY, certainty: 'sure' }));
		const { review, due } = foldCard(known)!;
		expect(due).toBe(addDays(review!.day, intervalDays(review!.memory)));
		expect(due! > '2026-03-10').toBe(true);
		const stop = aSuspension({ at: MORNING + 1 });
		expect(foldCard([answer, stop])).toMatchObject({ suspended: true });
		expect(foldCard([answer, stop])).not.toHaveProperty('due');
		expect(foldCard([answer, stop, aSuspension({ at: MORNING + 2, suspended: false })])?.due).toBe(
			'2026-03-06'
		);
	});

	it('is not moved by practice, mistakes and exams, which count as answers all the same', () => {
		const learnt = foldCard([anAnswer()])!;
		for (const mode of ['practice', 'mistakes', 'exam'] as const) {
			const card = foldCard([anAnswer(), anAnswer({ at: MORNING + DAY, mode, right: false })])!;
			expect(card).toMatchObject({ answers: 2, rights: 1, due: learnt.due, review: learnt.review });
		}
	});

	it('remembers what was wrong the last time, and whether it was given as sure', () => {
		const wrong = { right: false, at: MORNING + 1 };
		expect(foldCard([anAnswer(), anAnswer({ ...wrong, certainty: 'sure' })])?.missed).toBe(1);
		expect(foldCard([anAnswer(), anAnswer(wrong)])?.missed).toBe(2);
		expect(foldCard([anAnswer(wrong), anAnswer({ at: MORNING + 2 })])).not.toHaveProperty('missed');
	});

	it('counts as forgotten what was known and is not', () => {
		const days = [true, false, false, true, false];
		const answers = days.map((right, day) => anAnswer({ right, at: MORNING + day * DAY }));
		expect(foldCard(answers)?.review?.lapses).toBe(2);
	});

	it('keeps the flags of its questions', () => {
		const flags = [
			aFlag(),
			aFlag({ question: 'q2', at: MORNING + 1 }),
			aFlag({ flagged: false, at: MORNING + 2 })
		];
		expect(foldCard(flags)).toMatchObject({ flags: ['q2'], flagged: 1, answers: 0 });
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
