import { describe, expect, it, vi } from 'vitest';
import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import { addDays, learnerDay, type Day } from '#core/day.ts';
import type { Section } from '#core/question.ts';
import { makeMemoryStore } from '#storage/memory-store.ts';
import type { LearnerStore } from '#storage/store.ts';
import {
	anAnswer,
	anEventId,
	aSection,
	aSingleChoice,
	DAY,
	MINUTE,
	MORNING
} from '#tests/fixtures/builders.ts';
import { aSectionEntry, TODAY } from '#tests/fixtures/progress.ts';
import { LibraryError, type Library } from './library.ts';
import { canShare, shareFile } from './hand-over.ts';
import { comingReviews, makeCalendarFile, showDue } from './reminders.ts';
import { makeStamper } from './stamper.ts';

describe('comingReviews', () => {
	it('is the days of two weeks that have reviews; what is overdue is for today', () => {
		const due = new Map<Day, number>([
			[addDays(TODAY, -3), 2],
			[TODAY, 1],
			[addDays(TODAY, 5), 4],
			[addDays(TODAY, 13), 6],
			[addDays(TODAY, 14), 7]
		]);
		expect(comingReviews({ due, today: TODAY })).toEqual([
			{ day: TODAY, count: 3 },
			{ day: addDays(TODAY, 5), count: 4 },
			{ day: addDays(TODAY, 13), count: 6 }
		]);
	});

	it('is nothing where nothing is planned', () => {
		expect(comingReviews({ due: new Map(), today: TODAY })).toEqual([]);
	});
});

const TEXTS = {
	name: 'Reviews',
	summary: (count: number) => `${count} to review`,
	description: 'As planned.'
};
const FILE = makeCalendarFile([{ day: TODAY, count: 3 }], TEXTS, { course: 'course', atMillis: MORNING });

describe('a calendar file', () => {
	it('says by its name and type what it is, and holds the days', async () => {
		expect([FILE.name, FILE.type]).toEqual(['grasp-course.ics', 'text/calendar']);
		expect(await FILE.text()).toContain('SUMMARY:3 to review\r\n');
	});

	it('can be shared only where the device says so', () => {
		expect(canShare(FILE, {})).toBe(false);
		expect(canShare(FILE, { canShare: () => false })).toBe(false);
		expect(canShare(FILE, { canShare: ({ files } = {}) => files?.[0] === FILE })).toBe(true);
	});

	it('is saved where sharing is refused, and not where the learner closed the sheet', async () => {
		const save = vi.fn();
		const refusing = (name: string) => ({ share: () => Promise.reject(new DOMException('', name)) });
		expect(await shareFile(FILE, { share: async () => undefined }, save)).toBe('shared');
		expect(await shareFile(FILE, refusing('AbortError'), save)).toBe('left');
		expect(save).not.toHaveBeenCalled();
		expect(await shareFile(FILE, refusing('NotAllowedError'), save)).toBe('saved');
		expect(save).toHaveBeenCalledWith(FILE);
	});
});

const CLAIMS = ['one', 'two', 'three'];
const SECTION = aSection(CLAIMS.map((claim) => aSingleChoice({ id: claim, claim })));
const COURSES = [{ id: 'course' }, { id: 'other' }] as CourseEntry[];

/** So many days after each claim was answered right for the first time. */
async function showAfter(
	days: number,
	claims = CLAIMS,
	change: { store?: LearnerStore; library?: Partial<Library> } = {}
) {
	const { store = makeMemoryStore(), library } = change;
	await store.merge(
		claims.map((claim, index) => {
			const at = MORNING + index * MINUTE;
			return anAnswer({ id: anEventId(at), at, claim, question: claim, certainty: 'sure' });
		})
	);
	const badge = { setAppBadge: vi.fn(async () => undefined), clearAppBadge: vi.fn(async () => undefined) };
	const parts = {
		store,
		library: {
			readIndex: async () => ({ sections: [aSectionEntry()] }),
			readSection: async (_: SectionEntry): Promise<Section> => SECTION,
			readWholeSection: async () => SECTION,
			readLesson: async () => undefined,
			addressOf: () => '',
			...library
		},
		stamper: makeStamper(
			() => MORNING + days * DAY,
			() => 0
		)
	};
	await showDue(COURSES, parts, badge);
	return badge;
}

describe('the number on the icon', () => {
	it('is how many claims are due', async () => {
		const badge = await showAfter(30);
		expect(badge.setAppBadge).toHaveBeenCalledExactlyOnceWith(3);
		expect(badge.clearAppBadge).not.toHaveBeenCalled();
	});

	it('goes away when none is due', async () => {
		for (const badge of [await showAfter(0), await showAfter(30, [])]) {
			expect(badge.clearAppBadge).toHaveBeenCalledOnce();
			expect(badge.setAppBadge).not.toHaveBeenCalled();
		}
	});

	it('counts what comes forward for a day to be ready by', async () => {
		const store = makeMemoryStore();
		await store.writeSetting('ready-by/course', addDays(learnerDay(MORNING, 0), 2));
		expect((await showAfter(1)).clearAppBadge).toHaveBeenCalledOnce();
		// Of the three, one has its last look on the very day before.
		expect((await showAfter(1, CLAIMS, { store })).setAppBadge).toHaveBeenCalledWith(1);
	});

	it('does not count what the course has lost', async () => {
		expect((await showAfter(30, ['one', 'lost'])).setAppBadge).toHaveBeenCalledWith(1);
		expect((await showAfter(30, ['lost'])).clearAppBadge).toHaveBeenCalledOnce();
	});

	it('believes the cards where the course cannot be read', async () => {
		const readIndex = () => Promise.reject(new LibraryError('index.json'));
		expect((await showAfter(30, CLAIMS, { library: { readIndex } })).setAppBadge).toHaveBeenCalledWith(3);
	});

	it('asks nothing of a browser that has none', async () => {
		const store = makeMemoryStore();
		await showAfter(30, CLAIMS, { store });
		const library = {} as Library;
		await expect(showDue([], { store, library, stamper: makeStamper() }, {})).resolves.toBeUndefined();
	});
});
