/** Every reader and writer of other tools' formats; to be loaded where files come in or go out, and nowhere else. */

import type { ExchangedCourse, ExchangeFormat, ForeignFile, MadeFile, TellProgress } from '#core/exchange.ts';
import { makeAiken, parseAiken } from './aiken.ts';
import { makeCsv, parseCsv, type CsvMapping } from './csv.ts';
import { parseGift } from './gift.ts';
import { makeGift } from './gift/writer.ts';
import { parseMoodleXml } from './moodle.ts';
import { makeMoodleXml } from './moodle/writer.ts';

export type ForeignFormat = Exclude<ExchangeFormat, 'grasp'>;

export interface ReadOptions {
	/** Which columns of a table hold what. */
	readonly mapping?: CsvMapping | undefined;
}

type Read = (bytes: Uint8Array, options: ReadOptions, tell?: TellProgress) => ForeignFile;

const READ: Partial<Record<ForeignFormat, Read>> = {
	gift: (bytes, _, tell) => parseGift(bytes, tell),
	aiken: (bytes, _, tell) => parseAiken(bytes, tell),
	'moodle-xml': (bytes, _, tell) => parseMoodleXml(bytes, tell),
	csv: parseCsv
};

const MAKE: Partial<Record<ForeignFormat, (course: ExchangedCourse) => MadeFile>> = {
	gift: makeGift,
	aiken: makeAiken,
	'moodle-xml': makeMoodleXml,
	csv: makeCsv
};

export const WRITABLE = Object.keys(MAKE) as readonly ForeignFormat[];

/** Throws only what `tell` throws. */
export function readForeign(
	format: ForeignFormat,
	bytes: Uint8Array,
	options: ReadOptions = {},
	tell?: TellProgress
): ForeignFile {
	const read = READ[format];
	if (read) return read(bytes, options, tell);
	const message =
		'Files of this format cannot be read yet. Export them as Moodle XML, GIFT or CSV from the other tool.';
	return { format, items: [], notes: [{ code: 'file/no-reader', message }] };
}

/** Throws a `RangeError` for a format that is not in `WRITABLE`. */
export function makeForeign(format: ForeignFormat, course: ExchangedCourse): MadeFile {
	const make = MAKE[format];
	if (make === undefined) throw new RangeError(`No writer for ${format}.`);
	return make(course);
}
