import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { UPGRADES, type GraspSchema, type Upgrade } from './schema.ts';
import { DATABASE_NAME, StoreError } from './store.ts';

/** How long another tab may take to let go of an older version before the learner is told. */
const BLOCKED_AFTER_MILLIS = 3000;
const ATTEMPTS = 3;

export interface ConnectionOptions<S extends DBSchema = GraspSchema> {
	readonly name?: string;
	readonly upgrades?: readonly Upgrade<S>[];
	/** A newer page asks for the store: this one has let go and must be reloaded. */
	readonly onoutdated?: () => void;
}

/**
 * The one connection to a database: the learner's, unless the options name another. Browsers drop connections (iOS when the app was in the background,
 * any browser when it clears a site's data): it is then opened anew, and the work is done again. So work
 * must be repeatable: writing an event that is there already changes nothing.
 */
export class Connection<S extends DBSchema = GraspSchema> {
	readonly #options: ConnectionOptions<S>;
	#opened: Promise<IDBPDatabase<S>> | undefined;
	#outdated = false;

	constructor(options: ConnectionOptions<S> = {}) {
		this.#options = options;
	}

	/** Rejects with a `StoreError`. */
	async use<T>(work: (database: IDBPDatabase<S>) => Promise<T>): Promise<T> {
		for (let attempt = 1; ; attempt += 1) {
			try {
				return await work(await this.#open());
			} catch (error) {
				if (attempt === ATTEMPTS || !isConnectionLost(error)) throw toStoreError(error);
				this.close();
			}
		}
	}

	close(): void {
		const opened = this.#opened;
		this.#opened = undefined;
		// A connection that never opened has nothing to close.
		opened?.then((database) => database.close()).catch(() => undefined);
	}

	#open(): Promise<IDBPDatabase<S>> {
		if (this.#outdated) return Promise.reject(new StoreError('outdated'));
		this.#opened ??= this.#connect().catch((error: unknown) => {
			// Must not be kept: the next use tries again.
			this.#opened = undefined;
			throw error;
		});
		return this.#opened;
	}

	#connect(): Promise<IDBPDatabase<S>> {
		const { name = DATABASE_NAME } = this.#options;
		// Without options it is the learner's store.
		const upgrades = this.#options.upgrades ?? (UPGRADES as unknown as readonly Upgrade<S>[]);
		return new Promise((resolve, reject) => {
			let timer: ReturnType<typeof setTimeout> | undefined;
			let gaveUp = false;
			openDB<S>(name, upgrades.length, {
				async upgrade(database, oldVersion, _newVersion, transaction) {
					for (const upgrade of upgrades.slice(oldVersion)) await upgrade(database, transaction);
				},
				blocked: () => {
					timer = setTimeout(() => {
						gaveUp = true;
						reject(new StoreError('blocked'));
					}, BLOCKED_AFTER_MILLIS);
				},
				blocking: () => {
					this.#outdated = true;
					this.close();
					this.#options.onoutdated?.();
				},
				terminated: () => {
					this.#opened = undefined;
				}
			}).then(
				(database) => {
					clearTimeout(timer);
					// Nobody waits for it any more; held open, it would block others.
					if (gaveUp) database.close();
					else resolve(database);
				},
				(error: unknown) => {
					clearTimeout(timer);
					reject(error);
				}
			);
		});
	}
}

export function deleteStore(name = DATABASE_NAME): Promise<void> {
	return deleteDB(name);
}

const LOST = new Set(['InvalidStateError', 'UnknownError', 'AbortError', 'TransactionInactiveError']);

/** Names that Chromium and WebKit give to the use of a connection that is gone. */
function isConnectionLost(error: unknown): boolean {
	return error instanceof DOMException && LOST.has(error.name);
}

function toStoreError(error: unknown): StoreError {
	if (error instanceof StoreError) return error;
	const name = error instanceof DOMException ? error.name : '';
	if (name === 'QuotaExceededError') return new StoreError('full', error);
	if (name === 'VersionError') return new StoreError('outdated', error);
	return new StoreError('failed', error);
}
