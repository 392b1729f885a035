/**
 * Brings a backup in, as a union: what is here stays, what is there already is not doubled, and what differs stands
 * beside it. The same file a second time changes nothing.
 */

import {
	BackupError,
	BackupReader,
	BACKUP_LIMITS,
	type BackupCourse,
	type BackupLine
} from '#formats/backup.ts';
import { checksum } from '#formats/checksum.ts';
import { isCourseFileName } from '#formats/course-file.ts';
import type { AuthoredStore, CourseOrigin, DraftStep, KeptResult } from '#storage/authored-store.ts';
import type { LearnerStore } from '#storage/store.ts';
import { isOwnId, keepCourse, LOT_LETTERS } from '../authored/keep-course.ts';
import { isOfDevice } from './device-settings.ts';

/** What a file holds, before anything is written. */
export interface BackupContents {
	/** In milliseconds of UTC. */
	readonly madeAt: number;
	readonly events: number;
	readonly courses: readonly string[];
	readonly settings: number;
	readonly results: number;
	/** The end is missing: what stands before it can be taken. */
	readonly cut?: string;
}

export interface Restored {
	/** That were not here before. */
	readonly events: number;
	readonly courses: number;
	/** Differ from what is here, and stand beside it. */
	readonly copies: number;
	readonly settings: number;
	readonly results: number;
}

type Progress = (done: number, total: number) => void;

/** Rejects with a `BackupError`; a file whose end alone is missing is told in `cut`. */
export async function readBackup(
	file: Blob,
	onprogress: Progress,
	signal: AbortSignal
): Promise<BackupContents> {
	const count = { events: 0, settings: 0, results: 0 };
	const courses: string[] = [];
	const reader = new BackupReader((line) => {
		if ('event' in line) count.events++;
		else if ('setting' in line) count.settings++;
		else if ('result' in line) count.results++;
		else if ('course' in line) courses.push(line.course.title);
	});
	const cut = await readThrough(file, reader, onprogress, signal);
	return { ...count, madeAt: reader.madeAt, courses, ...(cut !== undefined && { cut }) };
}

export interface RestoreParts {
	readonly store: LearnerStore;
	readonly authored: () => AuthoredStore;
	/** Ids of the built-in courses: none may be overridden. */
	readonly builtIn: readonly string[];
	readonly now: number;
}

/** Events at one transaction. */
const BATCH = 500;

/** Rejects with a `BackupError` or a `StoreError`; what came in before it stays, and comes in once. */
export async function restoreBackup(
	file: Blob,
	{ store, authored, builtIn, now }: RestoreParts,
	onprogress: Progress,
	signal: AbortSignal
): Promise<Restored> {
	const { settings: held } = await store.readStart([]);
	const result = { events: 0, courses: 0, copies: 0, settings: 0, results: 0 };
	let lines: BackupLine[] = [];
	const courses = new Map<string, CourseParts>();
	const take = async (): Promise<void> => {
		const batch = lines;
		lines = [];
		const events = batch.flatMap((line) => ('event' in line ? [line.event] : []));
		for (let at = 0; at < events.length; at += BATCH)
			result.events += await store.merge(events.slice(at, at + BATCH));
		for (const line of batch) {
			if (!('setting' in line) || held.has(line.setting.name) || isOfDevice(line.setting.name)) continue;
			await store.writeSetting(line.setting.name, line.setting.value);
			result.settings++;
		}
		const results = batch.flatMap((line) => ('result' in line ? [line.result as KeptResult] : []));
		if (results.length > 0) result.results += (await authored().addResults(results)).length;
		collect(batch, courses, builtIn);
	};
	await readThrough(file, new BackupReader((line) => lines.push(line)), onprogress, signal, take);
	for (const parts of courses.values()) {
		const kept = await keepBeside(parts, authored(), now);
		if (kept !== 'held') result[kept]++;
	}
	return result;
}

/** @returns why the end is missing, where it is */
async function readThrough(
	file: Blob,
	reader: BackupReader,
	onprogress: Progress,
	signal: AbortSignal,
	ontaken: () => Promise<void> = () => Promise.resolve()
): Promise<string | undefined> {
	if (file.size > BACKUP_LIMITS.bytes)
		throw new BackupError('too-large', 'The file is larger than 200 MB, and no backup of Grasp.');
	const SLICE = 64 * 1024;
	try {
		for (let at = 0; at < file.size; at += SLICE) {
			reader.push(new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer()));
			await ontaken();
			onprogress(at, file.size);
			signal.throwIfAborted();
		}
		reader.end();
	} catch (error) {
		await ontaken();
		if (error instanceof BackupError && error.kind === 'cut') return error.message;
		throw error;
	}
	await ontaken();
	return undefined;
}

interface CourseParts {
	readonly course: BackupCourse;
	readonly files: Map<string, string>;
	readonly steps: DraftStep[];
	article?: string;
}

/** What is under a name that is none of ours is left in the file. */
function collect(
	lines: readonly BackupLine[],
	courses: Map<string, CourseParts>,
	builtIn: readonly string[]
): void {
	for (const line of lines) {
		if ('course' in line) {
			if (isOwnId(line.course.id, builtIn))
				courses.set(line.course.id, { course: line.course, files: new Map(), steps: [] });
		} else if ('file' in line) {
			if (isCourseFileName(line.file.name))
				courses.get(line.file.course)?.files.set(line.file.name, line.file.text);
		} else if ('step' in line) courses.get(line.step.course)?.steps.push(line.step.step as DraftStep);
		else if ('article' in line) {
			const parts = courses.get(line.article.course);
			if (parts) parts.article = line.article.text;
		}
	}
}

/** A course that differs from the one of its name stands beside it, under a name that its files give: once. */
async function keepBeside(
	parts: CourseParts,
	authored: AuthoredStore,
	now: number
): Promise<'courses' | 'copies' | 'held'> {
	const { course, files } = parts;
	const known = await authored.read(course.id);
	const isSame = known !== undefined && isEqual(await authored.readFiles(course.id), files);
	const copy = copyId(course.id, files);
	const id = known === undefined || isSame ? course.id : copy;
	// A copy that another device made of what stands here under its first name is no news.
	if (!isSame && id === copy && (await isHeldElsewhere(files, authored))) return 'held';
	const isNew = (await authored.read(id)) === undefined;
	if (isNew) await keepAs(id, parts, authored, now);
	await keepUnsaved(id, parts, authored);
	if (!isNew) return 'held';
	return id === course.id ? 'courses' : 'copies';
}

async function keepAs(
	id: string,
	{ course, files }: CourseParts,
	authored: AuthoredStore,
	now: number
): Promise<void> {
	const origin = ORIGINS.find((each) => each === course.origin) ?? 'received';
	const from = typeof course.from === 'string' ? { from: course.from } : {};
	const revision = Number.isInteger(course.revision) ? course.revision : 1;
	await keepCourse(authored, { id, files, origin, ...from, after: 0, revision }, now);
}

/** What its author was about; what is unsaved here stays. */
async function keepUnsaved(
	id: string,
	{ steps, article }: CourseParts,
	authored: AuthoredStore
): Promise<void> {
	if ((await authored.readSteps(id)).length === 0)
		for (const [index, step] of steps.entries()) await authored.keepStep(id, index, step);
	if (article !== undefined && (await authored.readArticle(id)) === undefined)
		await authored.writeArticle(id, article);
}

async function isHeldElsewhere(
	files: ReadonlyMap<string, string>,
	authored: AuthoredStore
): Promise<boolean> {
	for (const { id } of await authored.list()) if (isEqual(await authored.readFiles(id), files)) return true;
	return false;
}

const ORIGINS: readonly CourseOrigin[] = ['made', 'copied', 'imported', 'received'];

/** Follows from the files, so that two restores make one copy. */
function copyId(id: string, files: ReadonlyMap<string, string>): string {
	const sum = parseInt(checksum(new TextEncoder().encode(JSON.stringify([...files].sort()))), 16);
	const part = Array.from({ length: 6 }, (_, place) => LOT_LETTERS[Math.floor(sum / 32 ** place) % 32]).join(
		''
	);
	return `${id.replace(/-[a-z0-9]{6}$/, '')}-${part}`;
}

function isEqual(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
	return a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);
}
