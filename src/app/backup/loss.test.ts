import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeMemoryStore } from '#storage/memory-store.ts';
import type { LearnerStore } from '#storage/store.ts';
import { anAnswer, aStart, MORNING } from '#tests/fixtures/builders.ts';
import { acceptLoss, bringBack, findLoss, noteCount, readCount, type OpenFolder } from './loss.ts';

const none = () => Promise.resolve(undefined);
const noAuthored = (): never => {
	throw new Error('There are no courses in it.');
};
let file: Blob | undefined;

/** As much of the site's own folder as is used. */
const folder = {
	getFileHandle: (_name: string, options?: { create: boolean }) =>
		file === undefined && !options?.create
			? Promise.reject(new DOMException('none', 'NotFoundError'))
			: Promise.resolve({
					getFile: () => Promise.resolve(file),
					createWritable: () =>
						Promise.resolve({
							write: (data: Blob) => {
								file = data;
								return Promise.resolve();
							},
							close: () => Promise.resolve()
						})
				})
};
const open = (() => Promise.resolve(folder)) as unknown as OpenFolder;

beforeEach(() => {
	file = undefined;
	const kept = new Map<string, string>();
	vi.stubGlobal('localStorage', {
		getItem: (name: string) => kept.get(name) ?? null,
		setItem: (name: string, value: string) => kept.set(name, value)
	});
});

async function storeWith(answers: number): Promise<LearnerStore> {
	const store = makeMemoryStore();
	const questions = Array.from({ length: answers }, (_, index) => ({
		section: 'scale',
		claim: `c${index}`,
		question: `q${index}`
	}));
	await store.append([aStart({ questions })]);
	for (const [index, ref] of questions.entries())
		await store.append([anAnswer({ ...ref, at: MORNING + index + 1 })]);
	return store;
}

describe('a log that has become shorter', () => {
	it('is noticed, and comes back from the copy but for what came since', async () => {
		const store = await storeWith(60);
		await noteCount(store, none, open);
		expect(readCount()).toEqual({ events: 61, mirrored: 61 });
		const later = await storeWith(70);
		await noteCount(later, none, open);
		// Ten more are too few to copy all of it again.
		expect(readCount()).toEqual({ events: 71, mirrored: 61 });
		const emptied = makeMemoryStore();
		const loss = await findLoss(emptied, open);
		expect(loss?.missing).toBe(71);
		expect(await bringBack(emptied, noAuthored, loss!.mirror!)).toBe(61);
		expect(await findLoss(emptied, open)).toBeUndefined();
	});

	it('is not written over the copy, and stays noticed until somebody has decided', async () => {
		await noteCount(await storeWith(60), none, open);
		const copy = file;
		const shorter = await storeWith(5);
		await noteCount(shorter, none, open);
		expect(file).toBe(copy);
		expect((await findLoss(shorter, open))?.missing).toBe(55);
		await acceptLoss(shorter);
		expect(await findLoss(shorter, open)).toBeUndefined();
	});

	it('is noticed without a copy, too', async () => {
		await noteCount(await storeWith(3), none, open);
		expect(await findLoss(makeMemoryStore(), open)).toEqual({ missing: 4, mirror: undefined });
	});
});

it.each(['', 'rubbish', '5', '{"events":"many"}'])('a count that reads “%s” is none', async (text) => {
	localStorage.setItem('grasp-count', text);
	expect(await findLoss(makeMemoryStore(), open)).toBeUndefined();
});
