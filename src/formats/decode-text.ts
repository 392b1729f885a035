import { EXCHANGE_LIMITS, type ExchangeNote } from '#core/exchange.ts';

export type DecodedText =
	| { readonly text: string; readonly note?: undefined }
	| { readonly text?: undefined; readonly note: ExchangeNote };

/** UTF-8, or UTF-16 that says so by its first two bytes. Line breaks are `\n` afterwards. */
export function decodeText(bytes: Uint8Array): DecodedText {
	if (bytes.length > EXCHANGE_LIMITS.bytes)
		return {
			note: { code: 'file/too-large', message: 'The file is larger than 20 MB. Cut it into several files.' }
		};
	const label =
		bytes[0] === 0xff && bytes[1] === 0xfe
			? 'utf-16le'
			: bytes[0] === 0xfe && bytes[1] === 0xff
				? 'utf-16be'
				: 'utf-8';
	try {
		const text = new TextDecoder(label, { fatal: true }).decode(bytes);
		if (!text.includes('\0')) return { text: text.replace(/\r\n?/g, '\n') };
	} catch {
		return {
			note: {
				code: 'file/not-utf-8',
				message:
					'The file is no UTF-8 text: its letters would come in wrong. Open it in an editor, save it with the encoding UTF-8, and bring it in again.'
			}
		};
	}
	return {
		note: { code: 'file/binary', message: 'The file is no text. Choose another file, or another format.' }
	};
}
