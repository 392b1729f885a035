import { BACKUP_EXTENSION, BACKUP_TYPE, BackupWriter } from '#formats/backup.ts';
import type { EventId } from '#core/event.ts';
import type { AuthoredStore } from '#storage/authored-store.ts';
import type { LearnerStore } from '#storage/store.ts';
import { isOfDevice } from './device-settings.ts';

export interface BackupParts {
	readonly store: LearnerStore;
	/** Absent where nothing was ever made or received on this device. */
	readonly authored: AuthoredStore | undefined;
	readonly now: number;
}

export interface MadeBackup {
	readonly file: File;
	/** Events in it. */
	readonly events: number;
}

/** Read at one go; the screen gets its turn between them. */
const PAGE = 500;

/** Rejects with a `StoreError`, or with the signal's reason. */
export async function makeBackup(
	{ store, authored, now }: BackupParts,
	onprogress: (done: number, total: number) => void,
	signal: AbortSignal
): Promise<MadeBackup> {
	const total = await store.countEvents();
	const writer = new BackupWriter(now);
	let events = 0;
	for (let after: EventId | undefined; ;) {
		const page = (await store.readEvents(after, PAGE)) as readonly { readonly id: EventId }[];
		for (const event of page) writer.add({ event });
		events += page.length;
		onprogress(events, total);
		signal.throwIfAborted();
		after = page.at(-1)?.id;
		if (page.length < PAGE) break;
	}
	for (const [name, value] of (await store.readStart([])).settings)
		if (!isOfDevice(name)) writer.add({ setting: { name, value } });
	if (authored) await addCourses(writer, authored, signal);
	const name = `grasp-${new Date(now).toISOString().slice(0, 10)}${BACKUP_EXTENSION}`;
	const bytes = writer.end() as readonly Uint8Array<ArrayBuffer>[];
	return { file: new File([...bytes], name, { type: BACKUP_TYPE }), events };
}

async function addCourses(writer: BackupWriter, authored: AuthoredStore, signal: AbortSignal): Promise<void> {
	for (const { id, title, origin, from, revision, savedAt } of await authored.list()) {
		writer.add({ course: { id, title, origin, ...(from !== undefined && { from }), revision, savedAt } });
		for (const [name, text] of await authored.readFiles(id)) writer.add({ file: { course: id, name, text } });
		for (const step of await authored.readSteps(id)) writer.add({ step: { course: id, step } });
		const article = await authored.readArticle(id);
		if (article !== undefined) writer.add({ article: { course: id, text: article } });
		signal.throwIfAborted();
	}
	for (const result of await authored.listAllResults()) writer.add({ result });
}
