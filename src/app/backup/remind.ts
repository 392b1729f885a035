import type { LearnerStore } from '#storage/store.ts';
import { readLastBackup, REMIND_LATER } from './device-settings.ts';

/** As many answers as one would not like to give again. */
const MANY = 200;
const OLD_MILLIS = 14 * 24 * 3600 * 1000;

/** Answers and other events since the last backup, where they are many and it is old; 0 for no reminder. */
export async function countUnsaved(
	store: LearnerStore,
	settings: ReadonlyMap<string, unknown>,
	now: number
): Promise<number> {
	const last = readLastBackup(settings);
	const later = settings.get(REMIND_LATER);
	if (typeof later === 'number' && now < later) return 0;
	if (last && now - last.at < OLD_MILLIS) return 0;
	const since = (await store.countEvents()) - (last?.events ?? 0);
	return since >= MANY ? since : 0;
}

/** @returns until when, in milliseconds of UTC, to be quiet */
export function remindAt(now: number): number {
	return now + OLD_MILLIS;
}
