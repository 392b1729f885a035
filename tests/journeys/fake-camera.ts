import { writeFileSync } from 'node:fs';
import encodeQR from 'qr';

/** Of a side, in pixels; even, as the format wants it. */
const SIDE = 720;
const FRAMES = 5;

/** A film in YUV4MPEG2 for Chromium's pretended camera: a code that is held still. */
export function filmCode(text: string, path: string): void {
	const rows = encodeQR(text, 'raw', { ecc: 'low', border: 4 });
	const module = Math.floor(SIDE / rows.length);
	const light = new Uint8Array(SIDE * SIDE).fill(235);
	for (const [y, row] of rows.entries())
		for (const [x, isDark] of row.entries())
			if (isDark)
				for (let line = y * module; line < (y + 1) * module; line++)
					light.fill(16, line * SIDE + x * module, line * SIDE + (x + 1) * module);
	const noColour = new Uint8Array((SIDE * SIDE) / 2).fill(128);
	const frame = Buffer.concat([Buffer.from('FRAME\n'), light, noColour]);
	const head = Buffer.from(`YUV4MPEG2 W${SIDE} H${SIDE} F10:1 Ip A1:1 C420\n`);
	writeFileSync(path, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
}
