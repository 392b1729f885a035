/** Settings that say something of this device alone: they go into no backup, and come from none. */

/** When the last backup was made, and how many events were in it: `LastBackup`. */
export const LAST_BACKUP = 'last-backup';
/** A handle of the file that is kept up to date. */
export const BACKUP_FILE = 'backup-file';
/** Until when, in milliseconds of UTC, nobody wants to be reminded. */
export const REMIND_LATER = 'backup-later';

export interface LastBackup {
	readonly at: number;
	readonly events: number;
}

export function isOfDevice(name: string): boolean {
	return name === LAST_BACKUP || name === BACKUP_FILE || name === REMIND_LATER;
}

export function readLastBackup(settings: ReadonlyMap<string, unknown>): LastBackup | undefined {
	const stored = settings.get(LAST_BACKUP) as Partial<LastBackup> | undefined;
	return typeof stored?.at === 'number' && typeof stored.events === 'number'
		? { at: stored.at, events: stored.events }
		: undefined;
}
