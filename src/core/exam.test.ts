import { describe, expect, it } from 'vitest';
import {
	aCategorise,
	aClose,
	aCloze,
	aMatching,
	aMultipleChoice,
	anAnswer,
	anEventId,
	anExamNote,
	aNumeric,
	anOrdering,
	aSingleChoice,
	aStart,
	MINUTE,
	MORNING
} from '#tests/fixtures/builders.ts';
import { UNKNOWN, type Answer } from './answer.ts';
import {
	gradePosition,
	isHandedIn,
	isPast,
	lastNoted,
	minutesLater,
	minutesLeft,
	scorePaper,
	stateOf,
	warningBetween
} from './exam.ts';
import { foldSession, type SessionEvent } from './fold-session.ts';

const choice = (...options: string[]): Answer => ({ kind: 'choice', options });
const pairs = (given: Record<string, string>): Answer => ({ kind: 'pairs', pairs: given });

describe('the state of a position', () => {
	it('is open until something is given, and again when it is taken back', () => {
		expect(stateOf(aSingleChoice())).toBe('open');
		expect(stateOf(aSingleChoice(), UNKNOWN)).toBe('open');
		expect(stateOf(aMultipleChoice(), choice())).toBe('open');
		expect(stateOf(aNumeric(), { kind: 'text', text: ' ' })).toBe('open');
	});

	it('is answered once it can be graded, right or wrong', () => {
		expect(stateOf(aSingleChoice(), choice('key'))).toBe('answered');
		expect(stateOf(aSingleChoice(), choice('wrong'))).toBe('answered');
	});

	it('is begun when a part is missing or a number cannot be read', () => {
		expect(stateOf(aMatching(), pairs({ one: 'one' }))).toBe('begun');
		expect(stateOf(aNumeric(), { kind: 'text', text: 'many' })).toBe('begun');
	});

	it('is open when the question has come to take another shape of answer', () => {
		expect(stateOf(aNumeric(), choice('key'))).toBe('open');
	});
});

describe('a position that is handed in', () => {
	it('is worth what its answer is worth', () => {
		const { answer, outcome } = gradePosition(aSingleChoice(), choice('key'));
		expect([answer, outcome.score, outcome.right]).toEqual([choice('key'), 1, true]);
	});

	it('is unknown and worth nothing when it was left open', () => {
		for (const noted of [undefined, UNKNOWN, choice()]) {
			const { answer, outcome } = gradePosition(aMultipleChoice(), noted);
			expect([answer, outcome.score, outcome.right]).toEqual([UNKNOWN, 0, false]);
		}
	});

	it.each([
		['a gap', aCloze(), { kind: 'gaps', gaps: { typed: 'big' } }, 1 / 2],
		['a chosen gap', aCloze(), { kind: 'gaps', gaps: { chosen: 'key', typed: ' ' } }, 1 / 2],
		['a pair', aMatching(), pairs({ one: 'one', two: 'two' }), 2 / 3],
		['an entry', aCategorise(), pairs({ count: 'figure' }), 1 / 2]
	] as const)('keeps the worth of its parts without %s', (_, question, noted, score) => {
		const { answer, outcome } = gradePosition(question, noted as Answer);
		expect(answer).toEqual(noted);
		expect(outcome).toMatchObject({ score, right: false });
	});

	it('keeps what cannot be graded at all, and gives nothing for it', () => {
		const noted: Answer = { kind: 'text', text: 'many' };
		expect(gradePosition(aNumeric(), noted)).toMatchObject({ answer: noted, outcome: { score: 0 } });
		const ids: Answer = { kind: 'order', ids: ['first'] };
		expect(gradePosition(anOrdering(), ids)).toMatchObject({ answer: ids, outcome: { right: false } });
	});
});

describe('an exam', () => {
	const QUESTIONS = ['a', 'b', 'c'].map((question) => ({ section: 's', claim: question, question }));
	const START = aStart({ mode: 'exam', questions: QUESTIONS });
	const sessionOf = (...events: SessionEvent[]) => foldSession([START, ...events])!;
	const note = (position: number, minute: number) =>
		anExamNote({ position, at: MORNING + minute * MINUTE, id: anEventId(MORNING, minute) });

	it('goes on at the position noted last, and at first at the first', () => {
		expect(lastNoted(sessionOf())).toBe(0);
		expect(lastNoted(sessionOf(note(1, 1), note(2, 2)))).toBe(2);
		expect(lastNoted(sessionOf(note(1, 1), note(2, 2), note(1, 3)))).toBe(1);
	});

	it('is handed in when each position has an answer, or it is closed', () => {
		const answers = QUESTIONS.map((ref, at) => anAnswer({ ...ref, mode: 'exam', at: MORNING + at + 1 }));
		expect(isHandedIn(sessionOf(...answers.slice(1)))).toBe(false);
		expect(isHandedIn(sessionOf(...answers))).toBe(true);
		expect(isHandedIn(sessionOf(...answers.slice(1), aClose({ at: MORNING + MINUTE })))).toBe(true);
	});
});

describe('the clock', () => {
	it('counts the running minute in, and never below nothing', () => {
		expect(minutesLeft(MORNING + 5 * MINUTE, MORNING)).toBe(5);
		expect(minutesLeft(MORNING + 5 * MINUTE, MORNING + 1)).toBe(5);
		expect(minutesLeft(MORNING, MORNING + MINUTE)).toBe(0);
		expect(minutesLeft(undefined, MORNING)).toBeUndefined();
	});

	it('is past from its deadline on', () => {
		expect(isPast(MORNING, MORNING - 1)).toBe(false);
		expect(isPast(MORNING, MORNING)).toBe(true);
		expect(isPast(undefined, MORNING)).toBe(false);
	});

	it('warns at five minutes and at one, however rarely it is read', () => {
		expect(warningBetween(6, 5)).toBe(5);
		expect(warningBetween(5, 4)).toBeUndefined();
		expect(warningBetween(2, 1)).toBe(1);
		expect(warningBetween(20, 1)).toBe(1);
		expect(warningBetween(undefined, 4)).toBeUndefined();
		expect(warningBetween(5, undefined)).toBeUndefined();
	});

	it('is extended from its deadline, or from now where that has passed', () => {
		expect(minutesLater(MORNING + MINUTE, MORNING, 5)).toBe(MORNING + 6 * MINUTE);
		expect(minutesLater(MORNING, MORNING + MINUTE, 5)).toBe(MORNING + 6 * MINUTE);
	});
});

describe('scorePaper', () => {
	const mark = (section: string, claim: string, score: number, chance = 0) => ({
		...{ section, claim, score, chance },
		right: score === 1
	});

	it('adds up points and rights, by section and by claim', () => {
		const { questions, rights, points, sections, claims } = scorePaper([
			mark('a', 'a1', 1),
			mark('a', 'a1', 0.5),
			mark('b', 'b1', 0)
		]);
		expect({ questions, rights, points }).toEqual({ questions: 3, rights: 1, points: 1.5 });
		expect([...sections.keys()]).toEqual(['a', 'b']);
		expect(sections.get('a')).toEqual({ questions: 2, rights: 1, points: 1.5 });
		expect(claims.get('b1')).toEqual({ questions: 1, rights: 0, points: 0 });
	});

	it('takes out what guessing alone would give', () => {
		const guessed = [1, 0, 0, 0].map((score) => mark('a', 'c', score, 1 / 4));
		expect(scorePaper(guessed).known).toBeCloseTo(0);
		const all = [1, 1, 1, 1].map((score) => mark('a', 'c', score, 1 / 4));
		expect(scorePaper(all).known).toBeCloseTo(1);
	});

	it('takes nothing out for what was left open', () => {
		expect(scorePaper([mark('a', 'c', 1), mark('a', 'd', 0)]).known).toBeCloseTo(1 / 2);
	});

	it('says nothing of knowing where there are no questions', () => {
		expect(scorePaper([])).toMatchObject({ questions: 0, known: undefined });
	});
});
