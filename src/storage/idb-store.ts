import { readEvent } from '#core/read-event.ts';
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { Card } from '#core/card.ts';
import { type EventId, type LearnerEvent } from '#core/event.ts';
import { progressKey, type LearnerState } from '#core/fold.ts';
import type { Day } from '#core/day.ts';
import { examKey, type Session } from '#core/session.ts';
import { WHOLE_COURSE } from '#core/catalogue.ts';
import { type DayTotals, type Progress } from '#core/totals.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import { addEvent, findRefusal, readAhead, readSessionOf } from './derive.ts';
import { HeldTables } from './held-tables.ts';
import * as queries from './idb-queries.ts';
import { IdbTables } from './idb-tables.ts';
import { rebuildTables } from './rebuild.ts';
import type { Appended, LearnerStore, Start } from './store.ts';
import type { GraspSchema } from './schema.ts';
import { DERIVED_TABLES, isStored } from './tables.ts';

/** The learner's store in IndexedDB. Opens when it is first used. */
export function makeIdbStore(options: ConnectionOptions = {}): LearnerStore {
	return new IdbStore(new Connection(options));
}

const WRITTEN = ['events', ...DERIVED_TABLES] as const;
type WriteTransaction = IDBPTransaction<GraspSchema, (typeof WRITTEN)[number][], 'readwrite'>;

class IdbStore implements LearnerStore {
	readonly #connection: Connection;

	constructor(connection: Connection) {
		this.#connection = connection;
	}

	readStart(courses: readonly string[]): Promise<Start> {
		return this.#connection.use(async (database) => {
			const transaction = database.transaction(['settings', 'sessions', 'progress']);
			const settings = transaction.objectStore('settings').getAll();
			const sessions = courses.map((course) => transaction.objectStore('sessions').get(course));
			const progress = courses.map((course) =>
				transaction.objectStore('progress').get(progressKey(course, WHOLE_COURSE))
			);
			const exams = courses.map((course) => transaction.objectStore('sessions').get(examKey(course)));
			return {
				settings: new Map((await settings).map(({ name, value }) => [name, value])),
				sessions: zip(courses, await Promise.all(sessions)),
				exams: zip(courses, await Promise.all(exams)),
				progress: zip(courses, await Promise.all(progress))
			};
		});
	}

	append(events: readonly LearnerEvent[]): Promise<Appended> {
		return this.#write(async (transaction): Promise<Appended> => {
			const tables = new HeldTables(transaction);
			for (const event of events) readAhead(tables, event);
			for (const event of events) {
				if (await tables.readEvent(event.id)) continue;
				const reason = await findRefusal(tables, event);
				if (reason) return { kind: 'refused', reason, session: await readSessionOf(tables, event) };
				await addEvent(tables, event);
			}
			const [first] = events;
			return { kind: 'kept', session: first && (await readSessionOf(tables, first)) };
		});
	}

	merge(events: readonly unknown[]): Promise<number> {
		return this.#write(async (tables) => {
			let added = 0;
			for (const stored of events) {
				const event = readEvent(stored);
				if (event) {
					if ((await addEvent(tables, event)) === 'new') added += 1;
				} else if (isStored(stored) && !(await tables.readEvent(stored.id))) {
					tables.addEvent(stored);
					added += 1;
				}
			}
			return added;
		});
	}

	readSession(course: string): Promise<Session | undefined> {
		return this.#connection.use((database) => database.get('sessions', course));
	}

	readExam(course: string): Promise<Session | undefined> {
		return this.#connection.use((database) => database.get('sessions', examKey(course)));
	}

	readDue(course: string, day: Day, limit: number): Promise<readonly Card[]> {
		return this.#connection.use((database) => queries.readDue(database, course, day, limit));
	}

	countDue(course: string, from: Day, to: Day): Promise<ReadonlyMap<Day, number>> {
		return this.#connection.use((database) => queries.countDue(database, course, from, to));
	}

	countMet(course: string, day: Day): Promise<number> {
		return this.#connection.use((database) => database.countFromIndex('cards', 'met', [course, day]));
	}

	readMissed(course: string, limit: number): Promise<readonly Card[]> {
		return this.#connection.use((database) => queries.readMarked(database, 'missed', course, limit));
	}

	readFlagged(course: string, limit: number): Promise<readonly Card[]> {
		return this.#connection.use((database) => queries.readMarked(database, 'flagged', course, limit));
	}

	readCourseCards(course: string, section?: string): Promise<readonly Card[]> {
		return this.#connection.use((database) => queries.readCourseCards(database, course, section));
	}

	readDays(from: Day): Promise<readonly DayTotals[]> {
		return this.#connection.use((database) => database.getAll('days', IDBKeyRange.lowerBound(from)));
	}

	readClaimEvents(course: string, claim: string): Promise<readonly LearnerEvent[]> {
		return this.#connection.use((database) => queries.readClaimEvents(database, course, claim));
	}

	readCards(keys: readonly string[]): Promise<ReadonlyMap<string, Card>> {
		return this.#connection.use(async (database) => {
			const cards = database.transaction('cards').store;
			return zip(keys, await Promise.all(keys.map((key) => cards.get(key))));
		});
	}

	readProgress(course: string): Promise<ReadonlyMap<string, Progress>> {
		return this.#connection.use(async (database) => {
			// Every key of one course begins with its id and a slash; "0" is the sign after the slash.
			const range = IDBKeyRange.bound(`${course}/`, `${course}0`, false, true);
			const all = await database.getAll('progress', range);
			return new Map(all.map((progress) => [progress.section, progress]));
		});
	}

	readEvent(id: EventId): Promise<LearnerEvent | undefined> {
		return this.#connection.use(async (database) => readEvent(await database.get('events', id)));
	}

	readEvents(after: EventId | undefined, limit: number): Promise<readonly unknown[]> {
		return this.#connection.use((database) => {
			const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
			return database.getAll('events', range, limit);
		});
	}

	countEvents(): Promise<number> {
		return this.#connection.use((database) => database.count('events'));
	}

	readState(): Promise<LearnerState> {
		return this.#connection.use(async (database) => {
			const transaction = database.transaction(DERIVED_TABLES);
			const [cards, days, sessions, progress] = await Promise.all([
				readTable<Card>(transaction.objectStore('cards')),
				readTable<DayTotals>(transaction.objectStore('days')),
				readTable<Session>(transaction.objectStore('sessions')),
				readTable<Progress>(transaction.objectStore('progress'))
			]);
			return { cards, days, sessions, progress };
		});
	}

	rebuild(): Promise<void> {
		return this.#connection.use(async (database) => {
			const transaction = openWrite(database);
			await rebuildTables(transaction);
			await transaction.done;
		});
	}

	writeSetting(name: string, value: unknown): Promise<void> {
		return this.#connection.use(async (database) => {
			const transaction = database.transaction('settings', 'readwrite', { durability: 'strict' });
			void transaction.store.put({ name, value });
			await transaction.done;
		});
	}

	close(): void {
		this.#connection.close();
	}

	/** One transaction, strict: it is done when the disk has it, not when the system has promised. */
	#write<T>(work: (tables: IdbTables) => Promise<T>): Promise<T> {
		return this.#connection.use(async (database) => {
			const transaction = openWrite(database);
			const working = work(new IdbTables(transaction)).then(
				(result) => {
					commit(transaction);
					return result;
				},
				(error: unknown) => {
					abort(transaction);
					throw error;
				}
			);
			const [result] = await Promise.all([working, transaction.done]);
			return result;
		});
	}
}

function openWrite(database: IDBPDatabase<GraspSchema>): WriteTransaction {
	return database.transaction([...WRITTEN], 'readwrite', { durability: 'strict' });
}

/** Said aloud, the browser need not wait for the last answers before it writes; unsaid, it does so by itself. */
function commit(transaction: WriteTransaction): void {
	try {
		transaction.commit();
	} catch {
		// It has nothing more to do and is being written already, or it was aborted: `done` tells.
	}
}

/** Half of what was meant must not be written. */
function abort(transaction: WriteTransaction): void {
	try {
		transaction.abort();
	} catch {
		// It has aborted already: that is what `work` has failed of.
	}
}

interface ReadableTable<T> {
	getAllKeys(): Promise<string[]>;
	getAll(): Promise<T[]>;
}

async function readTable<T>(table: ReadableTable<T>): Promise<ReadonlyMap<string, T>> {
	const [keys, values] = await Promise.all([table.getAllKeys(), table.getAll()]);
	return zip(keys, values);
}

function zip<T>(keys: readonly string[], values: readonly (T | undefined)[]): ReadonlyMap<string, T> {
	const map = new Map<string, T>();
	keys.forEach((key, index) => {
		const value = values[index];
		if (value !== undefined) map.set(key, value);
	});
	return map;
}
