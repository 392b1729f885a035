import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LearnerEvent, SessionId } from '#core/event.ts';
import { foldEvents } from '#core/fold.ts';
import { isFinished, lastAnswer, positionOf } from '#core/session.ts';
import type { LearnerStore } from '#storage/store.ts';
import { aClose, anAnswer, anEventId, anUndo, aStart, MINUTE, MORNING } from '#tests/fixtures/builders.ts';

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

		it('goes on after it was closed', async () => {
			await store.append([start, answer(0)]);
			store.close();
			expect((await store.append([answer(1)])).kind).toBe('kept');
			await expectDerived([start, answer(0), answer(1)]);
		});
	});
}
