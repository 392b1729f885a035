/** An Anki package (.apkg): a ZIP archive with a collection in one of three layouts. */

import { EXCHANGE_LIMITS, type ExchangeNote } from '#core/exchange.ts';
import { Decompress } from 'fzstd';
import { unzip } from '../unzip.ts';

export type ReadCollection =
	| { readonly bytes: Uint8Array; readonly note?: undefined }
	| { readonly bytes?: undefined; readonly note: ExchangeNote };

/** Newest first: a package for new versions has a dummy in the old place. */
const LAYOUTS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'];

export function readCollection(bytes: Uint8Array): ReadCollection {
	if (bytes.length > EXCHANGE_LIMITS.bytes)
		return fail(
			'file/too-large',
			'The file is larger than 20 MB. Export a deck of its own, and without media.'
		);
	let isBomb = false;
	try {
		const contents = unzip(bytes, ({ name, originalSize }) => {
			if (!LAYOUTS.includes(name)) return false;
			isBomb ||= originalSize > EXCHANGE_LIMITS.unpackedBytes;
			return !isBomb;
		});
		const name = LAYOUTS.find((layout) => contents.has(layout));
		if (isBomb) return fail('zip/bomb', 'The archive would unpack to far more than a deck needs.');
		if (name === undefined)
			return fail('anki/no-collection', 'This is no Anki package: it holds no collection.');
		const collection = contents.get(name)!;
		return { bytes: name.endsWith('b') ? inflate(collection) : collection };
	} catch (error) {
		if (error instanceof TooMuch)
			return fail('zip/bomb', 'The collection would unpack to far more than a deck needs.');
		return fail('zip/broken', 'The package is damaged, or part of it is missing.');
	}
}

class TooMuch extends Error {}

function inflate(packed: Uint8Array): Uint8Array {
	const parts: Uint8Array[] = [];
	let size = 0;
	const stream = new Decompress((part) => {
		size += part.length;
		if (size > EXCHANGE_LIMITS.unpackedBytes) throw new TooMuch();
		parts.push(part.slice());
	});
	stream.push(packed, true);
	const whole = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

function fail(code: string, message: string): ReadCollection {
	return { note: { code, message } };
}
