import fc from 'fast-check';
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BackupError, BackupReader, BackupWriter, type BackupLine } from './backup.ts';

function make(lines: readonly BackupLine[]): Uint8Array {
	const writer = new BackupWriter(1234);
	for (const line of lines) writer.add(line);
	const parts = writer.end();
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

function read(bytes: Uint8Array, step = bytes.length || 1): readonly BackupLine[] {
	const lines: BackupLine[] = [];
	const reader = new BackupReader((line) => lines.push(line));
	for (let at = 0; at < bytes.length; at += step) reader.push(bytes.slice(at, at + step));
	reader.end();
	return lines;
}

function kindOf(bytes: Uint8Array): string {
	try {
		read(bytes);
		return 'whole';
	} catch (error) {
		if (error instanceof BackupError) return error.kind;
		throw error;
	}
}

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const arbitraryLine: fc.Arbitrary<BackupLine> = fc.oneof(
	fc.record({ event: fc.dictionary(text, fc.jsonValue()) }),
	fc.record({ setting: fc.record({ name: text, value: fc.jsonValue() }) }),
	fc.record({ file: fc.record({ course: text, name: text, text }) }),
	fc.record({ article: fc.record({ course: text, text }) }),
	fc.record({ result: fc.record({ course: text, id: text, value: fc.jsonValue() }) })
);
const few: readonly BackupLine[] = [
	{ event: { id: 'a', kind: 'answered' } },
	{ setting: { name: 'asks-certainty', value: false } },
	{ file: { course: 'tides', name: 'course.yaml', text: 'course: { title: 潮汐 }\n' } }
];

describe('a backup', () => {
	it('comes back as it was made, in whatever pieces it is read', () => {
		fc.assert(
			fc.property(
				fc.array(arbitraryLine, { maxLength: 30 }),
				fc.integer({ min: 1, max: 999 }),
				(lines, step) => {
					// What JSON cannot say is not in a backup.
					const said = JSON.parse(JSON.stringify(lines)) as BackupLine[];
					expect(read(make(lines), step)).toEqual(said);
				}
			),
			{ numRuns: 60 }
		);
	});

	it('is the same bytes whenever it is made of the same things', () => {
		expect(make(few)).toEqual(make(few));
	});

	it('can be read without us', () => {
		const lines = strFromU8(gunzipSync(make(few)))
			.trim()
			.split('\n');
		expect(JSON.parse(lines[0]!)).toEqual({ format: 'grasp-backup', version: 1, madeAt: 1234 });
		expect(JSON.parse(lines[1]!)).toEqual(few[0]);
		expect(JSON.parse(lines.at(-1)!)).toMatchObject({ end: true, lines: 4 });
	});

	it('passes over what it does not know, which a later version may have written', () => {
		const lines = [...few, { mood: 'good' }, { event: 5 }, { setting: { name: 5 } }] as BackupLine[];
		expect(read(make(lines))).toEqual(few);
	});

	it('is never taken for whole when a byte is missing or changed', () => {
		const whole = make(few);
		// The last bytes say in the words of gzip that it ends: without them all of ours is there, and checked.
		for (let length = 0; length < whole.length - 10; length++)
			expect(kindOf(whole.slice(0, length)), `${length} bytes`).not.toBe('whole');
		fc.assert(
			fc.property(fc.nat(whole.length - 11), fc.integer({ min: 1, max: 255 }), (at, flip) => {
				const changed = whole.with(at, whole[at]! ^ flip);
				// The first ten bytes say nothing of what is in it: a name, a date, a system.
				if (at >= 10) expect(kindOf(changed)).not.toBe('whole');
			})
		);
	});

	it.each([
		['nothing', new Uint8Array(), 'foreign'],
		['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'foreign'],
		['gzip of something else', gzipSync(strToU8('hello\nworld\n')), 'foreign'],
		['gzip of other JSON', gzipSync(strToU8('{"a":1}\n')), 'foreign'],
		['a later version', gzipSync(strToU8('{"format":"grasp-backup","version":2}\n')), 'later'],
		['a bomb without a line', gzipSync(new Uint8Array(60_000_000)), 'foreign'],
		[
			'a bomb in a line',
			gzipSync(strToU8(`{"format":"grasp-backup","version":1}\n{"a":"${'a'.repeat(20_000_000)}`)),
			'too-large'
		],
		['rubbish in a line', gzipSync(strToU8('{"format":"grasp-backup","version":1}\nrubbish\n')), 'altered'],
		[
			'something behind the end',
			gzipSync(Uint8Array.from([...gunzipSync(make(few)), ...strToU8('{"event":{}}\n')])),
			'altered'
		]
	])('refuses %s', (_, bytes, kind) => expect(kindOf(bytes)).toBe(kind));

	it('cut off, gives what stands before the cut', () => {
		const many = Array.from({ length: 5000 }, (_, index): BackupLine => ({
			event: { id: `${Math.sin(index)}` }
		}));
		const bytes = make(many);
		const lines: BackupLine[] = [];
		const reader = new BackupReader((line) => lines.push(line));
		reader.push(bytes.slice(0, bytes.length / 2));
		expect(() => reader.end()).toThrow(expect.objectContaining({ kind: 'cut' }));
		expect(lines.length).toBeGreaterThan(1000);
		expect(lines).toEqual(many.slice(0, lines.length));
	});
});
