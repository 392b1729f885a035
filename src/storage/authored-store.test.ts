import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import {
	AUTHORED_DATABASE_NAME,
	type AuthoredCourse,
	type DraftStep,
	type SavedCourse
} from './authored-store.ts';
import { deleteStore } from './connection.ts';
import { makeAuthoredStore } from './idb-authored-store.ts';

const tides: AuthoredCourse = {
	id: 'tides-a1b2c3',
	title: 'Tides',
	language: 'en',
	origin: 'made',
	revision: 1,
	savedAt: 0
};

function saved(course: AuthoredCourse, text = 'course: {}\n'): SavedCourse {
	return {
		course,
		files: new Map([['course.yaml', text]]),
		shelf: new Map([[`own/${course.id}/1/index`, '{}']])
	};
}

function typed(after: string): DraftStep {
	const path = ['course', 'title'];
	return { way: 'do', edits: [{ kind: 'set', file: 'course.yaml', path, before: 'Tides', after }] };
}

beforeEach(() => deleteStore(AUTHORED_DATABASE_NAME));

describe('courses on the device', () => {
	test('are kept through a restart, and listed by title', async () => {
		const store = makeAuthoredStore();
		await store.save(saved(tides));
		await store.save(saved({ ...tides, id: 'birds-zz9', title: 'Birds' }));
		store.close();
		const again = makeAuthoredStore();
		expect((await again.list()).map(({ id }) => id)).toEqual(['birds-zz9', 'tides-a1b2c3']);
		expect(await again.readFiles(tides.id)).toEqual(new Map([['course.yaml', 'course: {}\n']]));
		expect(await again.readShelf(tides.id, 'own/tides-a1b2c3/1/index')).toBe('{}');
		again.close();
	});

	test('of which one id begins with another stay apart', async () => {
		const store = makeAuthoredStore();
		await store.save(saved(tides));
		await store.save(saved({ ...tides, id: 'tides' }));
		await store.keepStep(tides.id, 0, typed('X'));
		await store.remove('tides');
		expect(await store.readFiles('tides')).toEqual(new Map());
		expect(await store.readFiles(tides.id)).toHaveProperty('size', 1);
		expect(await store.readSteps(tides.id)).toEqual([typed('X')]);
		store.close();
	});

	test('keep what their author does until it is saved', async () => {
		const store = makeAuthoredStore();
		await store.save(saved(tides));
		await store.keepStep(tides.id, 0, typed('T'));
		await store.keepStep(tides.id, 0, typed('Ti'));
		await store.keepStep(tides.id, 1, { ...typed('Tides'), way: 'undo' });
		expect(await store.readSteps(tides.id)).toEqual([typed('Ti'), { ...typed('Tides'), way: 'undo' }]);
		expect(await store.save(saved({ ...tides, revision: 2 }), 1)).toBe(true);
		expect(await store.readSteps(tides.id)).toEqual([]);
		store.close();
	});

	test('are not overwritten by a tab that has not seen what another one saved', async () => {
		const store = makeAuthoredStore();
		expect(await store.save(saved(tides), 0)).toBe(true);
		expect(await store.save(saved({ ...tides, title: 'Lost' }), 0)).toBe(false);
		expect((await store.read(tides.id))?.title).toBe('Tides');
		store.close();
	});

	test('go with their article', async () => {
		const store = makeAuthoredStore();
		await store.save(saved(tides));
		await store.writeArticle(tides.id, 'The sea rises twice a day.');
		expect(await store.readArticle(tides.id)).toContain('twice');
		await store.remove(tides.id);
		expect(await store.readArticle(tides.id)).toBeUndefined();
		expect(await store.list()).toEqual([]);
		store.close();
	});
});

describe('what a class has handed in', () => {
	test('is kept once, by course, and outlives the course', async () => {
		const store = makeAuthoredStore();
		const result = { course: tides.id, id: 'a', value: { at: 1 } };
		const other = { ...result, id: 'b' };
		expect(await store.addResults([result, other, { ...result, value: { at: 2 } }])).toEqual(['a', 'b']);
		expect(await store.addResults([{ ...result, value: { at: 3 } }])).toEqual([]);
		await store.addResults([{ ...result, course: 'birds' }]);
		await store.save(saved(tides));
		await store.remove(tides.id);
		await store.removeResult(tides.id, 'b');
		store.close();
		const again = makeAuthoredStore();
		expect(await again.listResults(tides.id)).toEqual([result]);
		expect(await again.listResults('birds')).toEqual([{ ...result, course: 'birds' }]);
		again.close();
	});
});
