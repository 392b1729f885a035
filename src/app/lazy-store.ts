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
		...lazyReads(read),
		warm: async () => void (await (await open()).readStart([])),
		append: async (events) => (await open()).append(events),
		merge: async (events) => (await open()).merge(events),
		readState: async () => (await open()).readState(),
		rebuild: async () => (await open()).rebuild(),
		writeSetting: async (name, value) => (await open()).writeSetting(name, value),
		close: () => void loading?.then((store) => store.close()).catch(() => undefined)
	};
}

type Read = <T>(work: (store: LearnerStore) => Promise<T>, nothing: NoInfer<T>) => Promise<T>;

/** What an empty device answers, without a store. */
function lazyReads(
	read: Read
): Omit<LearnerStore, 'append' | 'merge' | 'readState' | 'rebuild' | 'writeSetting' | 'close'> {
	return {
		readStart: (courses) =>
			read((store) => store.readStart(courses), {
				settings: new Map(),
				sessions: new Map(),
				exams: new Map(),
				progress: new Map()
			}),
		readSession: (course) => read((store) => store.readSession(course), undefined),
		readCards: (keys) => read((store) => store.readCards(keys), new Map()),
		readProgress: (course) => read((store) => store.readProgress(course), new Map()),
		readExam: (course) => read((store) => store.readExam(course), undefined),
		readDue: (course, day, limit) => read((store) => store.readDue(course, day, limit), []),
		countDue: (course, from, to) => read((store) => store.countDue(course, from, to), new Map()),
		countMet: (course, day) => read((store) => store.countMet(course, day), 0),
		readMissed: (course, limit) => read((store) => store.readMissed(course, limit), []),
		readFlagged: (course, limit) => read((store) => store.readFlagged(course, limit), []),
		readCourseCards: (course, section) => read((store) => store.readCourseCards(course, section), []),
		readDays: (from) => read((store) => store.readDays(from), []),
		readClaimEvents: (course, claim) => read((store) => store.readClaimEvents(course, claim), []),
		readEvent: (id) => read((store) => store.readEvent(id), undefined),
		readEvents: (after, limit) => read((store) => store.readEvents(after, limit), [])
	};
}
