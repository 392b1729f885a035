/** A file of the learner's choice that is kept up to date by itself, where the browser lets us keep hold of one. */

import type { LearnerStore } from '#storage/store.ts';
import { BACKUP_FILE } from './device-settings.ts';

/** As much of it as is used; TypeScript's library lacks the permissions. */
export interface FileHandle {
	readonly name: string;
	queryPermission(ask: { readonly mode: 'readwrite' }): Promise<PermissionState>;
	requestPermission(ask: { readonly mode: 'readwrite' }): Promise<PermissionState>;
	createWritable(): Promise<{ write(data: Blob): Promise<void>; close(): Promise<void> }>;
}

type PickFile = (options: object) => Promise<FileHandle>;

const ASK = { mode: 'readwrite' } as const;

export function canKeepFile(): boolean {
	return 'showSaveFilePicker' in globalThis;
}

/** Must be called in the tap's own turn. `undefined` where the learner has chosen none. */
export async function pickFile(suggestedName: string): Promise<FileHandle | undefined> {
	const { showSaveFilePicker } = globalThis as unknown as { showSaveFilePicker: PickFile };
	try {
		return await showSaveFilePicker({
			suggestedName,
			types: [{ description: 'Grasp', accept: { 'application/gzip': ['.gz'] } }]
		});
	} catch (error) {
		if (error instanceof DOMException && error.name === 'AbortError') return undefined;
		throw error;
	}
}

/** Of a file that was chosen once; not all that a browser stores comes back as what it was. */
export function handleIn(settings: ReadonlyMap<string, unknown>): FileHandle | undefined {
	const kept = settings.get(BACKUP_FILE) as FileHandle | null | undefined;
	return typeof kept?.createWritable === 'function' ? kept : undefined;
}

/** Must be asked for in the tap's own turn. */
export async function allow(handle: FileHandle): Promise<boolean> {
	return (await handle.requestPermission(ASK)) === 'granted';
}

export async function isAllowed(handle: FileHandle): Promise<boolean> {
	return (await handle.queryPermission(ASK)) === 'granted';
}

/** What was in the file stays until all of the new is written. */
export async function writeTo(handle: FileHandle, file: Blob): Promise<void> {
	const writable = await handle.createWritable();
	await writable.write(file);
	await writable.close();
}

export function keepHandle(store: LearnerStore, handle: FileHandle | null): Promise<void> {
	return store.writeSetting(BACKUP_FILE, handle);
}
