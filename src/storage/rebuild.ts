import type { LearnerEvent } from '#core/event.ts';
import { foldEvents } from '#core/fold.ts';
import { readEvent } from '#core/read-event.ts';
import type { IDBPTransaction, StoreNames } from 'idb';
import type { GraspSchema } from './schema.ts';
import { DERIVED_TABLES, tableEntries, type TableName } from './tables.ts';

/** So many records at a time when the whole log is read. */
const BATCH = 5000;

type Rebuilding =
	| IDBPTransaction<GraspSchema, ('events' | TableName)[], 'readwrite'>
	| IDBPTransaction<GraspSchema, StoreNames<GraspSchema>[], 'versionchange'>;

/** Law 3, within one transaction over the events and all that is derived. Awaits nothing but its requests. */
export async function rebuildTables(transaction: Rebuilding): Promise<void> {
	// The two sorts of transaction differ in what else they may do, and not in this.
	const writing = transaction as IDBPTransaction<GraspSchema, ('events' | TableName)[], 'readwrite'>;
	const entries = tableEntries(foldEvents(await readLog(writing)));
	for (const table of DERIVED_TABLES) {
		const store = writing.objectStore(table);
		void store.clear();
		// The two unions (tables, records) are parallel; the compiler cannot see that.
		for (const [key, value] of entries[table]) void store.put(value as never, key);
	}
}

async function readLog(
	transaction: IDBPTransaction<GraspSchema, ('events' | TableName)[], 'readwrite'>
): Promise<LearnerEvent[]> {
	const events: LearnerEvent[] = [];
	const store = transaction.objectStore('events');
	for (let range: IDBKeyRange | null = null; ;) {
		const batch = await store.getAll(range, BATCH);
		for (const stored of batch) {
			const event = readEvent(stored);
			if (event) events.push(event);
		}
		const last = batch.at(-1);
		if (last === undefined || batch.length < BATCH) return events;
		range = IDBKeyRange.lowerBound(last.id, true);
	}
}
