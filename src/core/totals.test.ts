import { foldCard } from './fold-card.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFlag, anAnswer, HOUR, MORNING } from '#tests/fixtures/builders.ts';
import { CERTAINTIES } from './answer.ts';
import { SESSION_MODES, type Answered } from './event.ts';
import { addToDay, addToProgress, dayOf, NO_TALLY, weigh, type DayTotals } from './totals.ts';

const NO_CERTAINTIES = { guess: NO_TALLY, 'think-so': NO_TALLY, sure: NO_TALLY };

function totalsOf(answers: readonly Answered[]): DayTotals | undefined {
	return answers.reduce<DayTotals | undefined>((totals, answer) => addToDay(totals, answer, 1), undefined);
}

describe('addToDay', () => {
	it('counts answers, rights and time', () => {
		const first = addToDay(undefined, anAnswer({ spentMillis: 4000 }), 1);
		const second = addToDay(first, anAnswer({ right: false, spentMillis: 3000 }), 1);
		expect(second).toEqual({
			...{ day: '2026-03-02', answers: 2, rights: 1, spentMillis: 7000 },
			...{ reviews: NO_TALLY, certainties: NO_CERTAINTIES }
		});
	});

	it('counts what was due by itself, with what guessing alone would give', () => {
		const answers = [
			anAnswer({ mode: 'review', chance: 2500 }),
			anAnswer({ mode: 'review', chance: 3333, right: false }),
			anAnswer({ mode: 'learn', chance: 5000 })
		];
		expect(totalsOf(answers)?.reviews).toEqual({ answers: 2, rights: 1, chances: 5833 });
	});

	it("counts by the learner's own word, where it was asked for", () => {
		const answers = [
			anAnswer({ certainty: 'sure', chance: 2500 }),
			anAnswer({ certainty: 'sure', chance: 2500, right: false }),
			anAnswer({ certainty: 'guess', chance: 5000 }),
			anAnswer({ certainty: null })
		];
		expect(totalsOf(answers)?.certainties).toEqual({
			sure: { answers: 2, rights: 1, chances: 5000 },
			'think-so': NO_TALLY,
			guess: { answers: 1, rights: 1, chances: 5000 }
		});
	});

	it('leaves nothing of a day when its last answer goes', () => {
		expect(addToDay(addToDay(undefined, anAnswer(), 1), anAnswer(), -1)).toBeUndefined();
	});

	it('an answer added and taken away leaves exactly what was there, broken milliseconds too', () => {
		const arbitraryAnswer = fc
			.record({
				right: fc.boolean(),
				spentMillis: fc.double({ min: 0, max: 1e7, noNaN: true }),
				mode: fc.constantFrom(...SESSION_MODES),
				certainty: fc.constantFrom(null, ...CERTAINTIES),
				chance: fc.nat(10_000)
			})
			.map(anAnswer);
		fc.assert(
			fc.property(fc.array(arbitraryAnswer), arbitraryAnswer, (answers, extra) => {
				const before = totalsOf(answers);
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

	it('does not move for a card that is not there, was never answered, or was only practised', () => {
		expect(weigh(undefined, 1)).toEqual({ met: 0, right: 0 });
		expect(weigh(foldCard([aFlag()]), 1)).toEqual({ met: 0, right: 0 });
		expect(weigh(foldCard([anAnswer({ mode: 'exam' })]), 1)).toEqual({ met: 0, right: 0 });
	});
});
