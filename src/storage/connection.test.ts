import 'fake-indexeddb/auto';
import { aStart, anAnswer } from '#tests/fixtures/builders.ts';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Connection, deleteStore } from './connection.ts';
import { UPGRADES } from './schema.ts';
import { StoreError } from './store.ts';

afterEach(async () => {
	vi.restoreAllMocks();
	await deleteStore();
});

/** The next `times` transactions fail as they do when the browser has dropped the connection. */
function failTransactions(times: number, name = 'UnknownError'): { readonly calls: () => number } {
	const open = IDBDatabase.prototype.transaction;
	let calls = 0;
	vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
		calls += 1;
		if (calls <= times) throw new DOMException('Connection to Indexed Database server lost.', name);
		return open.apply(this, given);
	});
	return { calls: () => calls };
}

const readAll = (connection: Connection): Promise<unknown[]> =>
	connection.use((database) => database.transaction('events').store.getAll());

async function openConnection(): Promise<Connection> {
	const connection = new Connection();
	await readAll(connection);
	return connection;
}

async function troubleOf(work: Promise<unknown>): Promise<string> {
	const error = await work.then(
		() => undefined,
		(reason: unknown) => reason
	);
	expect(error).toBeInstanceOf(StoreError);
	return (error as StoreError).trouble;
}

describe('a connection', () => {
	it('is opened once for many uses', async () => {
		const open = vi.spyOn(indexedDB, 'open');
		const connection = new Connection();
		await Promise.all([readAll(connection), readAll(connection), readAll(connection)]);
		expect(open).toHaveBeenCalledTimes(1);
		connection.close();
	});

	it.each(['UnknownError', 'InvalidStateError', 'AbortError'])('is opened anew after an %s', async (name) => {
		const connection = await openConnection();
		const failing = failTransactions(2, name);
		expect(await readAll(connection)).toEqual([]);
		expect(failing.calls()).toBe(3);
		connection.close();
	});

	it('gives up at the third failure and says so, and works again when the fault is gone', async () => {
		const connection = await openConnection();
		failTransactions(3);
		expect(await troubleOf(readAll(connection))).toBe('failed');
		expect(await readAll(connection)).toEqual([]);
		connection.close();
	});

	it('does not try again when there is no room', async () => {
		const connection = await openConnection();
		const failing = failTransactions(9, 'QuotaExceededError');
		expect(await troubleOf(readAll(connection))).toBe('full');
		expect(failing.calls()).toBe(1);
		connection.close();
	});

	it('tries to open again after it could not be opened', async () => {
		vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
			throw new DOMException('Not now.', 'SecurityError');
		});
		const connection = new Connection();
		expect(await troubleOf(readAll(connection))).toBe('failed');
		expect(await readAll(connection)).toEqual([]);
		connection.close();
	});
});

describe('an upgrade', () => {
	const NEXT = [...UPGRADES, () => undefined];

	it('makes an old page let go and say that it is outdated', async () => {
		const onoutdated = vi.fn();
		const old = new Connection({ onoutdated });
		await readAll(old);
		const next = new Connection({ upgrades: NEXT });
		expect(await readAll(next)).toEqual([]);
		expect(onoutdated).toHaveBeenCalledOnce();
		expect(await troubleOf(readAll(old))).toBe('outdated');
		next.close();
	});

	it('finds a store that is newer than the page outdated', async () => {
		const next = new Connection({ upgrades: NEXT });
		await readAll(next);
		next.close();
		await Promise.resolve();
		expect(await troubleOf(readAll(new Connection()))).toBe('outdated');
	});

	it('says so when another tab does not let go', async () => {
		const first = new Connection();
		await readAll(first);
		first.close();
		// A page of another make: it hears that it should let go, and does not.
		const deaf = await openDB('grasp', UPGRADES.length);
		const next = new Connection({ upgrades: NEXT });
		expect(await troubleOf(readAll(next))).toBe('blocked');
		deaf.close();
	});

	it('derives anew what the first version had derived', async () => {
		const first = new Connection({ upgrades: UPGRADES.slice(0, 1) });
		const events = [aStart(), anAnswer({ certainty: 'sure' })];
		await first.use(async (database) => {
			const { store, done } = database.transaction('events', 'readwrite');
			for (const { mode: _, chance: __, ...event } of events as readonly object[] as readonly Record<
				string,
				unknown
			>[]) {
				const mode = event['kind'] === 'session-started' ? { mode: 'learn' } : {};
				await store.put({ ...event, ...mode, version: 1 } as never);
			}
			await done;
		});
		first.close();
		const next = new Connection();
		const cards = await next.use((database) => database.getAllFromIndex('cards', 'due'));
		expect(cards).toMatchObject([{ claim: 'sites', due: '2026-03-06' }]);
		next.close();
	});

	it('runs only the steps that a device has not seen', async () => {
		const first = new Connection();
		await readAll(first);
		first.close();
		const step = vi.fn();
		const next = new Connection({ upgrades: [...UPGRADES, step] });
		await readAll(next);
		expect(step).toHaveBeenCalledOnce();
		next.close();
	});
});
