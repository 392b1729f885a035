/** Every reader and writer of other tools' formats; to be loaded where files come in or go out, and nowhere else. */

import type { ExchangedCourse, ForeignFile, ForeignFormat, MadeFile, TellProgress } from '#core/exchange.ts';
import { makeAiken, parseAiken } from './aiken.ts';
import { parseAnki } from './anki.ts';
import { makeAnki } from './anki/writer.ts';
import { makeCsv, parseCsv, type CsvMapping } from './csv.ts';
import { parseGift } from './gift.ts';
import { makeGift } from './gift/writer.ts';
import { parseMoodleXml } from './moodle.ts';
import { parseQti } from './qti.ts';
import { makeQti2, makeQti3 } from './qti/writer.ts';
import { makeMoodleXml } from './moodle/writer.ts';

export interface ReadOptions {
	/** Which columns of a table hold what. */
	readonly mapping?: CsvMapping | undefined;
}

type Read = (bytes: Uint8Array, options: ReadOptions, tell?: TellProgress) => ForeignFile;

const READ: Readonly<Record<ForeignFormat, Read>> = {
	gift: (bytes, _, tell) => parseGift(bytes, tell),
	aiken: (bytes, _, tell) => parseAiken(bytes, tell),
	'moodle-xml': (bytes, _, tell) => parseMoodleXml(bytes, tell),
	csv: parseCsv,
	anki: (bytes, _, tell) => parseAnki(bytes, tell),
	'qti-2': (bytes, _, tell) => parseQti(bytes, tell),
	'qti-3': (bytes, _, tell) => parseQti(bytes, tell)
};

const MAKE: Readonly<Record<ForeignFormat, (course: ExchangedCourse) => MadeFile>> = {
	gift: makeGift,
	aiken: makeAiken,
	'moodle-xml': makeMoodleXml,
	csv: makeCsv,
	anki: makeAnki,
	'qti-2': makeQti2,
	'qti-3': makeQti3
};

export const WRITABLE = Object.keys(MAKE) as readonly ForeignFormat[];

/** Throws only what `tell` throws. */
export function readForeign(
	format: ForeignFormat,
	bytes: Uint8Array,
	options: ReadOptions = {},
	tell?: TellProgress
): ForeignFile {
	return READ[format](bytes, options, tell);
}

export function makeForeign(format: ForeignFormat, course: ExchangedCourse): MadeFile {
	return MAKE[format](course);
}
