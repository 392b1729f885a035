import { unwrap, type IDBPTransaction } from 'idb';
import type { GraspSchema } from './schema.ts';
import type { DerivedTables, StoredEvent, TableName, Tables } from './tables.ts';

type WriteTransaction = IDBPTransaction<GraspSchema, ('events' | TableName)[], 'readwrite'>;

/**
 * The tables inside one IndexedDB transaction. Lies on the way from a tap to its feedback, so it does without
 * wrappers around stores and requests. Writes are not awaited one by one: if one fails, the transaction aborts,
 * and `transaction.done`, which the store awaits, rejects.
 */
export class IdbTables implements Tables {
	readonly #transaction: IDBTransaction;

	constructor(transaction: WriteTransaction) {
		this.#transaction = unwrap(transaction);
	}

	get<T extends TableName>(table: T, key: string): Promise<DerivedTables[T] | undefined> {
		return resultOf(this.#transaction.objectStore(table).get(key));
	}

	set<T extends TableName>(table: T, key: string, value: DerivedTables[T] | undefined): void {
		const store = this.#transaction.objectStore(table);
		if (value === undefined) store.delete(key);
		else store.put(value, key);
	}

	readEvent(id: string): Promise<StoredEvent | undefined> {
		return resultOf(this.#transaction.objectStore('events').get(id));
	}

	addEvent(event: StoredEvent): void {
		this.#transaction.objectStore('events').add(event);
	}

	eventsOfClaim(course: string, claim: string): Promise<readonly StoredEvent[]> {
		return this.#list('claim', [course, claim]);
	}

	eventsOfSession(session: string): Promise<readonly StoredEvent[]> {
		return this.#list('session', session);
	}

	undosOf(target: string): Promise<readonly StoredEvent[]> {
		return this.#list('target', target);
	}

	#list(index: 'claim' | 'session' | 'target', key: IDBValidKey): Promise<readonly StoredEvent[]> {
		return resultOf(this.#transaction.objectStore('events').index(index).getAll(key));
	}
}

/** What a store holds is of the type that `schema.ts` gives it. */
function resultOf<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error!);
	});
}
