import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEvents, type Answered, type LearnerEvent } from '#core/event.ts';
import { foldEvents, withoutUndone } from '#core/fold.ts';
import { answersGiven, lastAnswer } from '#core/session.ts';
import {
	aClose,
	anAnswer,
	anEventId,
	anUndo,
	arbitraryHistory,
	aStart,
	MINUTE,
	MORNING
} from '#tests/fixtures/builders.ts';

type Log = readonly LearnerEvent[];

function without(history: Log, target: Answered): Log {
	return history.filter(({ id }) => id !== target.id);
}

/** The undo may come at any time: the clock may have been set back between it and the answer. */
const arbitraryWait = fc.integer({ min: -1000 * MINUTE, max: 1000 * MINUTE });

function undoAfter(target: Answered, wait: number, number = 999): LearnerEvent {
	const at = target.at + wait;
	return anUndo(target, { at, id: anEventId(at, number) });
}

describe('law 5: an undo leaves no trace of its answer', () => {
	it('undoing the last answer gives cards, days, progress and sessions as they were before it', () => {
		fc.assert(
			fc.property(arbitraryHistory, arbitraryWait, (history, wait) => {
				const last = [...withoutUndone(history)].sort(compareEvents).at(-1);
				fc.pre(last !== undefined);
				expect(foldEvents([...history, undoAfter(last, wait)])).toEqual(foldEvents(without(history, last)));
			}),
			{ numRuns: 300 }
		);
	});

	it('undoing any answer gives the state of a log that never had it', () => {
		fc.assert(
			fc.property(arbitraryHistory, fc.nat(), arbitraryWait, (history, index, wait) => {
				const answered = withoutUndone(history);
				fc.pre(answered.length > 0);
				const target = answered[index % answered.length]!;
				expect(foldEvents([...history, undoAfter(target, wait)])).toEqual(
					foldEvents(without(history, target))
				);
			}),
			{ numRuns: 300 }
		);
	});

	it('undoing answer after answer leads back to a learner who has given none', () => {
		fc.assert(
			fc.property(arbitraryHistory, (history) => {
				const undos = withoutUndone(history).map((answer, index) => undoAfter(answer, 0, 1000 + index));
				const { cards, days, progress, sessions } = foldEvents([...history, ...undos]);
				expect([days.size, progress.size]).toEqual([0, 0]);
				// What the learner has marked stays marked.
				for (const card of cards.values()) expect(card).toMatchObject({ answers: 0, seen: {} });
				for (const session of sessions.values()) expect(answersGiven(session)).toBe(0);
			})
		);
	});

	it('the last answer of a session can be undone on the summary screen, and given again', () => {
		const wrong = anAnswer({ at: MORNING + MINUTE, right: false, score: 0 });
		const finished = [aStart(), wrong];
		const target = lastAnswer(foldEvents(finished).sessions.get('course')!)!;
		expect(target.event).toBe(wrong.id);
		const again = [...finished, anUndo(wrong), anAnswer({ at: MORNING + 3 * MINUTE })];
		expect(foldEvents(again).sessions.get('course')?.answers[0]).toMatchObject({ right: true });
		expect(foldEvents(again).days.get('2026-03-02')).toMatchObject({ answers: 1, rights: 1 });
	});

	it('an undo after the close takes back the answer and leaves the session closed', () => {
		const answer = anAnswer({ at: MORNING + MINUTE });
		const log = [aStart(), answer, aClose({ at: MORNING + 2 * MINUTE })];
		const session = foldEvents([...log, undoAfter(answer, 5 * MINUTE)]).sessions.get('course');
		expect(session).toMatchObject({ closed: true, answers: {} });
	});
});
