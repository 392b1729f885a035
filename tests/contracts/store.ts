import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '#core/day.ts';
import type { LearnerEvent, SessionId } from '#core/event.ts';
import { foldEvents } from '#core/fold.ts';
import { isFinished, lastAnswer, positionOf } from '#core/session.ts';
import type { LearnerStore } from '#storage/store.ts';
import {
	aClose,
	aFlag,
	anAnswer,
	anEventId,
	anExamNote,
	anUndo,
	aStart,
	aSuspension,
	DAY,
	HOUR,
	MINUTE,
	MORNING
} from '#tests/fixtures/builders.ts';

const THREE = ['q', 'r', 's'].map((question) => ({ section: 'scale', claim: `claim-${question}`, question }));

/** A session of three questions, and answers to it that come a minute apart. */
const start = aStart({ questions: THREE });
function answer(number: number, values: Parameters<typeof anAnswer>[0] = {}): ReturnType<typeof anAnswer> {
	return anAnswer({ ...THREE[number]!, at: MORNING + (number + 1) * MINUTE, ...values });
}

/**
 * What every `LearnerStore` must do, whatever it is made of. `make` gives a store over the same data each
 * time it is called within one test, and an empty one in the next.
 */
export function describeStore(name: string, make: () => LearnerStore, clear: () => Promise<void>): void {
	describe(name, () => {
		let store: LearnerStore;
		beforeEach(() => (store = make()));
		afterEach(async () => {
			store.close();
			await clear();
		});

		async function expectDerived(events: readonly LearnerEvent[]): Promise<void> {
			expect(await store.readState()).toEqual(foldEvents(events));
		}

		it('is empty at first', async () => {
			const { settings, sessions, progress } = await store.readStart(['course']);
			expect([settings.size, sessions.size, progress.size]).toEqual([0, 0, 0]);
			expect(await store.readEvents(undefined, 10)).toEqual([]);
		});

		it('keeps an answer with its card, its day, its session and its progress', async () => {
			const events = [start, answer(0)];
			const appended = await store.append(events);
			expect(appended.kind).toBe('kept');
			expect(positionOf(appended.session!)).toBe(1);
			await expectDerived(events);
			const began = await store.readStart(['course', 'other']);
			expect(began.progress.get('course')).toMatchObject({ met: 1, right: 1 });
			expect(began.sessions.has('other')).toBe(false);
		});

		it('gives back the event that it was given', async () => {
			await store.append([start, answer(0)]);
			expect(await store.readEvent(answer(0).id)).toEqual(answer(0));
			expect(await store.readEvents(undefined, 10)).toEqual([start, answer(0)]);
			expect(await store.readEvents(start.id, 10)).toEqual([answer(0)]);
			expect(await store.readEvents(undefined, 1)).toEqual([start]);
			expect(await store.countEvents()).toBe(2);
		});

		it('writes an event once, however often it is appended', async () => {
			await store.append([start, answer(0)]);
			expect((await store.append([start, answer(0)])).kind).toBe('kept');
			await expectDerived([start, answer(0)]);
		});

		it('refuses a second answer to one question of a session', async () => {
			await store.append([start, answer(0)]);
			const second = answer(0, { id: anEventId(MORNING, 7), right: false });
			expect(await store.append([second])).toMatchObject({ kind: 'refused', reason: 'already-answered' });
			await expectDerived([start, answer(0)]);
		});

		it('takes one of two answers that are given at once', async () => {
			await store.append([start]);
			const twice = [answer(0), answer(0, { id: anEventId(MORNING, 7) })];
			const kinds = await Promise.all(twice.map(async (event) => (await store.append([event])).kind));
			expect(kinds.sort()).toEqual(['kept', 'refused']);
			expect(await store.readEvents(undefined, 10)).toHaveLength(2);
		});

		it('refuses an answer to a session that is closed, and to one that another has replaced', async () => {
			await store.append([start, answer(0), aClose({ at: MORNING + 9 * MINUTE })]);
			expect(await store.append([answer(1)])).toMatchObject({ kind: 'refused', reason: 'session-closed' });
			const later = aStart({ at: MORNING + 10 * MINUTE, session: 'session-2' as SessionId });
			await store.append([later]);
			expect(await store.append([answer(1)])).toMatchObject({ kind: 'refused', reason: 'session-closed' });
		});

		it('takes the last answer back, on a finished session as well', async () => {
			const answers = [answer(0), answer(1), answer(2)];
			const { session } = await store.append([start, ...answers]);
			expect(isFinished(session!)).toBe(true);
			const undo = anUndo(answers[2]!);
			const undone = await store.append([undo]);
			expect(lastAnswer(undone.session!)?.event).toBe(answers[1]!.id);
			await expectDerived([start, ...answers, undo]);
			expect((await store.readCards(['course/claim-s'])).size).toBe(0);
			expect(await store.append([anUndo(answers[2]!, { at: MORNING + 99 * MINUTE })])).toMatchObject({
				kind: 'refused',
				reason: 'already-undone'
			});
		});

		it('asks an undone question again and keeps the new answer', async () => {
			const again = answer(0, { at: MORNING + 9 * MINUTE, right: false, score: 0 });
			const events = [start, answer(0), anUndo(answer(0)), again];
			for (const event of events) expect((await store.append([event])).kind).toBe('kept');
			await expectDerived(events);
		});

		it('merges events in any order, and counts the new ones', async () => {
			const events = [anUndo(answer(1), { at: MORNING + 20 * MINUTE }), answer(1), answer(0), start];
			expect(await store.merge(events)).toBe(4);
			expect(await store.merge([...events, answer(2)])).toBe(1);
			await expectDerived([...events, answer(2)]);
		});

		it('keeps an event of a later version as it is, and derives nothing from it', async () => {
			const later = { ...answer(1), version: 99, wholly: { new: ['field'] } };
			await store.append([start, answer(0)]);
			expect(await store.merge([later])).toBe(1);
			await expectDerived([start, answer(0)]);
			expect(await store.readEvents(undefined, 10)).toContainEqual(later);
		});

		it('does not keep what has no id', async () => {
			expect(await store.merge([null, 7, 'text', {}, { id: 7 }])).toBe(0);
		});

		it('makes everything derived anew from the events', async () => {
			const events = [start, answer(0), answer(1), anUndo(answer(1))];
			await store.append(events);
			const lived = await store.readState();
			await store.rebuild();
			expect(await store.readState()).toEqual(lived);
		});

		it('reads the progress of one course by section', async () => {
			await store.append([start, answer(0), answer(1, { right: false, score: 0 })]);
			await store.append([aStart({ at: MORNING + 5, session: 'b' as SessionId, course: 'course-2' })]);
			const progress = await store.readProgress('course');
			expect(progress.get('scale')).toMatchObject({ met: 2, right: 1 });
			expect(progress.get('')).toMatchObject({ met: 2, right: 1 });
			expect((await store.readProgress('cours')).size).toBe(0);
		});

		it('keeps settings', async () => {
			await store.writeSetting('asks-certainty', false);
			await store.writeSetting('asks-certainty', true);
			expect((await store.readStart([])).settings.get('asks-certainty')).toBe(true);
		});

		it('reads what is due, the longest due first, and nothing that is suspended', async () => {
			const late = { at: MORNING + 2 * DAY };
			await store.append([start, answer(1, late), answer(0), answer(2)]);
			await store.append([aSuspension({ claim: 'claim-s', at: MORNING + HOUR })]);
			const days = ['2026-03-05', '2026-03-06', '2026-03-08'] as Day[];
			const due = await Promise.all(days.map((day) => store.readDue('course', day, 10)));
			const claims = due.map((cards) => cards.map(({ claim }) => claim));
			expect(claims).toEqual([[], ['claim-q'], ['claim-q', 'claim-r']]);
			expect(await store.readDue('course', days[2]!, 1)).toHaveLength(1);
			expect(await store.readDue('cours', days[2]!, 10)).toEqual([]);
			expect([...(await store.countDue('course', days[0]!, days[2]!))]).toEqual([
				['2026-03-06', 1],
				['2026-03-08', 1]
			]);
			expect(await store.countMet('course', '2026-03-02' as Day)).toBe(2);
		});

		it('reads mistakes, those given as sure first, and flagged questions', async () => {
			const wrong = { right: false, score: 0 };
			await store.append([start, answer(0, { ...wrong, certainty: 'guess' })]);
			await store.append([answer(1, { ...wrong, certainty: 'sure' }), answer(2)]);
			expect((await store.readMissed('course', 10)).map(({ claim }) => claim)).toEqual([
				'claim-r',
				'claim-q'
			]);
			await store.append([aFlag({ claim: 'claim-s', question: 's', at: MORNING + HOUR })]);
			expect((await store.readFlagged('course', 10)).map(({ flags }) => flags)).toEqual([['s']]);
			expect(await store.readCourseCards('course', 'scale')).toHaveLength(3);
			expect(await store.readCourseCards('course')).toHaveLength(3);
			expect(await store.readCourseCards('course', 'other')).toEqual([]);
		});

		it('reads days in order, and what happened to one claim', async () => {
			const events = [start, answer(1, { at: MORNING + DAY }), answer(0)];
			await store.append(events);
			expect((await store.readDays('2026-03-01' as Day)).map(({ day }) => day)).toEqual([
				'2026-03-02',
				'2026-03-03'
			]);
			expect(await store.readDays('2026-03-04' as Day)).toEqual([]);
			expect(await store.readClaimEvents('course', 'claim-q')).toEqual([answer(0)]);
		});

		it('keeps an exam apart from other sessions, with its fields and its clock', async () => {
			const exam = { mode: 'exam', session: 'exam' as SessionId, at: MORNING + HOUR } as const;
			await store.append([start, answer(0)]);
			await store.append([aStart({ ...exam, questions: THREE, deadlineAt: MORNING + 2 * HOUR })]);
			await store.append([anExamNote({ session: exam.session, at: exam.at + 1, marked: true })]);
			await store.append([anExamNote({ session: exam.session, at: exam.at + 2 })]);
			expect((await store.readSession('course'))?.id).toBe(start.session);
			expect(await store.readExam('course')).toMatchObject({
				notes: { 0: { marked: false, at: exam.at + 2 } },
				deadlineAt: MORNING + 2 * HOUR
			});
			const handedIn = THREE.map((_, number) => answer(number, { ...exam, at: exam.at + 10 + number }));
			expect((await store.append(handedIn)).session).toMatchObject({ id: exam.session });
			expect(isFinished((await store.readStart(['course'])).exams.get('course')!)).toBe(true);
			expect(await store.append(handedIn.slice(0, 1))).toMatchObject({ kind: 'kept' });
		});

		it('goes on after it was closed', async () => {
			await store.append([start, answer(0)]);
			store.close();
			expect((await store.append([answer(1)])).kind).toBe('kept');
			await expectDerived([start, answer(0), answer(1)]);
		});
	});
}
