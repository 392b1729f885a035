import { expect, test } from 'vitest';
import { makeParcel } from '#formats/parcel.ts';
import { whereTo } from './where-to.ts';

test.each([
	['course', '/author/import'],
	['assignment', '/assignment'],
	['result', '/author/class']
] as const)('a code with a %s leads to the page that takes it in', (kind, page) => {
	const parcel = makeParcel(kind, { a: 1 });
	expect(whereTo(parcel)).toBe(`${page}#${parcel}`);
	// Whatever address stood in front of it: this is the copy of the app that scans.
	expect(whereTo(`https://elsewhere.example/x?y#${parcel}`)).toBe(`${page}#${parcel}`);
});

test.each(['https://example.org', '', 'G1.course.00000000.AAAA', 'javascript:alert(1)'])(
	'“%s” leads nowhere',
	(text) => expect(whereTo(text)).toBeUndefined()
);
