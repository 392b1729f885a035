/**
 * A browser may give back less than it was given: an emptied database, a shortened log, and no error. So a count of the
 * log is kept in a second place, and a copy of it in a third, which the same fault leaves alone.
 */

import type { AuthoredStore } from '#storage/authored-store.ts';
import type { LearnerStore } from '#storage/store.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore.ts';

export interface Loss {
	/** Entries that were here, and are not. */
	readonly missing: number;
	/** A copy that may hold most of them. */
	readonly mirror: File | undefined;
}

/** Where files of the site's own stand, that nobody but it sees. */
export type OpenFolder = () => Promise<FileSystemDirectoryHandle>;

const NAME = 'grasp-count';
const MIRROR = 'mirror.backup.gz';
/** So many answers may be lost at most; a long log is copied less often. */
const MIRROR_EVERY = 50;
const SHARE = 100;

const openOwn: OpenFolder = () => navigator.storage.getDirectory();
const never = new AbortController().signal;

interface Count {
	readonly events: number;
	/** In the copy. */
	readonly mirrored: number;
}

/** Without it nothing has been counted yet, and nothing can be missing. */
export function readCount(): Count | undefined {
	try {
		const kept = JSON.parse(localStorage.getItem(NAME) ?? 'null') as Partial<Count> | null;
		return typeof kept?.events === 'number'
			? { events: kept.events, mirrored: kept.mirrored ?? 0 }
			: undefined;
	} catch {
		return undefined;
	}
}

function writeCount(count: Count): void {
	localStorage.setItem(NAME, JSON.stringify(count));
}

/** Rejects with a `StoreError`. */
export async function findLoss(
	store: LearnerStore,
	openFolder: OpenFolder = openOwn
): Promise<Loss | undefined> {
	const count = readCount();
	if (count === undefined) return undefined;
	const missing = count.events - (await store.countEvents());
	return missing > 0 ? { missing, mirror: await readMirror(openFolder) } : undefined;
}

/** After a session. What is known to be missing is neither forgotten nor copied over. */
export async function noteCount(
	store: LearnerStore,
	findAuthored: () => Promise<AuthoredStore | undefined>,
	openFolder: OpenFolder = openOwn
): Promise<void> {
	const before = readCount() ?? { events: 0, mirrored: 0 };
	const events = await store.countEvents();
	if (events < before.events) return;
	writeCount({ ...before, events });
	const since = events - before.mirrored;
	if (since < MIRROR_EVERY || since * SHARE < events) return;
	const parts = { store, authored: await findAuthored(), now: Date.now() };
	const { file } = await makeBackup(parts, () => {}, never);
	const handle = await (await openFolder()).getFileHandle(MIRROR, { create: true });
	const writable = await handle.createWritable();
	await writable.write(file);
	await writable.close();
	writeCount({ events, mirrored: events });
}

/** @returns how many entries came back */
export async function bringBack(
	store: LearnerStore,
	authored: () => AuthoredStore,
	mirror: Blob
): Promise<number> {
	const { events } = await restoreBackup(
		mirror,
		{ store, authored, builtIn: [], now: Date.now() },
		() => {},
		never
	);
	await acceptLoss(store);
	return events;
}

/** What is here now is what there is. */
export async function acceptLoss(store: LearnerStore): Promise<void> {
	writeCount({ events: await store.countEvents(), mirrored: 0 });
}

async function readMirror(openFolder: OpenFolder): Promise<File | undefined> {
	try {
		return await (await (await openFolder()).getFileHandle(MIRROR)).getFile();
	} catch {
		// No copy yet, or a browser that has no such place.
		return undefined;
	}
}
