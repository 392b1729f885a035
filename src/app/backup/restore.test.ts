import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LearnerEvent } from '#core/event.ts';
import { BackupWriter } from '#formats/backup.ts';
import { AUTHORED_DATABASE_NAME, type AuthoredStore } from '#storage/authored-store.ts';
import { deleteStore } from '#storage/connection.ts';
import { makeAuthoredStore } from '#storage/idb-authored-store.ts';
import { makeMemoryStore } from '#storage/memory-store.ts';
import type { LearnerStore } from '#storage/store.ts';
import { arbitraryHistory, MORNING } from '#tests/fixtures/builders.ts';
import { keepCourse } from '../authored/keep-course.ts';
import { makeBackup } from './make-backup.ts';
import { readBackup, restoreBackup, type Restored } from './restore.ts';

const folder = new URL('../../../tests/fixtures/questions/good/networks/', import.meta.url);
const FILES = new Map(
	readdirSync(folder)
		.filter((name) => name.endsWith('.yaml'))
		.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])
);
const OTHER = new Map(FILES).set('course.yaml', FILES.get('course.yaml')!.replace('title: ', 'title: New '));
const never = new AbortController().signal;
const silent = (): void => {};

let authored: AuthoredStore;
beforeEach(() => {
	authored = makeAuthoredStore();
});
afterEach(async () => {
	authored.close();
	await deleteStore(AUTHORED_DATABASE_NAME);
});

async function backUp(store: LearnerStore, own?: AuthoredStore): Promise<File> {
	return (await makeBackup({ store, authored: own, now: MORNING }, silent, never)).file;
}

function restore(file: Blob, store: LearnerStore): Promise<Restored> {
	return restoreBackup(
		file,
		{ store, authored: () => authored, builtIn: ['networks'], now: MORNING },
		silent,
		never
	);
}

async function storeWith(events: readonly LearnerEvent[]): Promise<LearnerStore> {
	const store = makeMemoryStore();
	await store.merge(events);
	return store;
}

describe('a restored log', () => {
	it('is the union: devices that exchange files in any order end equal, and the same file changes nothing', async () => {
		const logs = arbitraryHistory.chain((history) => {
			const log = fc.subarray([...history]);
			return fc.tuple(log, log, fc.array(fc.boolean(), { minLength: 2, maxLength: 6 }));
		});
		await fc.assert(
			fc.asyncProperty(logs, async ([mine, yours, turns]) => {
				const [a, b] = await Promise.all([storeWith(mine), storeWith(yours)]);
				for (const isMine of [...turns, true, false])
					await (isMine ? restore(await backUp(a), b) : restore(await backUp(b), a));
				expect(await a.readState()).toEqual(await b.readState());
				expect(await a.readState()).toEqual(await (await storeWith([...mine, ...yours])).readState());
				expect((await restore(await backUp(a), b)).events).toBe(0);
			}),
			{ numRuns: 25 }
		);
	});

	it('keeps events of a later Grasp', async () => {
		const later = { id: 'ffff', version: 99, kind: 'dreamt' };
		const [from, to] = [makeMemoryStore(), makeMemoryStore()];
		await from.merge([later]);
		expect(await restore(await backUp(from), to)).toMatchObject({ events: 1 });
		expect(await to.readEvents(undefined, 9)).toEqual([later]);
	});
});

describe('restored settings', () => {
	it('come to a device that has none of that name, and say nothing of the device they come from', async () => {
		const [from, to] = [makeMemoryStore(), makeMemoryStore()];
		await from.writeSetting('asks-certainty', false);
		await from.writeSetting('new-a-day', 5);
		await from.writeSetting('last-backup', { at: 1, events: 1 });
		await to.writeSetting('new-a-day', 20);
		expect(await restore(await backUp(from), to)).toMatchObject({ settings: 1 });
		expect(Object.fromEntries((await to.readStart([])).settings)).toEqual({
			'asks-certainty': false,
			'new-a-day': 20
		});
	});
});

describe('restored courses', () => {
	const ID = 'networks-abc234';

	async function fileOf(files: ReadonlyMap<string, string>): Promise<File> {
		await keepCourse(authored, { id: ID, files, origin: 'made', after: 0 }, MORNING);
		await authored.keepStep(ID, 0, { way: 'do', edits: [] });
		await authored.writeArticle(ID, 'The sea.');
		const file = await backUp(makeMemoryStore(), authored);
		await authored.remove(ID);
		return file;
	}

	it('come with their drafts and their article, can be learnt, and come once', async () => {
		const file = await fileOf(FILES);
		expect(await readBackup(file, silent, never)).toMatchObject({
			madeAt: MORNING,
			courses: ['A small course on networks']
		});
		expect(await restore(file, makeMemoryStore())).toMatchObject({ courses: 1, copies: 0 });
		expect(await authored.readFiles(ID)).toEqual(FILES);
		expect((await authored.read(ID))?.entry).toBeDefined();
		expect(await authored.readSteps(ID)).toHaveLength(1);
		expect(await authored.readArticle(ID)).toBe('The sea.');
		expect(await restore(file, makeMemoryStore())).toMatchObject({ courses: 0, copies: 0 });
	});

	it('stand beside what differs, once, and what is here is as it was', async () => {
		const file = await fileOf(OTHER);
		await keepCourse(authored, { id: ID, files: FILES, origin: 'made', after: 0 }, MORNING);
		expect(await restore(file, makeMemoryStore())).toMatchObject({ courses: 0, copies: 1 });
		expect(await restore(file, makeMemoryStore())).toMatchObject({ courses: 0, copies: 0 });
		expect(await authored.readFiles(ID)).toEqual(FILES);
		const ids = (await authored.list()).map(({ id }) => id);
		expect(ids).toHaveLength(2);
		// What another device has kept beside its own is no news to the one it came from.
		const back = await backUp(makeMemoryStore(), authored);
		for (const id of ids) await authored.remove(id);
		await keepCourse(authored, { id: ID, files: OTHER, origin: 'made', after: 0 }, MORNING);
		expect(await restore(back, makeMemoryStore())).toMatchObject({ copies: 1 });
		expect(await authored.list()).toHaveLength(2);
	});
});

it('no course takes the place of a built-in one, and no file has a name that leads elsewhere', async () => {
	const writer = new BackupWriter(MORNING);
	for (const id of ['networks', '../x', 'networks-abc234'])
		writer.add({ course: { id, title: 'T', origin: 'made', revision: 1, savedAt: 1 } });
	for (const [name, text] of [...FILES, ['../../evil.yaml', 'a: 1\n'] as const])
		writer.add({ file: { course: 'networks-abc234', name, text } });
	const file = new Blob([...(writer.end() as Uint8Array<ArrayBuffer>[])]);
	expect(await restore(file, makeMemoryStore())).toMatchObject({ courses: 1 });
	expect((await authored.list()).map(({ id }) => id)).toEqual(['networks-abc234']);
	expect(await authored.readFiles('networks-abc234')).toEqual(FILES);
});

it('what was cut off is told, and what stands before the cut comes in', async () => {
	const events = fc.sample(arbitraryHistory, { numRuns: 300, seed: 7 }).flat();
	const whole = await backUp(await storeWith(events));
	const half = whole.slice(0, Math.floor(whole.size * 0.6));
	const contents = await readBackup(half, silent, never);
	expect(contents.cut).toContain('end of the file is missing');
	const store = makeMemoryStore();
	expect((await restore(half, store)).events).toBe(contents.events);
});

it('can be given up in the middle', async () => {
	const file = await backUp(await storeWith(fc.sample(arbitraryHistory, { numRuns: 50, seed: 1 }).flat()));
	const abort = new AbortController();
	await expect(readBackup(file, () => abort.abort(new Error('enough')), abort.signal)).rejects.toThrow(
		'enough'
	);
});
