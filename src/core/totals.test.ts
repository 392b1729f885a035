import { foldCard } from './fold-card.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAnswer, HOUR, MORNING } from '#tests/fixtures/builders.ts';
import { addToDay, addToProgress, dayOf, weigh, type DayTotals } from './totals.ts';

describe('addToDay', () => {
	it('counts answers, rights and time', () => {
		const first = addToDay(undefined, anAnswer({ spentMillis: 4000 }), 1);
		const second = addToDay(first, anAnswer({ right: false, spentMillis: 3000 }), 1);
		expect(second).toEqual({ day: '2026-03-02', answers: 2, rights: 1, spentMillis: 7000 });
	});

	it('leaves nothing of a day when its last answer goes', () => {
		expect(addToDay(addToDay(undefined, anAnswer(), 1), anAnswer(), -1)).toBeUndefined();
	});

	it('an answer added and taken away leaves exactly what was there, broken milliseconds too', () => {
		const arbitraryAnswer = fc
			.record({ right: fc.boolean(), spentMillis: fc.double({ min: 0, max: 1e7, noNaN: true }) })
			.map(anAnswer);
		fc.assert(
			fc.property(fc.array(arbitraryAnswer), arbitraryAnswer, (answers, extra) => {
				const before = answers.reduce<DayTotals | undefined>(
					(totals, answer) => addToDay(totals, answer, 1),
					undefined
				);
				expect(addToDay(addToDay(before, extra, 1), extra, -1)).toEqual(before);
			})
		);
	});
});

describe('dayOf', () => {
	it('goes by the offset that the answer was given at', () => {
		expect(dayOf(anAnswer({ at: MORNING, offset: -600 }))).toBe('2026-03-01');
		expect(dayOf(anAnswer({ at: MORNING + 16 * HOUR, offset: 780 }))).toBe('2026-03-03');
	});
});

describe('progress', () => {
	const at = { course: 'course', section: 'scale' };

	it('grows by what a card is worth', () => {
		const right = addToProgress(undefined, at, weigh(foldCard([anAnswer()]), 1));
		const both = addToProgress(right, at, weigh(foldCard([anAnswer({ right: false })]), 1));
		expect(right).toEqual({ ...at, met: 1, right: 1 });
		expect(both).toEqual({ ...at, met: 2, right: 1 });
	});

	it('is nothing once its last card is gone', () => {
		const card = foldCard([anAnswer()]);
		expect(addToProgress(addToProgress(undefined, at, weigh(card, 1)), at, weigh(card, -1))).toBeUndefined();
	});

	it('does not move for a card that is not there', () => {
		expect(weigh(undefined, 1)).toEqual({ met: 0, right: 0 });
	});
});
