import encodeQR from 'qr';

/** A QR code as one path over a square, the quiet zone around it included. */
export interface QrCode {
	/** Of a side, in modules. */
	readonly size: number;
	readonly path: string;
}

/** At the lowest correction, in bytes; a camera must still tell its modules apart. */
const LONGEST = 1800;

/** `undefined` where the text is too long for a code that a phone reads from a screen. */
export function makeQrCode(text: string): QrCode | undefined {
	if (new TextEncoder().encode(text).length > LONGEST) return undefined;
	const rows = encodeQR(text, 'raw', { ecc: 'low', border: 4 });
	const path = rows
		.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
		.join('');
	return { size: rows.length, path };
}
