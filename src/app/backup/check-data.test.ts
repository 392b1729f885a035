import { expect, it } from 'vitest';
import { makeMemoryStore } from '#storage/memory-store.ts';
import { anAnswer, aStart, MORNING } from '#tests/fixtures/builders.ts';
import { checkData } from './check-data.ts';
import { countUnsaved, remindAt } from './remind.ts';

it('counts by kind, keeps what is of a later Grasp, and finds nothing to mend where all is sound', async () => {
	const store = makeMemoryStore();
	await store.merge([aStart(), anAnswer({ at: MORNING + 1 }), { id: 'ffff', kind: 'dreamt', version: 99 }]);
	expect(await checkData(store, () => {})).toMatchObject({
		events: { 'session-started': 1, answered: 1, later: 1 },
		total: 3,
		mended: [],
		counts: { cards: 1, sessions: 1 }
	});
});

it('says which tables were not what their events say', async () => {
	const store = makeMemoryStore();
	await store.append([aStart(), anAnswer({ at: MORNING + 1 })]);
	const broken = await store.readState();
	const states = [{ ...broken, cards: new Map() }, broken];
	const check = await checkData(
		new Proxy(store, {
			get: (target, name: keyof typeof store) =>
				name === 'readState'
					? () => Promise.resolve(states.shift())
					: (target[name] as (...given: unknown[]) => unknown).bind(target)
		}),
		() => {}
	);
	expect(check.mended).toEqual(['cards']);
});

it.each([
	['few answers', 10, new Map(), 0],
	['many that were never saved', 500, new Map(), 500],
	['a young backup', 500, new Map([['last-backup', { at: MORNING - 1000, events: 0 }]]), 0],
	['an old one, and little since', 500, new Map([['last-backup', { at: 1, events: 450 }]]), 0],
	['an old one, and much since', 500, new Map([['last-backup', { at: 1, events: 100 }]]), 400],
	['a wish not to be asked', 500, new Map([['backup-later', remindAt(MORNING)]]), 0],
	['a marker that is none', 500, new Map([['last-backup', 'yesterday']]), 500]
])('a reminder after %s', async (_, events, settings, since) => {
	const store = { ...makeMemoryStore(), countEvents: () => Promise.resolve(events) };
	expect(await countUnsaved(store as ReturnType<typeof makeMemoryStore>, settings, MORNING)).toBe(since);
});
