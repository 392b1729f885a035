import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LearnerEvent } from '#core/event.ts';
import { foldEvents } from '#core/fold.ts';
import { deleteStore } from '#storage/connection.ts';
import { makeIdbStore } from '#storage/idb-store.ts';
import { makeMemoryStore } from '#storage/memory-store.ts';
import type { LearnerStore } from '#storage/store.ts';
import { anUndo, arbitraryHistory } from '#tests/fixtures/builders.ts';

/** A history, and the same events in another arrangement. */
const rearranged = arbitraryHistory.chain((history) =>
	fc.record({
		history: fc.constant(history),
		arrangement: fc.shuffledSubarray([...history], { minLength: history.length }),
		/** Where the arrangement is cut into two logs. */
		cut: fc.nat(history.length)
	})
);

async function makeStoreWith(events: readonly LearnerEvent[], make = makeMemoryStore): Promise<LearnerStore> {
	const store = make();
	// One by one, as they would come from a learner or from other tabs.
	for (const event of events) await store.merge([event]);
	return store;
}

describe('law 1: any arrangement of the same events gives one state', () => {
	it('holds for what a store derives event by event', async () => {
		await fc.assert(
			fc.asyncProperty(rearranged, async ({ history, arrangement }) => {
				const store = await makeStoreWith(arrangement);
				expect(await store.readState()).toEqual(foldEvents(history));
			}),
			{ numRuns: 200 }
		);
	});

	it('holds for a store in IndexedDB', async () => {
		await fc.assert(
			fc
				.asyncProperty(rearranged, async ({ history, arrangement }) => {
					const store = await makeStoreWith(arrangement, makeIdbStore);
					const state = await store.readState();
					store.close();
					expect(state).toEqual(foldEvents(history));
				})
				.afterEach(() => deleteStore()),
			{ numRuns: 15 }
		);
	});
});

describe('law 2: merging is a union by id', () => {
	it('gives one state and one log for A + B, B + A and A + B + B', async () => {
		await fc.assert(
			fc.asyncProperty(rearranged, async ({ arrangement, cut }) => {
				const [a, b] = [arrangement.slice(0, cut), arrangement.slice(cut)];
				const stores = await Promise.all(
					[
						[a, b],
						[b, a],
						[a, b, b]
					].map(async (logs) => {
						const store = makeMemoryStore();
						for (const log of logs) await store.merge(log);
						return [await store.readState(), await store.readEvents(undefined, 1000)];
					})
				);
				expect(stores[1]).toEqual(stores[0]);
				expect(stores[2]).toEqual(stores[0]);
			}),
			{ numRuns: 100 }
		);
	});
});

describe('law 3: all but events, settings and authored courses is a cache', () => {
	it('is equal after it was made anew', async () => {
		await fc.assert(
			fc.asyncProperty(rearranged, async ({ arrangement }) => {
				const store = await makeStoreWith(arrangement);
				const lived = await store.readState();
				await store.rebuild();
				expect(await store.readState()).toEqual(lived);
			}),
			{ numRuns: 100 }
		);
	});
});

describe('law 5: undo is an event too', () => {
	it('restores cards, days, progress and the session’s answers', async () => {
		await fc.assert(
			fc.asyncProperty(arbitraryHistory, async (history) => {
				const last = history.filter((event) => event.kind === 'answered').at(-1);
				const isKept = last && !history.some((event) => event.kind === 'undone' && event.target === last.id);
				fc.pre(isKept === true);
				const undone = await makeStoreWith([...history, anUndo(last!)]);
				const never = await makeStoreWith(history.filter(({ id }) => id !== last!.id));
				expect(await undone.readState()).toEqual(await never.readState());
			}),
			{ numRuns: 100 }
		);
	});
});
