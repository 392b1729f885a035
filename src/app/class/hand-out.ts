/** Small things on their way from hand to hand: as a file, a link, and a code for a camera. */

import { makeParcel, type ParcelKind } from '#formats/parcel.ts';
import { makeQrCode, type QrCode } from '#formats/qr-code.ts';

export interface HandedOut {
	readonly file: File;
	readonly link: string;
	/** Where the link is short enough for a camera. */
	readonly code: QrCode | undefined;
}

/**
 * @param page that reads it, "https://example.org/grasp/assignment"
 * @param words of the file's name
 */
export function handOut(kind: ParcelKind, value: unknown, page: string, words: string): HandedOut {
	const link = `${page}#${makeParcel(kind, value)}`;
	const name = `${kind}-${words.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}.txt`;
	return { file: new File([`${link}\n`], name, { type: 'text/plain' }), link, code: makeQrCode(link) };
}
