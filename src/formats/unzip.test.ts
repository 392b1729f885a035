import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unzip } from './unzip.ts';

const TEXT = 'What is counted? '.repeat(100);
const ALL = () => true;

/** The directory stands behind the files; one entry has its length at 24, its checksum at 16. */
function directoryOf(bytes: Uint8Array): number {
	return strFromU8(bytes, true).indexOf('PK\x01\x02');
}

describe('a ZIP archive', () => {
	const whole = zipSync({ 'a.xml': strToU8(TEXT), 'b.xml': strToU8('b'), 'Größe.xml': strToU8('c') });

	it('comes out as it was packed', () => {
		const files = unzip(whole, ALL);
		expect([...files.keys()]).toEqual(['a.xml', 'b.xml', 'Größe.xml']);
		expect(strFromU8(files.get('a.xml')!)).toBe(TEXT);
	});

	it.each([1, 17, 5000])('that says an entry is %i bytes long is not cut to it', (length) => {
		const lying = whole.slice();
		new DataView(lying.buffer).setUint32(directoryOf(lying) + 24, length, true);
		expect(() => unzip(lying, ALL)).toThrow();
	});

	it('with another checksum than its content is refused', () => {
		const lying = whole.slice();
		lying[directoryOf(lying) + 16]! ^= 1;
		expect(() => unzip(lying, ALL)).toThrow('not what was packed');
	});

	it('with one name twice is refused', () => {
		const twice = strToU8(strFromU8(whole, true).replaceAll('b.xml', 'a.xml'), true);
		expect(() => unzip(twice, ALL)).toThrow('a name stands twice');
	});

	it('whose entries lie over each other is refused', () => {
		const over = whole.slice();
		new DataView(over.buffer).setUint32(directoryOf(over) + 20, over.length + 1, true);
		expect(() => unzip(over, ALL)).toThrow('entries lie over each other');
	});

	it('is refused wherever it ends too early', () => {
		for (let end = 0; end < whole.length; end++)
			expect(() => unzip(whole.subarray(0, end), ALL), `${end} bytes`).toThrow();
	});
});
