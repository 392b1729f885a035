import decodeQR from 'qr/decode.js';
import { expect, it } from 'vitest';
import { makeQrCode } from './qr-code.ts';

it('is read back by a reader of such codes', () => {
	const text = `https://example.org/author/import#G1.course.1f2e3d4c.${'aB3_-'.repeat(100)}`;
	const { size, path } = makeQrCode(text)!;
	const scale = 4;
	const data = new Uint8Array(size * scale * size * scale * 4).fill(255);
	for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h/g)) {
		for (let dy = 0; dy < scale; dy++)
			for (let dx = 0; dx < scale; dx++) {
				const at = ((Number(y) * scale + dy) * size * scale + Number(x) * scale + dx) * 4;
				data.fill(0, at, at + 3);
			}
	}
	expect(decodeQR({ width: size * scale, height: size * scale, data })).toBe(text);
});

it('is none where a screen could not show it', () => {
	expect(makeQrCode('x'.repeat(1801))).toBeUndefined();
});
