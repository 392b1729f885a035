/** Whole files with bytes changed, cut and doubled, at every reader. A new reader is one line of `TARGETS`. */

import fc from 'fast-check';
import { gzipSync, strFromU8, strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { BackupError, BackupReader, type BackupLine } from './backup.ts';
import { makeCourseFile, parseCourseFile } from './course-file.ts';
import { makeParcel, parseParcels } from './parcel.ts';
import { readForeign } from './readers.ts';
import { writeSqlite } from './anki/sqlite-writer.ts';

const DECK = writeSqlite([
	{ name: 'notes', sql: 'CREATE TABLE notes (id integer)', rows: [{ rowid: 1, values: [null, 'a'] }] }
]);
const XML =
	'<quiz><question type="truefalse"><name><text>n</text></name><questiontext format="html"><text>&lt;b&gt;q</text></questiontext><answer fraction="100"><text>true</text></answer></question></quiz>';
const ITEM =
	'<assessmentItem identifier="a"><itemBody><choiceInteraction responseIdentifier="R"><simpleChoice identifier="x">y</simpleChoice></choiceInteraction></itemBody></assessmentItem>';
const HEAD = { id: 'a', title: 'A', language: 'en', revision: 1 };

/** A backup is refused by an error of its own; any other is a fault. */
function readBackupBytes(bytes: Uint8Array): readonly BackupLine[] | string {
	const lines: BackupLine[] = [];
	try {
		const reader = new BackupReader((line) => lines.push(line));
		reader.push(bytes);
		reader.end();
		return lines;
	} catch (error) {
		if (error instanceof BackupError) return error.message;
		throw error;
	}
}

const TARGETS: readonly (readonly [string, Uint8Array, (bytes: Uint8Array) => unknown])[] = [
	[
		'GIFT',
		strToU8('$CATEGORY: a\n\n::n::[html]q {=a#b ~%-50%c =d -> e #1.5:0.1}\n'),
		(b) => readForeign('gift', b)
	],
	['Aiken', strToU8('q?\nA. a\nB) b\nANSWER: B\n'), (b) => readForeign('aiken', b)],
	['Moodle XML', strToU8(XML), (b) => readForeign('moodle-xml', b)],
	['tables', strToU8('prompt,answer\n"a ""b""",=c\n'), (b) => readForeign('csv', b)],
	['Anki', zipSync({ 'collection.anki2': DECK }, { level: 0 }), (b) => readForeign('anki', b)],
	['QTI', strToU8(ITEM), (b) => readForeign('qti-2', b)],
	['QTI packages', zipSync({ 'a.xml': strToU8(ITEM) }), (b) => readForeign('qti-2', b)],
	['course files', makeCourseFile({ head: HEAD, files: new Map([['a.yaml', 'a: 1\n']]) }), parseCourseFile],
	[
		'backups',
		gzipSync(strToU8('{"format":"grasp-backup","version":1}\n{"event":{"id":"a"}}\n')),
		readBackupBytes
	],
	['parcels', strToU8(makeParcel('result', { a: [1] })), (b) => parseParcels(strFromU8(b, true))]
];

const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom('set', 'cut', 'double')), {
	maxLength: 6
});

it.each(TARGETS)('%s with anything changed are read or refused, and throw nothing', (_, seed, parse) => {
	fc.assert(
		fc.property(edits, (list) => {
			let bytes = seed;
			for (const [place, byte, kind] of list) {
				const at = place % Math.max(1, bytes.length);
				if (kind === 'cut') bytes = bytes.slice(0, at);
				else if (kind === 'double') bytes = Uint8Array.from([...bytes, ...bytes.subarray(at)]);
				else bytes = bytes.map((old, index) => (index === at ? byte : old));
			}
			expect(parse(bytes)).toBeDefined();
		}),
		{ numRuns: Number(process.env['GRASP_FUZZ_RUNS'] ?? 200) }
	);
	expect(Object.keys(Object.prototype)).toEqual([]);
});
