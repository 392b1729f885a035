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

/** What an empty device answers, without a store. Whatever else is asked for singly is not there. */
const NOTHING: { readonly [method in keyof LearnerStore]?: () => unknown } = {
	readStart: () => ({ settings: new Map(), sessions: new Map(), exams: new Map(), progress: new Map() }),
	readCards: () => new Map(),
	readProgress: () => new Map(),
	countDue: () => new Map(),
	countMet: () => 0,
	countEvents: () => 0,
	readDue: () => [],
	readMissed: () => [],
	readFlagged: () => [],
	readCourseCards: () => [],
	readDays: () => [],
	readClaimEvents: () => [],
	readEvents: () => []
};

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
	const call = async (method: keyof LearnerStore, given: unknown[]): Promise<unknown> => {
		const isRead = /^(read|count)/.test(method) && method !== 'readState';
		// Asked anew each time: another tab may have made the store in the meantime.
		if (isRead && loading === undefined && !(await exists()) && loading === undefined)
			return NOTHING[method]?.();
		const store = await open();
		return (store[method] as (...given: unknown[]) => unknown)(...given);
	};
	const own = {
		// The write of nothing runs what the first answer's write will run.
		warm: async () => void (await (await open()).append([])),
		close: () => void loading?.then((store) => store.close()).catch(() => undefined)
	};
	// One way for all of its methods: written out, they would be a good part of what a first screen waits for.
	return new Proxy(own as LearnerStore & typeof own, {
		get: (_, method: keyof typeof own | keyof LearnerStore | 'then') => {
			// A promise that is given the store must not take it for another promise.
			if (method === 'then') return undefined;
			return method in own
				? own[method as keyof typeof own]
				: (...given: unknown[]) => call(method as keyof LearnerStore, given);
		}
	});
}
