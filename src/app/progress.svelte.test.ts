import { describe, expect, it, vi } from 'vitest';
import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import { addDays, learnerDay, type Day } from '#core/day.ts';
import type { Section } from '#core/question.ts';
import { makeMemoryStore } from '#storage/memory-store.ts';
import { StoreError, type LearnerStore } from '#storage/store.ts';
import {
	anAnswer,
	anEventId,
	aSection,
	aSingleChoice,
	aStart,
	aSuspension,
	DAY,
	HOUR,
	MORNING
} from '#tests/fixtures/builders.ts';
import { aSectionEntry } from '#tests/fixtures/progress.ts';
import { LibraryError, type Library } from './library.ts';
import { ProgressPage } from './progress.svelte.ts';
import { makeStamper } from './stamper.ts';

const SECTIONS: Readonly<Record<string, Section>> = {
	scale: aSection([aSingleChoice({ id: 'q', claim: 'sites' })]),
	gap: aSection([aSingleChoice({ id: 'g', claim: 'lag' })], { id: 'gap', title: 'Gap' })
};
const ENTRIES = [aSectionEntry(), aSectionEntry({ id: 'gap', title: 'Gap', file: 'bank/gap.json' })];
const COURSE = { id: 'course', language: 'en', index: 'index.json', first: ENTRIES[0] } as CourseEntry;
const TODAY = learnerDay(MORNING + DAY, 0);

function aLibrary(values: Partial<Library> = {}): Library {
	return {
		readIndex: async () => ({ sections: ENTRIES }),
		readSection: async ({ id }: SectionEntry) => SECTIONS[id]!,
		readWholeSection: async ({ id }: SectionEntry) => SECTIONS[id]!,
		readLesson: async () => undefined,
		addressOf: () => '',
		...values
	};
}

/** A day after an answer to `sites` at nine in the morning. */
async function makePage({ store = makeMemoryStore(), library = aLibrary() } = {}) {
	await store.append([aStart(), anAnswer({ id: anEventId(MORNING, 1), certainty: 'sure' })]);
	const tell = vi.fn();
	const page = new ProgressPage(COURSE, {
		store,
		library,
		stamper: makeStamper(
			() => MORNING + DAY,
			() => 0
		),
		tabs: { tell, listen: () => () => undefined }
	});
	return { page, store, tell };
}

describe('the progress of a course', () => {
	it('is made of its cards, the days and what there is to know', async () => {
		const { page } = await makePage();
		expect(page.matter).toBeUndefined();
		await page.read();
		const { record, outline, plan } = page.matter!;
		expect(record.cards.map(({ claim }) => claim)).toEqual(['sites']);
		expect(record.days.map(({ day, answers }) => [day, answers])).toEqual([[addDays(TODAY, -1), 1]]);
		expect(record.today).toBe(TODAY);
		expect([...outline.claimsBySection.keys()]).toEqual(['scale', 'gap']);
		expect(plan).toEqual({ goalDays: 4, readyBy: undefined });
		const { review, due } = record.cards[0]!;
		expect(review).toBeDefined();
		expect([...record.due]).toEqual([[due, 1]]);
	});

	it('has claims come back before the day to be ready by', async () => {
		const { page, store } = await makePage();
		await store.writeSetting('weekly-goal-days', 5);
		await store.writeSetting('ready-by/course', addDays(TODAY, 1));
		await page.read();
		const { record, plan } = page.matter!;
		expect(plan).toEqual({ goalDays: 5, readyBy: addDays(TODAY, 1) });
		expect([...record.due]).toEqual([[TODAY, 1]]);
	});

	it('counts no claim as due that the course has lost', async () => {
		const store = makeMemoryStore();
		const at = MORNING + HOUR;
		await store.merge([anAnswer({ id: anEventId(at), at, claim: 'gone', question: 'gone' })]);
		const { page } = await makePage({ store });
		await page.read();
		expect(page.matter!.record.cards).toHaveLength(2);
		expect([...page.matter!.record.due.values()]).toEqual([1]);
	});

	it('shows a section whose file is not on the device without its claims', async () => {
		const readSection = async ({ id, file }: SectionEntry): Promise<Section> => {
			if (id === 'gap') throw new LibraryError(file);
			return SECTIONS[id]!;
		};
		const { page } = await makePage({ library: aLibrary({ readSection }) });
		await page.read();
		expect(page.matter!.outline.sections).toHaveLength(2);
		expect([...page.matter!.outline.claimsBySection.keys()]).toEqual(['scale']);
		expect(page.attempts.failure).toBeUndefined();
	});

	it('says what is wrong, and reads again when asked to', async () => {
		const readIndex = vi.fn(async () => ({ sections: ENTRIES }));
		readIndex.mockRejectedValueOnce(new LibraryError('index.json'));
		const { page } = await makePage({ library: aLibrary({ readIndex }) });
		await page.read();
		expect(page.attempts.failure).toBe('content');
		await page.attempts.retry();
		expect(page.attempts.failure).toBeUndefined();
		expect(page.matter).toBeDefined();
	});

	it('asks again for a claim that was left out, and tells the other tabs', async () => {
		const store = makeMemoryStore();
		await store.append([aSuspension({ at: MORNING + HOUR })]);
		const { page, tell } = await makePage({ store });
		await page.read();
		const [card] = page.matter!.record.cards;
		expect(card).toMatchObject({ claim: 'sites', suspended: true });
		expect(page.matter!.record.due.size).toBe(0);
		await page.askAgain(card!);
		expect(page.matter!.record.cards[0]!.suspended).toBe(false);
		expect([...page.matter!.record.due.values()]).toEqual([1]);
		expect(tell).toHaveBeenCalledWith('course');
	});

	it('keeps what it shows when the store fails, and asks again later', async () => {
		const store: LearnerStore = makeMemoryStore();
		await store.append([aSuspension({ at: MORNING + HOUR })]);
		const { page } = await makePage({ store });
		await page.read();
		vi.spyOn(store, 'append').mockRejectedValueOnce(new StoreError('full'));
		await page.askAgain(page.matter!.record.cards[0]!);
		expect(page.attempts.failure).toBe('full');
		expect(page.matter!.record.cards[0]!.suspended).toBe(true);
		await page.attempts.retry();
		expect(page.matter!.record.cards[0]!.suspended).toBe(false);
	});

	it('reaches back to what is overdue', async () => {
		const { page } = await makePage();
		await page.read();
		const due = page.matter!.record.cards[0]!.due!;
		const late = new ProgressPage(COURSE, {
			store: (await makePage()).store,
			library: aLibrary(),
			stamper: makeStamper(
				() => MORNING + 40 * DAY,
				() => 0
			),
			tabs: { tell: () => undefined, listen: () => () => undefined }
		});
		await late.read();
		expect(due < late.matter!.record.today).toBe(true);
		expect(late.matter!.record.due.get(due as Day)).toBe(1);
	});
});
