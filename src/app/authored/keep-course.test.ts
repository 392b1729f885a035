import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { AUTHORED_DATABASE_NAME } from '#storage/authored-store.ts';
import { deleteStore } from '#storage/connection.ts';
import { makeAuthoredStore } from '#storage/idb-authored-store.ts';
import { folderOf, keepCourse, makeCourseId } from './keep-course.ts';

const folder = new URL('../../../tests/fixtures/questions/good/networks/', import.meta.url);
const files = new Map(
	readdirSync(folder)
		.filter((name) => name.endsWith('.yaml'))
		.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])
);

beforeEach(() => deleteStore(AUTHORED_DATABASE_NAME));

test('a sound course can be learnt, under addresses that change with it', async () => {
	const store = makeAuthoredStore();
	const first = await keepCourse(store, { id: 'networks-abc234', files, origin: 'made', after: 0 }, 5);
	expect(first).toMatchObject({ isKept: true, issues: [], course: { revision: 1, savedAt: 5 } });
	const second = await keepCourse(store, { id: 'networks-abc234', files, origin: 'made', after: 1 }, 6);
	expect(second.course.entry?.index).not.toBe(first.course.entry?.index);
	expect(await store.readShelf('networks-abc234', second.course.entry!.index)).toContain('sections');
	expect(await store.readShelf('networks-abc234', first.course.entry!.index)).toBeUndefined();
	store.close();
});

test('a course in which something is wrong is kept for its author, and says what', async () => {
	const store = makeAuthoredStore();
	const broken = new Map(files).set('course.yaml', 'course:\n  title: Networks\n');
	const kept = await keepCourse(store, { id: 'networks-abc234', files: broken, origin: 'made', after: 0 }, 5);
	expect(kept.course).toMatchObject({ title: 'Networks' });
	expect(kept.course.entry).toBeUndefined();
	expect(kept.issues[0]?.where.file).toContain('course.yaml');
	expect((await store.readFiles('networks-abc234')).get('course.yaml')).toBe('course:\n  title: Networks\n');
	store.close();
});

test('an id is made of the title and a lot', () => {
	const random = (length: number) => new Uint8Array(length);
	expect(makeCourseId('Écoles & réseaux!', random)).toBe('ecoles-reseaux-aaaaaa');
	expect(makeCourseId('潮汐', random)).toBe('course-aaaaaa');
	expect(folderOf('ecoles-reseaux-aaaaaa')).toBe('ecoles-reseaux');
});
