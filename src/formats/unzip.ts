/**
 * The one door for ZIP archives. fflate believes what an archive says of itself: an entry that says it is shorter than
 * it is comes out cut, its checksum unread, and of two with one name the last wins. Here such an archive is broken.
 */

import { unzipSync, type UnzipFileFilter } from 'fflate';
import { checksum } from './checksum.ts';

const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
/** A comment of the archive may stand after its end. */
const LONGEST_END = 22 + 0xffff;

/** Throws on whatever is not whole: a name given twice, entries over each other, a length or checksum that is not so. */
export function unzip(bytes: Uint8Array, filter: UnzipFileFilter): ReadonlyMap<string, Uint8Array> {
	const names = new Set<string>();
	let packed = 0;
	const contents = unzipSync(bytes, {
		filter: (file) => {
			if (names.has(file.name)) throw new RangeError('a name stands twice');
			names.add(file.name);
			packed += file.size;
			// Only entries that lie over each other can hold more than the whole.
			if (packed > bytes.length) throw new RangeError('entries lie over each other');
			return filter(file);
		}
	});
	const sums = readSums(bytes);
	const files = new Map(Object.entries(contents));
	for (const [name, content] of files) {
		const said = sums.get(name);
		if (said?.length !== content.length || said.sum !== checksum(content))
			throw new RangeError('not what was packed');
	}
	return files;
}

function readSums(bytes: Uint8Array): ReadonlyMap<string, { readonly length: number; readonly sum: string }> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const sums = new Map<string, { readonly length: number; readonly sum: string }>();
	const end = findEnd(view);
	let at = view.getUint32(end + 16, true);
	for (let left = view.getUint16(end + 8, true); left > 0; left--) {
		if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new RangeError('no entry');
		const nameLength = view.getUint16(at + 28, true);
		const label = (view.getUint16(at + 8, true) & 0x800) === 0 ? 'latin' : 'utf-8';
		const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength), label);
		const sum = view
			.getUint32(at + 16, true)
			.toString(16)
			.padStart(8, '0');
		sums.set(name, { length: view.getUint32(at + 24, true), sum });
		at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return sums;
}

function findEnd(view: DataView): number {
	const least = Math.max(0, view.byteLength - LONGEST_END);
	for (let at = view.byteLength - 22; at >= least; at--)
		if (view.getUint32(at, true) === DIRECTORY_END) return at;
	throw new RangeError('no end');
}

/** As fflate names it: byte by byte, not as a browser reads Latin-1. */
function decodeName(bytes: Uint8Array, label: 'latin' | 'utf-8'): string {
	return label === 'utf-8'
		? new TextDecoder().decode(bytes)
		: Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
