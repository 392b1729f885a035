import { describe, expect, it, vi } from 'vitest';
import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import type { Section } from '#core/question.ts';
import { makeMemoryStore } from '#storage/memory-store.ts';
import {
	anAnswer,
	anEventId,
	anUndo,
	aSection,
	aSingleChoice,
	aStart,
	DAY,
	HOUR,
	MORNING
} from '#tests/fixtures/builders.ts';
import { aSectionEntry } from '#tests/fixtures/progress.ts';
import { HistoryPage } from './history.svelte.ts';
import { LibraryError, type Library } from './library.ts';
import { makeStamper } from './stamper.ts';

const SECTIONS: Readonly<Record<string, Section>> = {
	scale: aSection([aSingleChoice({ id: 'q', claim: 'sites' }), aSingleChoice({ id: 'q2', claim: 'sites' })]),
	gap: aSection([aSingleChoice({ id: 'g', claim: 'lag' })], { id: 'gap', title: 'Gap' })
};
const ENTRIES = [aSectionEntry(), aSectionEntry({ id: 'gap', title: 'Gap', file: 'bank/gap.json' })];
const COURSE = { id: 'course', language: 'en', index: 'index.json', first: ENTRIES[0] } as CourseEntry;

function makePage(store = makeMemoryStore()) {
	const readSection = vi.fn(async ({ id }: SectionEntry) => SECTIONS[id]!);
	const readIndex = vi.fn(async () => ({ sections: ENTRIES }));
	const library: Library = {
		readIndex,
		readSection,
		readWholeSection: async ({ id }) => SECTIONS[id]!,
		readLesson: async () => undefined,
		addressOf: () => ''
	};
	const tell = vi.fn();
	const page = new HistoryPage(COURSE, {
		store,
		library,
		stamper: makeStamper(
			() => MORNING + DAY,
			() => 0
		),
		tabs: { tell, listen: () => () => undefined }
	});
	return { page, store, readSection, readIndex, tell };
}

async function aStoreWithAnswers() {
	const store = makeMemoryStore();
	const undone = anAnswer({ id: anEventId(MORNING + HOUR, 2), at: MORNING + HOUR, right: false, score: 0 });
	const questions = [
		{ section: 'scale', claim: 'sites', question: 'q' },
		{ section: 'scale', claim: 'sites', question: 'q' }
	];
	await store.append([aStart({ questions }), anAnswer({ id: anEventId(MORNING, 1), certainty: 'sure' })]);
	await store.append([undone]);
	await store.append([anUndo(undone)]);
	return store;
}

describe('the history of a claim', () => {
	it('has the claim, its questions, its card and what happened, without what was taken back', async () => {
		const { page } = makePage(await aStoreWithAnswers());
		await page.read('sites');
		const { claim, section, questions, card, due, today, happenings } = page.history!;
		expect([claim.id, section.id]).toEqual(['sites', 'scale']);
		expect(questions.map(({ id }) => id)).toEqual(['q', 'q2']);
		expect(card).toMatchObject({ answers: 1, rights: 1 });
		expect(due).toBe(card!.due);
		expect(today).toBe('2026-03-03');
		expect(happenings.map(({ kind, at }) => [kind, at])).toEqual([['answered', MORNING]]);
	});

	it('is there for a claim that was never asked, wherever it stands', async () => {
		const { page } = makePage();
		await page.read('lag');
		expect(page.history).toMatchObject({ section: { id: 'gap' }, card: undefined, happenings: [] });
		expect(page.isGone).toBe(false);
	});

	it('looks first where the claim was answered', async () => {
		const { page, readSection } = makePage(await aStoreWithAnswers());
		await page.read('sites');
		expect(readSection.mock.calls.map(([{ id }]) => id)).toEqual(['scale']);
	});

	it('says that the course has no such claim', async () => {
		const { page } = makePage();
		await page.read('nothing');
		expect(page.history).toBeUndefined();
		expect(page.isGone).toBe(true);
		expect(page.attempts.failure).toBeUndefined();
	});

	it('does not take a course that cannot be read for one without the claim', async () => {
		const { page, readIndex } = makePage();
		readIndex.mockRejectedValueOnce(new LibraryError('index.json'));
		await page.read('sites');
		expect(page.isGone).toBe(false);
		expect(page.attempts.failure).toBe('content');
		await page.attempts.retry();
		expect(page.history!.claim.id).toBe('sites');
	});

	it('leaves a claim out and asks for it again', async () => {
		const { page, tell } = makePage(await aStoreWithAnswers());
		await page.read('sites');
		await page.suspend(true);
		expect(page.history).toMatchObject({ due: undefined, card: { suspended: true } });
		expect(page.history!.happenings[0]).toMatchObject({ kind: 'suspended', suspended: true });
		await page.suspend(false);
		expect(page.history!.card!.suspended).toBe(false);
		expect(page.history!.due).toBe(page.history!.card!.due);
		expect(tell).toHaveBeenCalledTimes(2);
	});

	it('marks a question and takes the mark away', async () => {
		const { page } = makePage(await aStoreWithAnswers());
		await page.read('sites');
		await page.flag('q2', true);
		expect(page.history!.card!.flags).toEqual(['q2']);
		expect(page.history!.happenings[0]).toMatchObject({ kind: 'flagged', question: 'q2', section: 'scale' });
		await page.flag('q2', false);
		expect(page.history!.card!.flags).toEqual([]);
	});
});
