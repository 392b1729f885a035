/**
 * All that a device keeps of a learner and an author, in one file: gzip over lines of JSON, so that it can be read
 * without us (`zcat grasp.backup.gz | head`). The first line says what it is, the last one how many there are and what
 * their checksum is; each line between them is one thing.
 *
 *     {"format":"grasp-backup","version":1,"madeAt":1772442000000}
 *     {"event":{"id":"0195…","kind":"answered",…}}
 *     {"end":true,"lines":2,"sum":"1f2e3d4c"}
 */

import { Gunzip, Gzip, strToU8 } from 'fflate';
import { isRecord } from '#core/is-record.ts';
import { addToChecksum, CHECKSUM_START, endChecksum } from './checksum.ts';

export const BACKUP_VERSION = 1;
export const BACKUP_EXTENSION = '.backup.gz';
export const BACKUP_TYPE = 'application/gzip';

export interface BackupCourse {
	readonly id: string;
	readonly title: string;
	readonly origin: string;
	readonly from?: string;
	readonly revision: number;
	readonly savedAt: number;
}

/** One line. A reader passes over names that it does not know: a later version may have more of them. */
export type BackupLine =
	| { readonly event: unknown }
	| { readonly setting: { readonly name: string; readonly value: unknown } }
	| { readonly course: BackupCourse }
	/** A file of a course that stands before it. */
	| { readonly file: { readonly course: string; readonly name: string; readonly text: string } }
	/** What its author has done since it was saved, in order. */
	| { readonly step: { readonly course: string; readonly step: unknown } }
	| { readonly article: { readonly course: string; readonly text: string } }
	/** What a class has handed in. */
	| { readonly result: { readonly course: string; readonly id: string; readonly value: unknown } };

export const BACKUP_LIMITS = {
	/** As packed. */
	bytes: 200 * 1024 * 1024,
	unpackedBytes: 2 * 1024 * 1024 * 1024,
	lines: 5_000_000,
	/** In bytes: a course's file may have 5 MB, and JSON writes some of its signs as six. */
	line: 16 * 1024 * 1024
} as const;

/** Packs lines as they come. */
export class BackupWriter {
	readonly #parts: Uint8Array[] = [];
	readonly #gzip = new Gzip({ level: 6, mtime: 0 }, (part) => this.#parts.push(part));
	#sum = CHECKSUM_START;
	#lines = 0;

	constructor(madeAt: number) {
		this.#write({ format: 'grasp-backup', version: BACKUP_VERSION, madeAt });
	}

	add(line: BackupLine): void {
		this.#write(line);
	}

	/** The whole file; nothing can be added any more. */
	end(): readonly Uint8Array[] {
		const end = { end: true, lines: this.#lines, sum: endChecksum(this.#sum) };
		this.#gzip.push(strToU8(`${JSON.stringify(end)}\n`), true);
		return this.#parts;
	}

	#write(line: unknown): void {
		const bytes = strToU8(`${JSON.stringify(line)}\n`);
		this.#sum = addToChecksum(this.#sum, bytes);
		this.#lines++;
		this.#gzip.push(bytes);
	}
}

/** Why a file is no backup, or not a whole one; `message` is for a person. */
export class BackupError extends Error {
	/** `cut`: what stands before the fault is sound, and may be taken. */
	readonly kind: 'foreign' | 'later' | 'cut' | 'altered' | 'too-large';

	constructor(kind: BackupError['kind'], message: string) {
		super(message);
		this.name = 'BackupError';
		this.kind = kind;
	}
}

const FOREIGN = 'This is no backup of Grasp. Choose the file whose name ends in .backup.gz.';
const CUT =
	'The end of the file is missing: it was not copied to its end. Copy it once more, if the whole one is left.';
const ALTERED = 'The file is not what it was when it was made: a part of it was changed.';
const TOO_LARGE = 'The file would unpack to more than any device holds; it was left closed.';
const LATER =
	'The file was made by a later Grasp. Reload this one to get the latest, then open the file again.';

const NEWLINE = 10;

/**
 * Unpacks lines as bytes come. Every method throws a `BackupError`; lines that were given before are sound as far as
 * JSON goes, and whole only once `end` has returned.
 */
export class BackupReader {
	/** In milliseconds of UTC; there after the first line. */
	madeAt = 0;
	readonly #online: (line: BackupLine) => void;
	readonly #gunzip = new Gunzip((part) => this.#take(part));
	readonly #decoder = new TextDecoder('utf-8', { fatal: true });
	/** Of a line whose end has not come. */
	#pending: Uint8Array[] = [];
	#pendingBytes = 0;
	#unpacked = 0;
	#lines = 0;
	#sum = CHECKSUM_START;
	#isEnded = false;

	constructor(online: (line: BackupLine) => void) {
		this.#online = online;
	}

	push(bytes: Uint8Array): void {
		try {
			this.#gunzip.push(bytes);
		} catch (error) {
			throw this.#explain(error);
		}
	}

	end(): void {
		try {
			this.#gunzip.push(new Uint8Array(0), true);
		} catch (error) {
			throw this.#explain(error);
		}
		if (this.#lines === 0) throw new BackupError('foreign', FOREIGN);
		if (!this.#isEnded) throw new BackupError('cut', CUT);
	}

	/** What the unpacker says of broken bytes is for nobody to read. */
	#explain(error: unknown): BackupError {
		if (error instanceof BackupError) return error;
		if (this.#lines === 0) return new BackupError('foreign', FOREIGN);
		const isCut = error instanceof Error && /unexpected EOF/i.test(error.message);
		return isCut ? new BackupError('cut', CUT) : new BackupError('altered', ALTERED);
	}

	#take(part: Uint8Array): void {
		this.#unpacked += part.length;
		if (this.#unpacked > BACKUP_LIMITS.unpackedBytes) throw new BackupError('too-large', TOO_LARGE);
		let from = 0;
		for (let at = part.indexOf(NEWLINE); at !== -1; at = part.indexOf(NEWLINE, from)) {
			this.#readLine(this.#join(part.subarray(from, at + 1)));
			from = at + 1;
		}
		if (from < part.length) this.#keep(part.slice(from));
	}

	#keep(rest: Uint8Array): void {
		this.#pendingBytes += rest.length;
		if (this.#pendingBytes > BACKUP_LIMITS.line)
			throw this.#lines === 0 ? new BackupError('foreign', FOREIGN) : new BackupError('too-large', TOO_LARGE);
		this.#pending.push(rest);
	}

	#join(end: Uint8Array): Uint8Array {
		if (this.#pending.length === 0) return end;
		const line = new Uint8Array(this.#pendingBytes + end.length);
		let at = 0;
		for (const piece of [...this.#pending, end]) {
			line.set(piece, at);
			at += piece.length;
		}
		this.#pending = [];
		this.#pendingBytes = 0;
		return line;
	}

	#readLine(bytes: Uint8Array): void {
		if (this.#isEnded) throw new BackupError('altered', ALTERED);
		const value = this.#parse(bytes);
		if (this.#lines === 0) this.#begin(value);
		else if (value['end'] === true) return this.#check(value);
		else if (isLine(value)) this.#online(value);
		this.#sum = addToChecksum(this.#sum, bytes);
		if (++this.#lines > BACKUP_LIMITS.lines) throw new BackupError('too-large', TOO_LARGE);
	}

	#parse(bytes: Uint8Array): Readonly<Record<string, unknown>> {
		try {
			const value = JSON.parse(this.#decoder.decode(bytes)) as unknown;
			if (isRecord(value)) return value;
		} catch {
			// Said below, as for JSON of another shape.
		}
		throw this.#lines === 0 ? new BackupError('foreign', FOREIGN) : new BackupError('altered', ALTERED);
	}

	#begin({ format, version, madeAt }: Readonly<Record<string, unknown>>): void {
		if (format !== 'grasp-backup' || !Number.isInteger(version)) throw new BackupError('foreign', FOREIGN);
		if ((version as number) > BACKUP_VERSION) throw new BackupError('later', LATER);
		this.madeAt = typeof madeAt === 'number' ? madeAt : 0;
	}

	#check({ lines, sum }: Readonly<Record<string, unknown>>): void {
		if (lines !== this.#lines || sum !== endChecksum(this.#sum)) throw new BackupError('altered', ALTERED);
		this.#isEnded = true;
	}
}

const SHAPES: Readonly<Record<string, readonly string[]>> = {
	setting: ['name'],
	course: ['id', 'title', 'origin'],
	file: ['course', 'name', 'text'],
	step: ['course'],
	article: ['course', 'text'],
	result: ['course', 'id']
};

/** Whether the line is one that we know, with what is needed to keep it. */
function isLine(
	value: Readonly<Record<string, unknown>>
): value is BackupLine & Readonly<Record<string, unknown>> {
	if (Object.hasOwn(value, 'event')) return isRecord(value['event']);
	return Object.entries(SHAPES).some(([name, texts]) => {
		const member = Object.hasOwn(value, name) ? value[name] : undefined;
		return isRecord(member) && texts.every((key) => typeof member[key] === 'string');
	});
}
