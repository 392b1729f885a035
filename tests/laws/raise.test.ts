import { readEvent } from '#core/read-event.ts';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_VERSION, SESSION_MODES } from '#core/event.ts';
import { foldEvents } from '#core/fold.ts';
import { raise, type RaisingStep } from '#core/raise.ts';
import { NO_TALLY } from '#core/totals.ts';
import { arbitraryHistory } from '#tests/fixtures/builders.ts';

const readFixture = (name: string): readonly Record<string, unknown>[] =>
	JSON.parse(readFileSync(new URL(`../fixtures/events/${name}.json`, import.meta.url), 'utf8')) as [];

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
	return value;
}

describe('law 4: an old event is raised on reading and never rewritten', () => {
	it('reads each event of version 1, its answers as learning and none as a guess', () => {
		const stored = readFixture('v1');
		expect(stored.map(readEvent)).toEqual(
			readFixture('v1').map((event) => ({
				...event,
				version: 2,
				...(event['kind'] === 'answered' && { mode: 'learn', chance: 0 })
			}))
		);
		expect(stored).toEqual(readFixture('v1'));
		const kinds = ['session-started', 'answered', 'undone', 'answered', 'session-closed'];
		expect(stored.map((record) => readEvent(record)?.kind)).toEqual(kinds);
	});

	it('finds in version 1 the learner that it told of', () => {
		const state = foldEvents(readFixture('v1').map((record) => readEvent(record)!));
		expect([...state.cards.keys()]).toEqual(['network-power/users']);
		expect([...state.days.values()]).toMatchObject([
			{ day: '2026-03-02', answers: 1, rights: 0, spentMillis: 9100, reviews: NO_TALLY }
		]);
		expect(state.sessions.get('network-power')).toMatchObject({
			closed: true,
			answers: { 1: { score: 0.5 } }
		});
	});

	it('reads each event of version 2 as it was written', () => {
		const stored = readFixture('v2');
		expect(stored.map(readEvent)).toEqual(readFixture('v2'));
		const kinds = new Set(stored.map((record) => readEvent(record)?.kind));
		expect([...kinds].sort()).toEqual([
			...['answered', 'exam-clock-set', 'exam-noted', 'flagged'],
			...['session-closed', 'session-started', 'suspended', 'undone']
		]);
		const modes = stored.flatMap((record) => (record['kind'] === 'session-started' ? [record['mode']] : []));
		expect(modes.sort()).toEqual([...SESSION_MODES].sort());
	});

	it('finds in version 2 the learner that it told of', () => {
		const { cards, days, sessions } = foldEvents(readFixture('v2').map((record) => readEvent(record)!));
		expect(cards.get('network-power/users')).toMatchObject({
			...{ answers: 3, rights: 3, review: { day: '2026-03-04', count: 2, lastGrade: 'hard' } },
			...{ suspended: true, flags: ['users-order'] }
		});
		expect(cards.get('network-power/users')).not.toHaveProperty('due');
		expect(cards.get('network-power/base-stations')).toMatchObject({ answers: 4, missed: 2 });
		expect(days.get('2026-03-02')).toMatchObject({ answers: 2 });
		expect(days.get('2026-03-04')).toMatchObject({
			...{ answers: 5, reviews: { answers: 1, rights: 1, chances: 5000 } },
			certainties: { sure: { answers: 1, rights: 0, chances: 2500 } }
		});
		const exam = sessions.get('network-power/exam');
		expect(exam).toMatchObject({ closed: true, answers: { 0: { right: true } } });
		expect(exam?.notes).toMatchObject({ 0: { answer: { options: ['under'] }, marked: false } });
		expect(exam).not.toHaveProperty('deadlineAt');
	});

	it('reads any event without touching the record, and reads it again the same', () => {
		fc.assert(
			fc.property(arbitraryHistory, (history) => {
				for (const event of history) {
					const stored: unknown = deepFreeze(JSON.parse(JSON.stringify(event)));
					expect(readEvent(stored)).toEqual(event);
					expect(readEvent(readEvent(stored))).toEqual(event);
				}
			})
		);
	});

	it('skips any event of a later version, which a later program has written', () => {
		const later = fc.integer({ min: 1 }).map((ahead) => EVENT_VERSION + ahead);
		fc.assert(
			fc.property(arbitraryHistory, later, (history, version) => {
				for (const event of history) expect(readEvent({ ...event, version })).toBeUndefined();
			})
		);
	});

	it('raises from any version, through any steps, and leaves the record as it was', () => {
		const step: RaisingStep = (record) => {
			(record['trail'] as unknown[]).push(record['version']);
			return record;
		};
		const arbitraryRecord = fc.record({ version: fc.integer({ min: 1, max: 5 }), trail: fc.array(fc.nat()) });
		fc.assert(
			fc.property(arbitraryRecord, (record) => {
				const before = structuredClone(record);
				const raised = raise(deepFreeze(record), { 1: step, 2: step, 3: step, 4: step }, 5);
				const passed = [1, 2, 3, 4].filter((version) => version >= before.version);
				expect(raised).toEqual({ version: 5, trail: [...before.trail, ...passed] });
				expect(record).toEqual(before);
			})
		);
	});
});
