import { describe, expect, it } from 'vitest';
import { aStart, anAnswer, anUndo } from '#tests/fixtures/builders.ts';
import { addEvent, readAhead } from './derive.ts';
import { HeldTables } from './held-tables.ts';
import type { Tables } from './tables.ts';

/** Empty tables that note what they are asked for. */
function makeTables() {
	const asked: string[] = [];
	const ask = async (what: string, ...key: string[]): Promise<undefined> =>
		void asked.push([what, ...key].join(' '));
	const tables: Tables = {
		get: (table, key) => ask(table, key),
		set: () => undefined,
		readEvent: (id) => ask('event', id),
		addEvent: () => undefined,
		eventsOfClaim: async (...key) => (await ask('claim', ...key)) ?? [],
		eventsOfSession: async (session) => (await ask('session', session)) ?? [],
		undosOf: async (target) => (await ask('undos', target)) ?? []
	};
	return { held: new HeldTables(tables), asked };
}

describe('held tables', () => {
	it('are asked once for all that an answer and the beginning of its session need', async () => {
		const { held, asked } = makeTables();
		const events = [aStart(), anAnswer()];
		for (const event of events) readAhead(held, event);
		const ahead = [...asked];
		for (const event of events) await addEvent(held, event);
		expect(asked).toEqual(ahead);
		expect(new Set(asked).size).toBe(asked.length);
	});

	it('give back what was written last', async () => {
		const { held } = makeTables();
		const day = { day: '2026-01-05', answers: 1, rights: 1, spentMillis: 9 } as never;
		expect(await held.get('days', '2026-01-05')).toBeUndefined();
		held.set('days', '2026-01-05', day);
		expect(await held.get('days', '2026-01-05')).toEqual(day);
		held.set('days', '2026-01-05', undefined);
		expect(await held.get('days', '2026-01-05')).toBeUndefined();
	});

	it('count an event in, in each list that was read before it came', async () => {
		const { held } = makeTables();
		const answer = anAnswer();
		const undo = anUndo(answer);
		const lists = () =>
			Promise.all([
				held.eventsOfSession(answer.session),
				held.eventsOfClaim(answer.course, answer.claim),
				held.undosOf(answer.id)
			]);
		expect(await lists()).toEqual([[], [], []]);
		held.addEvent(answer);
		held.addEvent(undo);
		expect(await lists()).toEqual([[answer, undo], [answer, undo], [undo]]);
		expect(await held.readEvent(answer.id)).toEqual(answer);
	});
});
