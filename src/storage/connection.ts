import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { UPGRADES, type GraspSchema } from './schema.ts';
import { DATABASE_NAME, StoreError } from './store.ts';

/** How long another tab may take to let go of an older version before the learner is told. */
const BLOCKED_AFTER_MILLIS = 3000;
const ATTEMPTS = 3;

export interface ConnectionOptions {
	readonly name?: string;
	readonly upgrades?: typeof UPGRADES;
	/** A newer page asks for the store: this one has let go and must be reloaded. */
	readonly onoutdated?: () => void;
}

/**
 * The one connection to the database. Browsers drop connections (iOS when the app was in the background,
 * any browser when it clears a site's data): it is then opened anew, and the work is done again. So work
 * must be repeatable: writing an event that is there already changes nothing.
 */
export class Connection {
	readonly #options: ConnectionOptions;
	#opened: Promise<IDBPDatabase<GraspSchema>> | undefined;
	#outdated = false;

	constructor(options: ConnectionOptions = {}) {
		this.#options = options;
	}

	/** Rejects with a `StoreError`. */
	async use<T>(work: (database: IDBPDatabase<GraspSchema>) => Promise<T>): Promise<T> {
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

	#open(): Promise<IDBPDatabase<GraspSchema>> {
		if (this.#outdated) return Promise.reject(new StoreError('outdated'));
		this.#opened ??= this.#connect().catch((error: unknown) => {
			// Must not be kept: the next use tries again.
			this.#opened = undefined;
			throw error;
		});
		return this.#opened;
	}

	#connect(): Promise<IDBPDatabase<GraspSchema>> {
		const { name = DATABASE_NAME, upgrades = UPGRADES } = this.#options;
		return new Promise((resolve, reject) => {
			let timer: ReturnType<typeof setTimeout> | undefined;
			let gaveUp = false;
			openDB<GraspSchema>(name, upgrades.length, {
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
