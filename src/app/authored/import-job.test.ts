import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeCourseFile } from '#formats/course-file.ts';
import { AUTHORED_DATABASE_NAME } from '#storage/authored-store.ts';
import { makeAuthoredStore } from '#storage/idb-authored-store.ts';
import { deleteStore } from '#storage/connection.ts';
import { ImportJob } from './import-job.ts';
import type { ImportTell } from './import-messages.ts';

const WORDS = { description: 'From a file.', source: 'collection', section: 'Questions' };
const GIFT = 'The sun is a star.{T#It shines by itself.}\n\nTell me.{}\n';

beforeEach(async () => {
	await deleteStore(AUTHORED_DATABASE_NAME);
});

function begin() {
	const told: ImportTell[] = [];
	const store = makeAuthoredStore();
	const job = new ImportJob({
		store,
		tell: (message) => void told.push(message),
		builtIn: ['network-power'],
		random: (length) => new Uint8Array(length),
		now: () => 7
	});
	const last = () => told.at(-1)!;
	const read = (name: string, content: string | Uint8Array, into?: string) => {
		const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
		return job.ask({ kind: 'read', name, bytes, into, language: 'en' });
	};
	const keep = (title: string, replace: readonly string[] = []) =>
		job.ask({ kind: 'keep', title, replace, words: WORDS });
	return { store, job, told, last, read, keep };
}

describe('an import', () => {
	it('shows a plan and writes nothing before it is agreed to', async () => {
		const { store, last, read } = begin();
		await read('sky.gift', GIFT);
		expect(last()).toMatchObject({ kind: 'plan', format: 'gift', plan: { counts: { new: 1, refused: 1 } } });
		expect(await store.list()).toEqual([]);
	});

	it('keeps a course that can be learnt; the same file a second time is all there', async () => {
		const { store, last, read, keep } = begin();
		await read('sky.gift', GIFT);
		await keep('Sky');
		expect(last()).toMatchObject({
			kind: 'kept',
			problems: 0,
			course: { title: 'Sky', origin: 'imported', savedAt: 7 }
		});
		const [course] = await store.list();
		await read('sky.gift', GIFT, course!.id);
		expect(last()).toMatchObject({ plan: { counts: { new: 0, same: 1, differs: 0 } } });
	});

	it('asks which column holds what', async () => {
		const { job, last, read } = begin();
		await read('words.csv', 'term,meaning\ntide,rise and fall of the sea');
		expect(last()).toMatchObject({ kind: 'columns', preview: { columns: 2 } });
		const bytes = new TextEncoder().encode('term,meaning\ntide,rise and fall of the sea');
		const mapping = { skip: 1, prompt: 1, answer: 0, options: [], wrong: [] };
		await job.ask({ kind: 'read', name: 'words.csv', bytes, mapping, language: 'en' });
		expect(last()).toMatchObject({ kind: 'plan', plan: { counts: { new: 1 } } });
	});

	it.each([
		['photo.jpg', '\ufffd\ufffd', 'file/unknown'],
		['empty.xml', '<quiz></quiz>', 'moodle/none']
	])('refuses %s with a sentence', async (name, text, code) => {
		const { last, read } = begin();
		await read(name, text);
		expect(last()).toMatchObject({ kind: 'refused', notes: [{ code }] });
	});
});

describe('a course file', () => {
	const files = new Map([
		[
			'course.yaml',
			'course: { title: Sky, language: en, description: All. }\nsource: { title: S, form: essay, paragraphs: 1 }\n'
		]
	]);
	const makeFile = (id: string, revision = 3) =>
		makeCourseFile({ head: { id, title: 'Sky', language: 'en', revision, from: 'Ada' }, files });

	it('is shown before it is kept: what it is, from whom it says it is, how large', async () => {
		const { store, last, read, keep } = begin();
		await read('sky.grasp', makeFile('sky-abc234'));
		expect(last()).toMatchObject({ kind: 'course', course: { title: 'Sky', from: 'Ada', revision: 3 } });
		expect(await store.list()).toEqual([]);
		await keep('');
		expect(await store.read('sky-abc234')).toMatchObject({ origin: 'received', from: 'Ada', revision: 3 });
		await read('sky.grasp', makeFile('sky-abc234', 4));
		expect(last()).toMatchObject({ course: { heldRevision: 3 } });
		await keep('');
		expect(await store.read('sky-abc234')).toMatchObject({ revision: 4 });
	});

	it('never takes the place of a built-in course', async () => {
		const { store, read, keep } = begin();
		await read('network-power.grasp', makeFile('network-power'));
		await keep('');
		expect((await store.list()).map(({ id }) => id)).toEqual(['sky-aaaaaa']);
	});
});
