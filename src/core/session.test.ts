import {
	addToSession,
	foldSession,
	isOpen,
	isSessionEvent,
	laterSession,
	startSession,
	type SessionEvent
} from './fold-session.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
import { compareEvents, type Answered, type SessionId } from './event.ts';
import {
	answersGiven,
	isFinished,
	lastAnswer,
	missedQuestions,
	positionOf,
	type Session
} from './session.ts';

const QUESTIONS = ['a', 'b', 'c'].map((id) => ({ section: 'scale', claim: id, question: id }));
const START = aStart({ questions: QUESTIONS });

/** The answer given so many minutes after the start. */
function answerTo(question: string, minutes: number, values: Partial<Answered> = {}): Answered {
	return anAnswer({ question, claim: question, at: MORNING + minutes * MINUTE, ...values });
}

function sessionOf(...events: readonly SessionEvent[]): Session {
	return foldSession([START, ...events])!;
}

describe('foldSession', () => {
	it('without a start is no session', () => {
		expect(foldSession([])).toBeUndefined();
		expect(foldSession([answerTo('a', 1)])).toBeUndefined();
	});

	it('starts with every place open', () => {
		expect(sessionOf()).toEqual({
			id: START.session,
			course: 'course',
			mode: 'learn',
			startedAt: MORNING,
			questions: QUESTIONS,
			answers: {},
			closed: false
		});
	});

	it('puts each answer in its place, in any order', () => {
		const events = [answerTo('c', 1), answerTo('a', 2, { right: false, score: 0 }), aClose()];
		const session = sessionOf(...events);
		expect(session.answers[2]).toMatchObject({ event: events[0]!.id, right: true, score: 1 });
		expect(session.answers[0]).toMatchObject({ event: events[1]!.id, right: false, score: 0 });
		expect(session.closed).toBe(true);
		expect(foldSession([...events, START].reverse())).toEqual(session);
	});

	it('keeps the earlier of two answers to one place, as two devices may give', () => {
		const [early, late] = [answerTo('a', 1), answerTo('a', 2, { right: false })];
		expect(sessionOf(late, early).answers[0]?.event).toBe(early.id);
		expect(answersGiven(sessionOf(late, early))).toBe(1);
	});

	it('lets the later answer take the place when the earlier is taken back', () => {
		const [early, late] = [answerTo('a', 1), answerTo('a', 2, { right: false })];
		expect(sessionOf(early, late, anUndo(early)).answers[0]?.event).toBe(late.id);
	});

	it('gives a question that stands twice a place for each answer', () => {
		const start = aStart({ questions: [QUESTIONS[0]!, QUESTIONS[1]!, QUESTIONS[0]!] });
		const session = foldSession([start, answerTo('a', 1), answerTo('a', 2)])!;
		expect(Object.keys(session.answers)).toEqual(['0', '2']);
	});

	it('takes an answer back although the clock was set back before the undo', () => {
		const answer = answerTo('a', 5);
		expect(sessionOf(answer, anUndo(answer, { at: MORNING - MINUTE })).answers).toEqual({});
	});

	it('takes answers from before its start, when the clock was set back after it', () => {
		expect(answersGiven(sessionOf(answerTo('a', -10)))).toBe(1);
	});

	it('leaves out an answer to a question that it does not ask', () => {
		expect(sessionOf(answerTo('z', 1)).answers).toEqual({});
	});

	it('an undo of another claim takes nothing back', () => {
		const answer = answerTo('a', 1);
		expect(answersGiven(sessionOf(answer, anUndo(answer, { claim: 'b' })))).toBe(1);
	});
});

describe('addToSession', () => {
	it('event by event, in order, comes to the same as folding', () => {
		fc.assert(
			fc.property(arbitraryHistory, (history) => {
				for (const start of history.filter((event) => event.kind === 'session-started')) {
					const later = history
						.filter(isSessionEvent)
						.filter((event) => event.session === start.session && event.kind !== 'undone')
						.filter((event, index, events) => events.indexOf(event) === index)
						.sort(compareEvents);
					expect(later.reduce(addToSession, startSession(start))).toEqual(foldSession(later));
				}
			})
		);
	});

	it('an undo right after its answer comes to the same as folding', () => {
		const events = [START, answerTo('a', 1), answerTo('b', 2), anUndo(answerTo('b', 2))];
		expect(events.reduce(addToSession, startSession(START))).toEqual(foldSession(events));
	});

	it('leaves the session that it was given as it was', () => {
		const before = startSession(START);
		addToSession(before, answerTo('a', 1));
		expect(before).toEqual(startSession(START));
	});
});

describe('a session', () => {
	it('stands at its first open place', () => {
		expect(positionOf(sessionOf())).toBe(0);
		expect(positionOf(sessionOf(answerTo('a', 1), answerTo('c', 2)))).toBe(1);
	});

	it('is finished when every place has an answer', () => {
		const answers = [answerTo('a', 1), answerTo('b', 2), answerTo('c', 3)];
		expect(isFinished(sessionOf(...answers))).toBe(true);
		expect(positionOf(sessionOf(...answers))).toBe(3);
		expect(isFinished(sessionOf(...answers, anUndo(answers[2]!)))).toBe(false);
	});

	it('has for its last answer the one that stands last', () => {
		expect(lastAnswer(sessionOf())).toBeUndefined();
		const last = lastAnswer(sessionOf(answerTo('a', 1), answerTo('b', 2)));
		expect(last).toMatchObject({ position: 1, event: anEventId(MORNING + 2 * MINUTE) });
	});

	it('finds the last answer after nine others', () => {
		const questions = Array.from({ length: 11 }, (_, index) => ({ ...QUESTIONS[0]!, question: `q${index}` }));
		const answers = questions.map(({ question }, index) => answerTo(question, index));
		expect(lastAnswer(foldSession([aStart({ questions }), ...answers])!)?.position).toBe(10);
	});

	it('lists what was not right, in the order it was asked', () => {
		const wrong = { right: false, score: 0.5 };
		const session = sessionOf(answerTo('c', 1, wrong), answerTo('b', 2), answerTo('a', 3, wrong));
		expect(missedQuestions(session).map(({ question }) => question)).toEqual(['a', 'c']);
	});

	it('takes one answer for one place, and none once it is closed', () => {
		expect(isOpen(sessionOf(), 'a')).toBe(true);
		expect(isOpen(sessionOf(), 'z')).toBe(false);
		expect(isOpen(sessionOf(answerTo('a', 1)), 'a')).toBe(false);
		expect(isOpen(sessionOf(aClose()), 'a')).toBe(false);
	});
});

describe('laterSession', () => {
	it('is the one begun last, and the greater id of two begun at once', () => {
		const early = sessionOf();
		const late = { ...early, startedAt: MORNING + 1 };
		const twin = { ...early, id: 'session-2' as SessionId };
		expect(laterSession(undefined, early)).toBe(early);
		for (const [a, b] of [
			[early, late],
			[early, twin]
		] as const) {
			expect(laterSession(a, b)).toBe(b);
			expect(laterSession(b, a)).toBe(b);
		}
	});
});
