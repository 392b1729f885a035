/**
 * A course in one file: a ZIP archive of the same YAML files that stand in a folder of `questions/`, and a
 * `grasp.json` that says what it is. Nothing is lost on the way, and any ZIP program opens it.
 */

import { EXCHANGE_LIMITS, type ExchangeNote } from '#core/exchange.ts';
import { HARMLESS } from '#core/harmless.ts';
import { isRecord } from '#core/is-record.ts';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { checksum } from './checksum.ts';
import { unzip } from './unzip.ts';

export const COURSE_FILE_VERSION = 1;
export const COURSE_FILE_EXTENSION = '.grasp';
export const COURSE_FILE_TYPE = 'application/x-grasp-course+zip';

/** What the file says of itself; nobody vouches for it. */
export interface CourseFileHead {
	/** Under which it is kept on a device; the folder's name without the part drawn by lot, for built-in ones. */
	readonly id: string;
	readonly title: string;
	/** BCP 47 tag. */
	readonly language: string;
	/** Counts up with each saving, so that a later file is known as such. */
	readonly revision: number;
	/** Who says that it is theirs. */
	readonly from?: string;
}

export interface CourseFile {
	readonly head: CourseFileHead;
	/** Text by name, sorted. */
	readonly files: ReadonlyMap<string, string>;
}

export type ReadCourseFile =
	| { readonly value: CourseFile; readonly notes: readonly ExchangeNote[] }
	| { readonly value?: undefined; readonly notes: readonly ExchangeNote[] };

interface Manifest extends CourseFileHead {
	readonly format: 'grasp-course';
	readonly version: number;
	/** Checksum by name. */
	readonly files: Readonly<Record<string, string>>;
}

const MANIFEST = 'grasp.json';
/** The YAML files of a course, and its ledger of ids. */
const FILE_NAME = /^([a-z0-9]+(-[a-z0-9]+)*(\.[A-Za-z0-9-]+)?\.yaml|ids\.txt)$/;
export function isCourseFileName(name: string): boolean {
	return FILE_NAME.test(name);
}

const MOST_FILES = 2000;
/** The earliest that ZIP can say: the same course gives the same bytes, whenever it is made. */
const NO_TIME = '1980-01-01T00:00:00';

export function makeCourseFile({ head, files }: CourseFile): Uint8Array {
	const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
	const bytes = sorted.map(([name, text]) => [name, strToU8(text)] as const);
	const manifest: Manifest = {
		format: 'grasp-course',
		version: COURSE_FILE_VERSION,
		...head,
		files: Object.fromEntries(bytes.map(([name, content]) => [name, checksum(content)]))
	};
	const contents: Zippable = { [MANIFEST]: strToU8(`${JSON.stringify(manifest, undefined, '\t')}\n`) };
	for (const [name, content] of bytes) contents[name] = content;
	return zipSync(contents, { level: 9, mtime: NO_TIME });
}

/** The same as a value that can be sent as JSON. */
export function courseFileToValue({ head, files }: CourseFile): unknown {
	return { head, files: Object.fromEntries(files) };
}

/** `undefined` for what is no course. */
export function courseFileFromValue(value: unknown): CourseFile | undefined {
	if (!isRecord(value) || !isRecord(value['files']) || !isRecord(value['head'])) return undefined;
	const entries = Object.entries(value['files']);
	const isWhole = entries.every(([name, text]) => FILE_NAME.test(name) && typeof text === 'string');
	const head = value['head'] as Partial<Manifest>;
	if (!isWhole || entries.length > MOST_FILES || !isHead(head)) return undefined;
	const { id, title, language, revision, from } = head as CourseFileHead;
	const files = new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)) as [string, string][]);
	return { head: { id, title, language, revision, ...(from !== undefined && { from }) }, files };
}

/** Never throws, whatever the bytes are. */
export function parseCourseFile(bytes: Uint8Array): ReadCourseFile {
	if (bytes.length > EXCHANGE_LIMITS.bytes) return refuse('too-large', 'The file is larger than 20 MB.');
	const unpacked = unpack(bytes);
	if (unpacked instanceof Map) return readContents(unpacked);
	return refuse(unpacked.code, unpacked.message);
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> | ExchangeNote {
	let size = 0;
	let count = 0;
	let odd: ExchangeNote | undefined;
	try {
		const contents = unzip(bytes, ({ name, originalSize }) => {
			size += originalSize;
			count++;
			odd ??= findOdd(name, size, count);
			return odd === undefined;
		});
		return odd ?? new Map(contents);
	} catch {
		const message =
			'This is no course file of Grasp: it is not a ZIP archive, or part of it is missing. Ask for it to be sent again.';
		return { code: 'not-zip', message };
	}
}

function findOdd(name: string, size: number, count: number): ExchangeNote | undefined {
	if (name !== MANIFEST && !FILE_NAME.test(name)) {
		const message = `The archive holds "${show(name)}", which is no file of a course. Course files are made by "Share" in Grasp.`;
		return { code: 'foreign-name', message };
	}
	if (size > EXCHANGE_LIMITS.unpackedBytes || count > MOST_FILES) {
		const message = `The archive would unpack to more than ${count > MOST_FILES ? `${MOST_FILES} files` : '200 MB'}; it was left closed.`;
		return { code: 'too-much-inside', message };
	}
	return undefined;
}

function readContents(contents: ReadonlyMap<string, Uint8Array>): ReadCourseFile {
	const manifest = readManifest(contents.get(MANIFEST));
	if (!manifest)
		return refuse(
			'no-manifest',
			'The archive does not say that it is a course of Grasp (no readable grasp.json).'
		);
	if (manifest.version > COURSE_FILE_VERSION) {
		const message = `The file was made by a later Grasp (version ${manifest.version} of the format). Reload this one to get the latest, then open the file again.`;
		return refuse('later-version', message);
	}
	const files = new Map<string, string>();
	for (const name of Object.keys(manifest.files).sort()) {
		const content = contents.get(name);
		if (content === undefined || checksum(content) !== manifest.files[name]) {
			const message = `"${show(name)}" in the archive is ${content ? 'not what it was when the file was made' : 'missing'}. Ask for the file to be sent again.`;
			return refuse('altered', message);
		}
		const text = decode(content);
		if (text === undefined) return refuse('not-utf-8', `"${show(name)}" in the archive is not UTF-8.`);
		files.set(name, text);
	}
	const { id, title, language, revision, from } = manifest;
	return {
		value: { head: { id, title, language, revision, ...(from !== undefined && { from }) }, files },
		notes: []
	};
}

function readManifest(bytes: Uint8Array | undefined): Manifest | undefined {
	const text = bytes && decode(bytes);
	if (text === undefined) return undefined;
	try {
		const value = JSON.parse(text) as Partial<Manifest> | null;
		return value && isManifest(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function isManifest(value: Partial<Manifest>): value is Manifest {
	const { format, version, files } = value;
	return (
		format === 'grasp-course' &&
		Number.isInteger(version) &&
		isHead(value) &&
		typeof files === 'object' &&
		files !== null &&
		Object.entries(files).every(([name, sum]) => FILE_NAME.test(name) && typeof sum === 'string')
	);
}

function isHead({ id, title, language, revision, from }: Partial<CourseFileHead>): boolean {
	return (
		Number.isInteger(revision) &&
		typeof id === 'string' &&
		/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) &&
		id.length <= 80 &&
		typeof title === 'string' &&
		title.length <= 200 &&
		HARMLESS.test(title) &&
		typeof language === 'string' &&
		language.length <= 20 &&
		(from === undefined || (typeof from === 'string' && from.length <= 200 && HARMLESS.test(from)))
	);
}

function decode(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function refuse(code: string, message: string): ReadCourseFile {
	return { notes: [{ code: `grasp/${code}`, message }] };
}

/** A name as a person may see it: short, and without signs that are obeyed. */
function show(name: string): string {
	return name.replace(/[^\x20-\x7e]/g, '?').slice(0, 60);
}
