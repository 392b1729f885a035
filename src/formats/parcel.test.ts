import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { expect, test } from 'vitest';
import { checksum } from './checksum.ts';
import { makeParcel, parseParcel } from './parcel.ts';

test('comes back as it went, in the middle of a link too', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const sent = JSON.parse(JSON.stringify(value)) as unknown;
			const link = `https://example.org/take#${makeParcel('course', value)}`;
			expect(parseParcel(link)).toEqual({ kind: 'course', value: sent });
		})
	);
});

test('a letter that is changed or lost is found', () => {
	const value = { answers: ['moon', 'wind', 'rain'], name: '月' };
	const parcel = makeParcel('result', value);
	fc.assert(
		fc.property(fc.nat(parcel.length - 1), fc.constantFrom('', 'A', 'z', '.', ' '), (at, sign) => {
			const bad = parcel.slice(0, at) + sign + parcel.slice(at + 1);
			const read = parseParcel(bad);
			if (bad !== parcel && read.note === undefined) expect(read.value).toEqual(value);
		})
	);
	expect(parseParcel(parcel.slice(0, -4)).note?.code).toBe('parcel/altered');
});

test.each([
	['parcel/none', 'hello'],
	['parcel/none', ''],
	['parcel/later-version', makeParcel('course', 1).replace('G1', 'G2')],
	['parcel/unknown', makeParcel('course', 1).replace('course', 'secret')],
	['parcel/too-long', 'x'.repeat(2_000_001)]
])('%s', (code, text) => {
	expect(parseParcel(text).note?.code).toBe(code);
});

test('what would unpack to a hundred megabytes is not unpacked', () => {
	const bomb = deflateSync(new Uint8Array(100_000_000).fill(32), { level: 9 });
	const body = btoa(Array.from(bomb, (byte) => String.fromCharCode(byte)).join(''))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replace(/=+$/, '');
	expect(parseParcel(`G1.course.${checksum(bomb)}.${body}`).note?.code).toBe('parcel/unknown');
});
