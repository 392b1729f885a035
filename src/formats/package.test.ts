import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { PACKAGE_STANDARDS, type PackedCourse } from '#core/exchange.ts';
import { makePackage } from './package.ts';
import { readXml } from './xml-tree.ts';

const course: PackedCourse = {
	id: 'tides',
	title: 'Tides & "more" <all>',
	description: 'What moves the sea',
	language: 'en',
	passShare: 0.7,
	sections: [
		{ id: 'moon', title: 'The moon & co' },
		{ id: 'sun', title: 'The sun' }
	],
	data: '{}'
};
const player = { script: strToU8('void 0;'), style: strToU8('p{}') };

describe.each(PACKAGE_STANDARDS)('a package for %s', (standard) => {
	const made = makePackage(standard, course, player);
	const files = unzipSync(made.bytes);
	const manifest = strFromU8(files[standard === 'cmi5' ? 'cmi5.xml' : 'imsmanifest.xml']!);

	it('has a manifest that can be read, with a part for each section', () => {
		expect(readXml(manifest)).toHaveProperty('root');
		expect(manifest).toContain('The moon &amp; co');
		for (const { id } of course.sections) expect(manifest).toContain(`?section=${id}`);
	});

	it('names every file that it holds, and holds every file that it names', () => {
		const named = [...manifest.matchAll(/(?:file href="|<url>)([a-z.]+)/g)].map(([, name]) => name!);
		expect(Object.keys(files)).toEqual(expect.arrayContaining(named));
		if (standard !== 'cmi5') expect([...named, 'imsmanifest.xml'].sort()).toEqual(Object.keys(files).sort());
	});

	it('has a page on which nothing foreign runs', () => {
		const page = strFromU8(files['index.html']!);
		expect(page).toContain("script-src 'self'");
		expect(page).not.toMatch(/unsafe|<script>|<style>| on[a-z]+=/);
		expect(page.includes('https:')).toBe(standard === 'cmi5');
	});

	it('is the same whenever it is made', () => {
		expect(makePackage(standard, course, player).bytes).toEqual(made.bytes);
	});
});
