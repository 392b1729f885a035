import { StoreError, type LearnerStore } from '#storage/store.ts';

/** Says whether this device holds a store already; `true` where the browser cannot tell. */
export async function hasStore(name: string): Promise<boolean> {
	try {
		const databases = await indexedDB.databases();
		return databases.some((database) => database.name === name);
	} catch {
		// Asked for in vain, or too old a browser: opening it will tell.
		return true;
	}
}

/**
 * A store that comes with its code when it is first needed. On a device that holds none, every read is
 * answered at once with "nothing yet": a newcomer's first question waits for no database.
 */
export function makeLazyStore(
	load: () => Promise<LearnerStore>,
	exists: () => Promise<boolean>
): LearnerStore & { warm(): Promise<void> } {
	let loading: Promise<LearnerStore> | undefined;
	const open = (): Promise<LearnerStore> => {
		// Must not be kept when it failed: the code may be reachable a moment later.
		loading ??= load().catch((error: unknown) => {
			loading = undefined;
			throw new StoreError('failed', error);
		});
		return loading;
	};
	const read = async <T>(work: (store: LearnerStore) => Promise<T>, nothing: NoInfer<T>): Promise<T> => {
		// Asked anew each time: another tab may have made the store in the meantime.
		const isEmpty = loading === undefined && !(await exists());
		return isEmpty && loading === undefined ? nothing : work(await open());
	};

	return {
		warm: async () => void (await (await open()).readStart([])),
		readStart: (courses) =>
			read((store) => store.readStart(courses), {
				settings: new Map(),
				sessions: new Map(),
				progress: new Map()
			}),
		readSession: (course) => read((store) => store.readSession(course), undefined),
		readCards: (keys) => read((store) => store.readCards(keys), new Map()),
		readProgress: (course) => read((store) => store.readProgress(course), new Map()),
		readEvent: (id) => read((store) => store.readEvent(id), undefined),
		readEvents: (after, limit) => read((store) => store.readEvents(after, limit), []),
		append: async (events) => (await open()).append(events),
		merge: async (events) => (await open()).merge(events),
		readState: async () => (await open()).readState(),
		rebuild: async () => (await open()).rebuild(),
		writeSetting: async (name, value) => (await open()).writeSetting(name, value),
		close: () => void loading?.then((store) => store.close()).catch(() => undefined)
	};
}
