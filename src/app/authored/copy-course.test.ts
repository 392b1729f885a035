import { readFileSync } from 'node:fs';
import { readdirSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { makeLibrary } from '../library.ts';
import { readCourseFiles } from './compile-course.ts';
import { copyCourse } from './copy-course.ts';

const folder = new URL('../../../questions/network-power/', import.meta.url);
const files = new Map(
	readdirSync(folder)
		.filter((name) => name.endsWith('.yaml'))
		.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])
);

afterEach(() => vi.unstubAllGlobals());

test('a copy says what the course says, in all its languages', async () => {
	const { compiled } = readCourseFiles('network-power', 1, files);
	const { entry, shelf, course } = compiled!;
	const fetchFile = async (address: string) => new Response(shelf.get(address.replace(/^base\//, '')));
	vi.stubGlobal('fetch', fetchFile);
	const library = makeLibrary('base', fetchFile as typeof fetch);
	const copy = await copyCourse(entry, library, 'base');
	const read = readCourseFiles('network-power', 1, copy);
	expect(read.issues).toEqual([]);
	const withoutWaivers = (value: unknown): unknown =>
		JSON.parse(JSON.stringify(value, (key, member: unknown) => (key === 'waive' ? undefined : member)));
	expect(withoutWaivers(read.compiled!.course)).toEqual(withoutWaivers(course));
});
