import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SqliteError, SqliteFile } from './sqlite-reader.ts';
import { writeSqlite } from './sqlite-writer.ts';

const SQL = 'CREATE TABLE notes (id integer primary key, guid text, mod integer)';

function rowsOf(count: number, text: string) {
	return Array.from({ length: count }, (_, index) => ({
		rowid: index * 3 + 1,
		values: [null, `${text}-${index}`, 1_700_000_000_000 + index]
	}));
}

describe('an SQLite file', () => {
	it.each([
		[0, 'x'],
		[1, '月亮'],
		[2000, 'note'],
		[3, 'x'.repeat(20_000)],
		[40_000, 'n']
	])('of %i rows is read as it was written', (count, text) => {
		const rows = rowsOf(count, text);
		const file = new SqliteFile(
			writeSqlite([
				{ name: 'notes', sql: SQL, rows },
				{ name: 'col', sql: 'CREATE TABLE col (id)', rows: [] }
			])
		);
		expect(file.rows('notes')).toEqual(rows);
		expect(file.rows('col')).toEqual([]);
		expect(file.has('nothing')).toBe(false);
	});

	it('that is broken anywhere is refused, and leads nobody in circles', () => {
		const whole = writeSqlite([{ name: 'notes', sql: SQL, rows: rowsOf(300, 'note') }]);
		fc.assert(
			fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, end) => {
				const broken = whole.slice(0, Math.max(end, 200));
				if (at < broken.length) broken[at] = byte;
				try {
					new SqliteFile(broken).rows('notes');
				} catch (error) {
					expect(error).toBeInstanceOf(SqliteError);
				}
			}),
			{ numRuns: 500 }
		);
	});

	it('whose cells all share one long row is refused before it is read a thousand times', () => {
		const bytes = writeSqlite([{ name: 'notes', sql: SQL, rows: rowsOf(300, 'x'.repeat(40)) }]);
		const size = new DataView(bytes.buffer).getUint16(16);
		const view = new DataView(bytes.buffer);
		for (let start = size; start < bytes.length; start += size) {
			if (bytes[start] !== 0x0d) continue;
			const last = view.getUint16(start + 8);
			const many = Math.floor((last - 8) / 2);
			view.setUint16(start + 3, many);
			for (let index = 0; index < many; index++) view.setUint16(start + 8 + index * 2, last);
		}
		expect(() => new SqliteFile(bytes).rows('notes')).toThrow('rows larger than the file');
	});

	it('whose pages lead ever deeper is refused without an overflow of the stack', () => {
		const [size, pages] = [512, 50_000];
		const bytes = new Uint8Array(size * pages);
		const view = new DataView(bytes.buffer);
		bytes.set(new TextEncoder().encode('SQLite format 3\0'));
		view.setUint16(16, size);
		for (let page = 0; page < pages; page++) {
			const header = page * size + (page === 0 ? 100 : 0);
			bytes[header] = 0x05;
			view.setUint32(header + 8, page + 2);
		}
		expect(() => new SqliteFile(bytes)).toThrow('pages too deep');
	});
});
