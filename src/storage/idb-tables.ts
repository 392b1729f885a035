import type { IDBPTransaction } from 'idb';
import type { GraspSchema } from './schema.ts';
import type { DerivedTables, StoredEvent, TableName, Tables } from './tables.ts';

type WriteTransaction = IDBPTransaction<GraspSchema, ('events' | TableName)[], 'readwrite'>;

/**
 * The tables inside one IndexedDB transaction. Writes are not awaited one by one: if one fails, the
 * transaction aborts, and `transaction.done`, which the store awaits, rejects.
 */
export class IdbTables implements Tables {
	readonly #transaction: WriteTransaction;

	constructor(transaction: WriteTransaction) {
		this.#transaction = transaction;
	}

	get<T extends TableName>(table: T, key: string): Promise<DerivedTables[T] | undefined> {
		// A union of stores gives a union of records; the table's name says which one it is.
		return this.#transaction.objectStore(table).get(key) as Promise<DerivedTables[T] | undefined>;
	}

	set<T extends TableName>(table: T, key: string, value: DerivedTables[T] | undefined): void {
		const store = this.#transaction.objectStore(table);
		ignoreHere(value === undefined ? store.delete(key) : store.put(value as never, key));
	}

	readEvent(id: string): Promise<StoredEvent | undefined> {
		return this.#transaction.objectStore('events').get(id);
	}

	addEvent(event: StoredEvent): void {
		ignoreHere(this.#transaction.objectStore('events').add(event));
	}

	eventsOfClaim(course: string, claim: string): Promise<readonly StoredEvent[]> {
		return this.#transaction.objectStore('events').index('claim').getAll([course, claim]);
	}

	eventsOfSession(session: string): Promise<readonly StoredEvent[]> {
		return this.#transaction.objectStore('events').index('session').getAll(session);
	}

	undosOf(target: string): Promise<readonly StoredEvent[]> {
		return this.#transaction.objectStore('events').index('target').getAll(target);
	}
}

/** The rejection is reported by `transaction.done`; alone, it would count as unhandled. */
function ignoreHere(request: Promise<unknown>): void {
	request.catch(() => undefined);
}
