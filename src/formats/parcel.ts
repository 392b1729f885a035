/**
 * Small things that go from hand to hand as a link, a QR code or a line of text: compressed, and with a checksum
 * that finds a letter that was lost on the way. Made and read by Grasp alone.
 *
 *     G1.assignment.1f2e3d4c.q1ZKLlayUkosKE…
 */

import type { ExchangeNote } from '#core/exchange.ts';
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { checksum } from './checksum.ts';

export const PARCEL_KINDS = ['course', 'assignment', 'result'] as const;
export type ParcelKind = (typeof PARCEL_KINDS)[number];

export type ReadParcel =
	| { readonly kind: ParcelKind; readonly value: unknown; readonly note?: undefined }
	| { readonly kind?: undefined; readonly note: ExchangeNote };

const VERSION = 1;
const PARCEL = /G(\d{1,3})\.([a-z]{1,20})\.([0-9a-f]{8})\.([A-Za-z0-9_-]*)/;
/** Of the text; what a browser takes as an address is shorter. */
const LONGEST = 2_000_000;
const LARGEST_UNPACKED = 8_000_000;

/** `value` must be JSON. */
export function makeParcel(kind: ParcelKind, value: unknown): string {
	const packed = deflateSync(strToU8(JSON.stringify(value)), { level: 9 });
	return `G${VERSION}.${kind}.${checksum(packed)}.${toBase64Url(packed)}`;
}

/** Finds the parcel in a text, in an address's fragment too. Never throws. */
export function parseParcel(text: string): ReadParcel {
	if (text.length > LONGEST)
		return refuse('too-long', 'The text is far longer than anything Grasp hands out.');
	const found = PARCEL.exec(text);
	if (!found)
		return refuse(
			'none',
			'There is nothing from Grasp in it. Copy the whole link or the whole text once more.'
		);
	const [, version, kind, sum, body = ''] = found;
	if (Number(version) > VERSION) {
		const message = 'It was made by a later Grasp. Reload this one to get the latest, then open it again.';
		return refuse('later-version', message);
	}
	const packed = fromBase64Url(body);
	if (!packed || checksum(packed) !== sum)
		return refuse(
			'altered',
			'A part of it was lost or changed on the way. Copy it once more, from its beginning to its end.'
		);
	const value = readJson(inflate(packed));
	const known = PARCEL_KINDS.find((each) => each === kind);
	if (value === undefined || known === undefined)
		return refuse(
			'unknown',
			'It holds nothing that this Grasp knows. Reload to get the latest, then open it again.'
		);
	return { kind: known, value };
}

/** All that a text holds, as they come in a mail or from many files. Never throws. */
export function parseParcels(text: string): readonly ReadParcel[] {
	if (text.length > LONGEST) return [parseParcel(text)];
	const found = text.match(new RegExp(PARCEL, 'g')) ?? [];
	return found.length === 0 ? [parseParcel(text)] : found.map((each) => parseParcel(each));
}

/** Stops as soon as more comes out than anything of ours holds. */
function inflate(packed: Uint8Array): Uint8Array | undefined {
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		const stream = new Inflate((part) => {
			size += part.length;
			if (size > LARGEST_UNPACKED) throw new RangeError('too large');
			parts.push(part);
		});
		for (let start = 0; start < packed.length; start += 1024)
			stream.push(packed.subarray(start, start + 1024), start + 1024 >= packed.length);
	} catch {
		return undefined;
	}
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

function readJson(bytes: Uint8Array | undefined): unknown {
	if (!bytes) return undefined;
	try {
		return JSON.parse(strFromU8(bytes)) as unknown;
	} catch {
		return undefined;
	}
}

function toBase64Url(bytes: Uint8Array): string {
	let text = '';
	for (let start = 0; start < bytes.length; start += 0x8000)
		text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
	return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array | undefined {
	try {
		return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
			sign.charCodeAt(0)
		);
	} catch {
		return undefined;
	}
}

function refuse(code: string, message: string): ReadParcel {
	return { note: { code: `parcel/${code}`, message } };
}
