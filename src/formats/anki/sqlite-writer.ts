/** Writes an SQLite file of plain tables: what an Anki deck needs, and no more. The same rows give the same bytes. */

export interface TableToWrite {
	readonly name: string;
	/** "CREATE TABLE …" */
	readonly sql: string;
	/** By ascending `rowid`. `null` stands for a column that is the row id. */
	readonly rows: readonly { readonly rowid: number; readonly values: readonly (string | number | null)[] }[];
}

const PAGE = 4096;

export function writeSqlite(tables: readonly TableToWrite[]): Uint8Array {
	const pages: Uint8Array[] = [new Uint8Array(PAGE)];
	const roots = tables.map(({ rows }) =>
		writeTree(
			rows.map(({ rowid, values }) => ({ rowid, cell: makeCell(rowid, makeRecord(values), pages) })),
			pages
		)
	);
	const schema = tables.map(({ name, sql }, index) => {
		const record = makeRecord(['table', name, name, roots[index]!, sql]);
		return { rowid: index + 1, cell: makeCell(index + 1, record, pages) };
	});
	pages[0] = makeLeaf(schema, 100);
	writeHeader(pages[0], pages.length);
	const file = new Uint8Array(pages.length * PAGE);
	for (const [index, page] of pages.entries()) file.set(page, index * PAGE);
	return file;
}

function writeHeader(page: Uint8Array, count: number): void {
	const view = new DataView(page.buffer);
	page.set(new TextEncoder().encode('SQLite format 3\0'));
	view.setUint16(16, PAGE);
	page.set([1, 1, 0, 64, 32, 32], 18);
	view.setUint32(24, 1);
	view.setUint32(28, count);
	view.setUint32(40, 1);
	// Schema format 4, UTF-8.
	view.setUint32(44, 4);
	view.setUint32(56, 1);
	view.setUint32(92, 1);
	view.setUint32(96, 3_040_000);
}

interface Cell {
	readonly rowid: number;
	readonly cell: Uint8Array;
}

/** @returns the number of the root page */
function writeTree(cells: readonly Cell[], pages: Uint8Array[]): number {
	const leaves = cutPages(cells, 8).map((part) => ({
		page: addPage(makeLeaf(part, 0), pages),
		last: part.at(-1)?.rowid ?? 0
	}));
	let level = leaves;
	while (level.length > 1) {
		const groups = chunk(level, Math.floor((PAGE - 12) / 16));
		level = groups.map((group) => ({ page: addPage(makeInterior(group), pages), last: group.at(-1)!.last }));
	}
	return level[0]!.page;
}

function cutPages(cells: readonly Cell[], headerSize: number): readonly (readonly Cell[])[] {
	const parts: Cell[][] = [[]];
	let room = PAGE - headerSize;
	for (const cell of cells) {
		const size = cell.cell.length + 2;
		if (size > room) {
			parts.push([]);
			room = PAGE - headerSize;
		}
		parts.at(-1)!.push(cell);
		room -= size;
	}
	return parts;
}

function chunk<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
	return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
		list.slice(index * size, (index + 1) * size)
	);
}

function addPage(page: Uint8Array, pages: Uint8Array[]): number {
	return pages.push(page);
}

function makeLeaf(cells: readonly Cell[], offset: number): Uint8Array {
	const page = new Uint8Array(PAGE);
	const view = new DataView(page.buffer);
	let end = PAGE;
	page[offset] = 0x0d;
	view.setUint16(offset + 3, cells.length);
	for (const [index, { cell }] of cells.entries()) {
		end -= cell.length;
		page.set(cell, end);
		view.setUint16(offset + 8 + index * 2, end);
	}
	view.setUint16(offset + 5, end);
	return page;
}

function makeInterior(children: readonly { readonly page: number; readonly last: number }[]): Uint8Array {
	const page = new Uint8Array(PAGE);
	const view = new DataView(page.buffer);
	const inner = children.slice(0, -1);
	let end = PAGE;
	page[0] = 0x05;
	view.setUint16(3, inner.length);
	view.setUint32(8, children.at(-1)!.page);
	for (const [index, { page: child, last }] of inner.entries()) {
		const key = makeVarint(last);
		end -= 4 + key.length;
		view.setUint32(end, child);
		page.set(key, end + 4);
		view.setUint16(12 + index * 2, end);
	}
	view.setUint16(5, end);
	return page;
}

/** What does not fit in a page goes on in pages of its own. */
function makeCell(rowid: number, record: Uint8Array, pages: Uint8Array[]): Uint8Array {
	const head = [...makeVarint(record.length), ...makeVarint(rowid)];
	if (record.length <= PAGE - 35) return Uint8Array.from([...head, ...record]);
	const least = Math.floor(((PAGE - 12) * 32) / 255) - 23;
	const fitting = least + ((record.length - least) % (PAGE - 4));
	const local = fitting <= PAGE - 35 ? fitting : least;
	const rest = chunk([...record.subarray(local)], PAGE - 4);
	const first = pages.length + 1;
	for (const [index, part] of rest.entries()) {
		const page = new Uint8Array(PAGE);
		new DataView(page.buffer).setUint32(0, index + 1 < rest.length ? first + index + 1 : 0);
		page.set(part, 4);
		pages.push(page);
	}
	const next = new Uint8Array(4);
	new DataView(next.buffer).setUint32(0, first);
	return Uint8Array.from([...head, ...record.subarray(0, local), ...next]);
}

function makeRecord(values: readonly (string | number | null)[]): Uint8Array {
	const parts = values.map((value) => {
		if (value === null) return { type: 0, bytes: new Uint8Array() };
		if (typeof value === 'number') return { type: 6, bytes: makeInteger(value) };
		const bytes = new TextEncoder().encode(value);
		return { type: 13 + 2 * bytes.length, bytes };
	});
	const types = parts.flatMap(({ type }) => makeVarint(type));
	// The size of the header counts itself.
	const size = types.length + (types.length + 1 < 128 ? 1 : 2);
	const record = new Uint8Array(size + parts.reduce((sum, { bytes }) => sum + bytes.length, 0));
	record.set([...makeVarint(size), ...types]);
	let at = size;
	for (const { bytes } of parts) {
		record.set(bytes, at);
		at += bytes.length;
	}
	return record;
}

function makeInteger(value: number): Uint8Array {
	const bytes = new Uint8Array(8);
	new DataView(bytes.buffer).setBigInt64(0, BigInt(Math.trunc(value)));
	return bytes;
}

function makeVarint(value: number): number[] {
	const bytes: number[] = [value % 128];
	for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
		bytes.unshift((rest % 128) + 128);
	return bytes;
}
