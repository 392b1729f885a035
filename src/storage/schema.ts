import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { rebuildTables } from './rebuild.ts';
import type { DerivedTables, StoredEvent } from './tables.ts';

export interface StoredSetting {
	readonly name: string;
	readonly value: unknown;
}

export interface GraspSchema extends DBSchema {
	events: {
		key: string;
		value: StoredEvent;
		indexes: { claim: [course: string, claim: string]; session: string; target: string };
	};
	cards: {
		key: string;
		value: DerivedTables['cards'];
		indexes: {
			due: [course: string, due: string];
			met: [course: string, firstDay: string];
			missed: [course: string, missed: number];
			flagged: [course: string, flagged: number];
			section: [course: string, section: string];
		};
	};
	days: { key: string; value: DerivedTables['days'] };
	sessions: { key: string; value: DerivedTables['sessions'] };
	progress: { key: string; value: DerivedTables['progress'] };
	settings: { key: string; value: StoredSetting };
}

export type Upgrade<S extends DBSchema> = (
	database: IDBPDatabase<S>,
	transaction: IDBPTransaction<S, StoreNames<S>[], 'versionchange'>
) => void | Promise<void>;

/**
 * One step a version, never edited once released: the browser runs those that a device has not seen.
 * All steps of one start are one transaction, so a kill leaves the old version or the new. A step must
 * await nothing but requests of its transaction.
 */
export const UPGRADES: readonly Upgrade<GraspSchema>[] = [
	function version1(database) {
		const events = database.createObjectStore('events', { keyPath: 'id' });
		// Sparse: an event without the fields is not in the index.
		events.createIndex('claim', ['course', 'claim']);
		events.createIndex('session', 'session');
		events.createIndex('target', 'target');
		database.createObjectStore('cards');
		database.createObjectStore('days');
		database.createObjectStore('sessions');
		database.createObjectStore('progress');
		database.createObjectStore('settings', { keyPath: 'name' });
	},
	async function version2(_database, transaction) {
		const cards = transaction.objectStore('cards');
		// Sparse again: a card that is not due, not wrong, not flagged is in none of them.
		cards.createIndex('due', ['course', 'due']);
		cards.createIndex('met', ['course', 'firstDay']);
		cards.createIndex('missed', ['course', 'missed']);
		cards.createIndex('flagged', ['course', 'flagged']);
		cards.createIndex('section', ['course', 'section']);
		await rebuildTables(transaction);
	},
	// Cards of version 3: no claim comes back sooner than `SHORTEST_WAIT_DAYS`.
	function version3(_database, transaction) {
		return rebuildTables(transaction);
	}
];
