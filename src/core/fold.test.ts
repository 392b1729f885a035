import { describe, expect, it } from 'vitest';
import { aClose, anAnswer, anUndo, aStart, DAY, MINUTE, MORNING, SESSION } from '#tests/fixtures/builders.ts';
import type { SessionId } from './event.ts';
import { foldEvents, progressKey, withoutUndone } from './fold.ts';
import { claimKey } from './question.ts';

const KEY = claimKey('course', 'sites');

describe('foldEvents', () => {
	it('of nothing is a learner who has done nothing', () => {
		const state = foldEvents([]);
		expect([state.cards.size, state.days.size, state.sessions.size, state.progress.size]).toEqual([
			0, 0, 0, 0
		]);
	});

	it('makes card, day, session and progress of one answer', () => {
		const state = foldEvents([aStart(), anAnswer({ at: MORNING + MINUTE })]);
		expect(state.cards.get(KEY)).toMatchObject({ answers: 1, rights: 1 });
		expect(state.days.get('2026-03-02')).toMatchObject({ answers: 1, spentMillis: 5000 });
		expect(state.sessions.get('course')).toMatchObject({ id: SESSION, answers: { 0: { right: true } } });
		const count = { course: 'course', met: 1, right: 1 };
		expect(state.progress.get(progressKey('course', 'scale'))).toEqual({ ...count, section: 'scale' });
		expect(state.progress.get(progressKey('course', ''))).toEqual({ ...count, section: '' });
	});

	it('counts an event that stands twice once', () => {
		const state = foldEvents([anAnswer(), anAnswer()]);
		expect(state.cards.get(KEY)?.answers).toBe(1);
		expect(state.days.get('2026-03-02')?.answers).toBe(1);
	});

	it('keeps claims of one name in two courses apart', () => {
		const later = MORNING + MINUTE;
		const state = foldEvents([anAnswer(), anAnswer({ at: later, course: 'other' })]);
		expect([...state.cards.keys()].sort()).toEqual([KEY, claimKey('other', 'sites')]);
		expect(state.progress.get(progressKey('other', ''))).toMatchObject({ met: 1 });
	});

	it('goes on with the session of a course that was begun last', () => {
		const second = aStart({ at: MORNING + DAY, session: 'session-2' as SessionId });
		const state = foldEvents([second, aStart(), aClose({ at: MORNING + 2 * DAY })]);
		expect(state.sessions.get('course')).toMatchObject({ id: 'session-2', closed: false });
	});

	it('counts a claim as right by its last answer', () => {
		const events = [anAnswer(), anAnswer({ at: MORNING + MINUTE, right: false })];
		expect(foldEvents(events).progress.get(progressKey('course', ''))).toMatchObject({ met: 1, right: 0 });
	});

	it('leaves no trace of an answer taken back', () => {
		const { cards, days, progress } = foldEvents([aStart(), anAnswer(), anUndo(anAnswer())]);
		expect([cards.size, days.size, progress.size]).toEqual([0, 0, 0]);
	});

	it('an answer taken back twice is taken back once', () => {
		const [kept, undone] = [anAnswer(), anAnswer({ at: MORNING + MINUTE })];
		const undos = [anUndo(undone), anUndo(undone, { at: MORNING + DAY })];
		expect(foldEvents([kept, undone, ...undos]).days.get('2026-03-02')?.answers).toBe(1);
	});
});

describe('withoutUndone', () => {
	it('leaves the answers that no undo names in full', () => {
		const [kept, undone] = [anAnswer(), anAnswer({ at: MORNING + MINUTE })];
		const stray = anUndo(kept, { session: 'other' as SessionId });
		expect(withoutUndone([aStart(), kept, undone, anUndo(undone), stray])).toEqual([kept]);
	});

	it('heeds an undo that names an answer in full beside one that does not', () => {
		const answer = anAnswer();
		const undos = [anUndo(answer), anUndo(answer, { claim: 'other' })];
		expect(withoutUndone([answer, ...undos])).toEqual([]);
		expect(withoutUndone([answer, ...undos.reverse()])).toEqual([]);
	});
});
