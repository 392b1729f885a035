import { readEvent } from '#core/read-event.ts';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_VERSION } from '#core/event.ts';
import { foldEvents } from '#core/fold.ts';
import { raise, type RaisingStep } from '#core/raise.ts';
import { arbitraryHistory } from '#tests/fixtures/builders.ts';

const V1 = readFileSync(new URL('../fixtures/events/v1.json', import.meta.url), 'utf8');

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
	return value;
}

describe('law 4: an old event is raised on reading and never rewritten', () => {
	it('reads each event of version 1 as it was written', () => {
		const stored = JSON.parse(V1) as unknown[];
		expect(stored.map(readEvent)).toEqual(JSON.parse(V1));
		const kinds = ['session-started', 'answered', 'undone', 'answered', 'session-closed'];
		expect(stored.map((record) => readEvent(record)?.kind)).toEqual(kinds);
	});

	it('finds in version 1 the learner that it told of', () => {
		const state = foldEvents((JSON.parse(V1) as unknown[]).map((record) => readEvent(record)!));
		expect([...state.cards.keys()]).toEqual(['network-power/users']);
		expect([...state.days.values()]).toEqual([
			{ day: '2026-03-02', answers: 1, rights: 0, spentMillis: 9100 }
		]);
		expect(state.sessions.get('network-power')).toMatchObject({
			closed: true,
			answers: { 1: { score: 0.5 } }
		});
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
