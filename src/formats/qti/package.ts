/** The XML files of a package, or of a single file: unpacked within limits, and never written anywhere. */

import { EXCHANGE_LIMITS, type ExchangeNote } from '#core/exchange.ts';
import { unzip } from '../unzip.ts';

export interface XmlFile {
	/** Within the package. */
	readonly name: string;
	readonly text: string;
}

export interface ReadPackage {
	readonly files: readonly XmlFile[];
	readonly notes: readonly ExchangeNote[];
}

const MOST_FILES = 30_000;
/** More than this, and the archive is a trap. */
const MOST_RATIO = 1000;

export function readPackage(bytes: Uint8Array): ReadPackage {
	if (bytes.length > EXCHANGE_LIMITS.bytes)
		return fail('file/too-large', 'The file is larger than 20 MB. Cut it into several packages.');
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
		const text = decodeXml(bytes);
		return text === undefined
			? fail('file/not-text', 'The file is neither XML nor a ZIP archive.')
			: { files: [{ name: '', text }], notes: [] };
	}
	try {
		return unpack(bytes);
	} catch {
		return fail('zip/broken', 'The ZIP archive is damaged, or part of it is missing.');
	}
}

function unpack(bytes: Uint8Array): ReadPackage {
	let [size, count] = [0, 0];
	let odd: ReadPackage | undefined;
	const contents = unzip(bytes, ({ name, size: packed, originalSize }) => {
		count += 1;
		if (count > MOST_FILES) odd ??= fail('zip/many', `The archive holds more than ${MOST_FILES} files.`);
		if (isUnsafe(name))
			odd ??= fail('zip/path', `The archive wants to write outside of its folder: "${name.slice(0, 80)}"`);
		// What is not read is not unpacked.
		if (odd !== undefined || !/\.xml$/i.test(name) || /(^|\/)(__MACOSX\/|\._)/.test(name)) return false;
		size += originalSize;
		if (size > EXCHANGE_LIMITS.unpackedBytes || (packed > 0 && originalSize / packed > MOST_RATIO))
			odd ??= fail('zip/bomb', 'The archive would unpack to far more than a package of questions needs.');
		return odd === undefined;
	});
	if (odd) return odd;
	const notes: ExchangeNote[] = [];
	const files = [...contents].flatMap(([name, content]) => {
		const text = decodeXml(content);
		if (text === undefined)
			notes.push({ code: 'xml/encoding', message: `"${name}" is written in letters that cannot be read.` });
		return text === undefined ? [] : [{ name, text }];
	});
	return { files: files.sort((a, b) => (a.name < b.name ? -1 : 1)), notes };
}

function isUnsafe(name: string): boolean {
	return /^([/\\]|[A-Za-z]:)|\\|(^|\/)\.\.(\/|$)|\0/.test(name);
}

/** In the letters that the file says it is written in. */
function decodeXml(bytes: Uint8Array): string | undefined {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
	const said = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1];
	const label =
		bytes[0] === 0xff && bytes[1] === 0xfe
			? 'utf-16le'
			: bytes[0] === 0xfe && bytes[1] === 0xff
				? 'utf-16be'
				: (said ?? 'utf-8');
	try {
		return new TextDecoder(label, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function fail(code: string, message: string): ReadPackage {
	return { files: [], notes: [{ code, message }] };
}
