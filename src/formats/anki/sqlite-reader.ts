/**
 * Reads the tables of an SQLite file (https://www.sqlite.org/fileformat2.html): rows in their order, nothing else. So a
 * deck is read without a megabyte of database, and without a policy that lets one run. Every step is bounded: a file
 * that leads in circles, or out of itself, throws an `SqliteError`.
 */

export class SqliteError extends Error {}

export type SqlValue = string | number | Uint8Array | null;

export interface SqlRow {
	readonly rowid: number;
	readonly values: readonly SqlValue[];
}

const MAGIC = 'SQLite format 3\0';
const MOST_ROWS = 1_000_000;
/** Pages below each other: with the smallest pages, a tree of a million rows has less than ten. */
const DEEPEST = 40;

export class SqliteFile {
	readonly #bytes: Uint8Array;
	readonly #view: DataView;
	readonly #pageSize: number;
	readonly #usable: number;
	readonly #roots = new Map<string, number>();
	/** Of all rows of a table so far. No honest file's rows are more than the file: cells may not share their bytes. */
	#payloads = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		if (bytes.length < 512 || new TextDecoder('latin1').decode(bytes.subarray(0, 16)) !== MAGIC)
			throw new SqliteError('no SQLite file');
		const size = this.#view.getUint16(16);
		this.#pageSize = size === 1 ? 65536 : size;
		this.#usable = this.#pageSize - bytes[20]!;
		if (this.#usable < 480) throw new SqliteError('pages too small');
		for (const { values } of this.#walk(1)) {
			const [type, name, , root] = values;
			if (type === 'table' && typeof name === 'string' && typeof root === 'number')
				this.#roots.set(name, root);
		}
	}

	has(table: string): boolean {
		return this.#roots.has(table);
	}

	/** Empty where there is no such table. */
	rows(table: string): readonly SqlRow[] {
		const root = this.#roots.get(table);
		return root === undefined ? [] : this.#walk(root);
	}

	#walk(root: number): readonly SqlRow[] {
		const rows: SqlRow[] = [];
		const seen = new Set<number>();
		this.#payloads = 0;
		const visit = (page: number, depth: number): void => {
			if (depth > DEEPEST) throw new SqliteError('pages too deep within each other');
			if (seen.has(page)) throw new SqliteError('pages lead in circles');
			seen.add(page);
			const start = (page - 1) * this.#pageSize;
			const header = page === 1 ? start + 100 : start;
			this.#need(header, 12);
			const type = this.#bytes[header]!;
			const count = this.#view.getUint16(header + 3);
			const isInterior = type === 0x05 || type === 0x02;
			if (!isInterior && type !== 0x0d && type !== 0x0a) throw new SqliteError('no table page');
			const pointers = header + (isInterior ? 12 : 8);
			this.#need(pointers, count * 2);
			for (let index = 0; index < count; index++) {
				const cell = start + this.#view.getUint16(pointers + index * 2);
				if (isInterior) visit(this.#child(cell), depth + 1);
				const row = this.#readCell(type, isInterior ? cell + 4 : cell);
				if (row) rows.push(row);
				if (rows.length > MOST_ROWS) throw new SqliteError('too many rows');
			}
			if (isInterior) visit(this.#child(header + 8), depth + 1);
		};
		visit(root, 0);
		return rows;
	}

	#child(at: number): number {
		this.#need(at, 4);
		const page = this.#view.getUint32(at);
		if (page < 1) throw new SqliteError('page 0');
		return page;
	}

	/** An inner page of a table has keys only; of one without row ids, rows as well. */
	#readCell(type: number, at: number): SqlRow | undefined {
		if (type === 0x05) return undefined;
		const [size, afterSize] = this.#varint(at);
		const [rowid, start] = type === 0x0d ? this.#varint(afterSize) : [0, afterSize];
		return { rowid, values: this.#readRecord(this.#payload(size, start, type === 0x0d)) };
	}

	#payload(size: number, start: number, isTable: boolean): Uint8Array {
		this.#payloads += size;
		if (this.#payloads > this.#bytes.length) throw new SqliteError('rows larger than the file');
		const most = isTable ? this.#usable - 35 : Math.floor(((this.#usable - 12) * 64) / 255) - 23;
		if (size <= most) {
			this.#need(start, size);
			return this.#bytes.subarray(start, start + size);
		}
		const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
		const fitting = least + ((size - least) % (this.#usable - 4));
		const local = fitting <= most ? fitting : least;
		const payload = new Uint8Array(size);
		this.#need(start, local + 4);
		payload.set(this.#bytes.subarray(start, start + local));
		let filled = local;
		let next = this.#view.getUint32(start + local);
		while (filled < size) {
			const page = (next - 1) * this.#pageSize;
			const length = Math.min(size - filled, this.#usable - 4);
			this.#need(page, length + 4);
			payload.set(this.#bytes.subarray(page + 4, page + 4 + length), filled);
			filled += length;
			next = this.#view.getUint32(page);
		}
		return payload;
	}

	#readRecord(payload: Uint8Array): readonly SqlValue[] {
		const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
		const [headerSize, first] = readVarint(payload, 0);
		if (headerSize > payload.length) throw new SqliteError('row header too long');
		const values: SqlValue[] = [];
		let [at, body] = [first, headerSize];
		while (at < headerSize) {
			const [type, next] = readVarint(payload, at);
			const [value, size] = readValue(type, payload, view, body);
			values.push(value);
			[at, body] = [next, body + size];
		}
		return values;
	}

	#varint(at: number): readonly [number, number] {
		this.#need(at, 1);
		return readVarint(this.#bytes, at);
	}

	#need(at: number, length: number): void {
		if (!(at >= 0 && at + length <= this.#bytes.length)) throw new SqliteError('a page outside of the file');
	}
}

function readVarint(bytes: Uint8Array, at: number): readonly [number, number] {
	let value = 0;
	for (let index = 0; index < 9; index++) {
		const byte = bytes[at + index];
		if (byte === undefined) throw new SqliteError('a number outside of the file');
		if (index === 8) return [value * 256 + byte, at + 9];
		value = value * 128 + (byte & 0x7f);
		if (byte < 0x80) return [value, at + index + 1];
	}
	throw new SqliteError('no number');
}

const INTEGER_SIZES = [0, 1, 2, 3, 4, 6, 8] as const;

function readValue(
	type: number,
	payload: Uint8Array,
	view: DataView,
	at: number
): readonly [SqlValue, number] {
	const size = type >= 12 ? Math.floor((type - 12) / 2) : type === 7 ? 8 : (INTEGER_SIZES[type] ?? 0);
	if (at + size > payload.length) throw new SqliteError('a value outside of its row');
	if (type === 0 || type === 10 || type === 11) return [null, 0];
	if (type === 8 || type === 9) return [type - 8, 0];
	if (type === 7) return [view.getFloat64(at), 8];
	if (type < 7) {
		let value = view.getInt8(at);
		for (let index = 1; index < size; index++) value = value * 256 + payload[at + index]!;
		return [value, size];
	}
	const bytes = payload.subarray(at, at + size);
	return [type % 2 === 0 ? bytes : new TextDecoder().decode(bytes), size];
}
