import { describe, expect, it, vi } from 'vitest';
import type { Assignment } from '#core/class/assignment.ts';
import type { LearnerEvent } from '#core/event.ts';
import type { Section } from '#core/question.ts';
import { makeParcel } from '#formats/parcel.ts';
import { makeMemoryStore } from '#storage/memory-store.ts';
import type { LearnerStore } from '#storage/store.ts';
import { aSection, aSingleChoice, MORNING } from '#tests/fixtures/builders.ts';
import { readyBySetting } from '../learner-plan.ts';
import type { Library } from '../library.ts';
import { makeStamper } from '../stamper.ts';
import { AssignmentPage } from './assignment.svelte.ts';

const SECTION = aSection(
	Array.from({ length: 12 }, (_, index) => aSingleChoice({ id: `q${index}`, claim: `c${index}` }))
);
const toEntry = ({ id, title, claims, questions }: Section) => ({
	...{ id, title, claims: claims.length, questions: questions.length, file: `${id}.json` }
});
const COURSE = {
	...{ id: 'course', title: 'Course', language: 'en', description: '', index: 'index.json' },
	source: { title: 'Source', form: 'article', paragraphs: 1 },
	...{ claims: 12, questions: 12, sections: 1, first: toEntry(SECTION), translations: {} }
};
const EXAM: Assignment = {
	...{ id: 'a1', course: 'course', courseTitle: 'Course', title: 'Week three', task: 'exam' },
	...{ sections: [SECTION.id], length: 6, minutes: 10, readyBy: '2030-06-01' }
};
const library: Library = {
	readIndex: async () => ({ sections: [toEntry(SECTION)] }),
	readSection: async () => SECTION,
	readWholeSection: async () => SECTION,
	readLesson: async () => undefined,
	addressOf: () => ''
};

async function open(assignment: Assignment, store: LearnerStore, onbegun = vi.fn()): Promise<AssignmentPage> {
	const page = new AssignmentPage({
		...{ store, library, onbegun, stamper: makeStamper(() => MORNING) },
		tabs: { tell: () => undefined, listen: () => () => undefined },
		findCourse: async (id) => (id === COURSE.id ? COURSE : undefined)
	});
	await page.open(`#${makeParcel('assignment', assignment)}`);
	return page;
}

async function begun(store: LearnerStore) {
	const events = (await store.readEvents(undefined, 100)) as LearnerEvent[];
	return events.flatMap((event) => (event.kind === 'session-started' ? [event] : []));
}

describe('an assignment', () => {
	it('asks the questions that were chosen, as they were written, without those that the course has lost', async () => {
		const store = makeMemoryStore();
		const page = await open({ ...EXAM, questions: ['q7', 'gone', 'q2'] }, store);
		await page.begin();
		const [paper] = await begun(store);
		expect(paper!.questions.map(({ question }) => question)).toEqual(['q2', 'q7']);
	});

	it('keeps nothing before it is begun; then everybody has the same exam, with its clock and its day', async () => {
		const papers = [];
		for (const store of [makeMemoryStore(), makeMemoryStore()]) {
			const onbegun = vi.fn();
			const page = await open(EXAM, store, onbegun);
			expect(page.scene).toMatchObject({ kind: 'shown', isExamOpen: false });
			expect(await begun(store)).toEqual([]);
			await page.begin();
			expect(onbegun).toHaveBeenCalledWith(EXAM, SECTION.id);
			const [start] = await begun(store);
			expect(start!.deadlineAt! - start!.at).toBe(600_000);
			expect((await store.readStart(['course'])).settings.get(readyBySetting('course'))).toBe('2030-06-01');
			papers.push(start!.questions);
		}
		expect(papers[0]).toHaveLength(6);
		expect(papers[1]).toEqual(papers[0]);
		const other = makeMemoryStore();
		await (await open({ ...EXAM, id: 'a2' }, other)).begin();
		expect((await begun(other))[0]!.questions).not.toEqual(papers[0]);
	});

	it('takes the place of no exam, neither one that it knows of nor one of another tab, and plans no day then', async () => {
		const store = makeMemoryStore();
		const early = await open({ ...EXAM, id: 'a3' }, store);
		const { readyBy: _, ...plain } = EXAM;
		await (await open(plain, store)).begin();
		await early.begin();
		expect(early.scene).toMatchObject({ kind: 'shown', isExamOpen: true });
		await (await open(EXAM, store)).begin();
		expect(await begun(store)).toHaveLength(1);
		expect((await store.readStart(['course'])).settings.has(readyBySetting('course'))).toBe(false);
	});

	it('to learn begins no exam, and says so when the course is missing or the link is cut off', async () => {
		const store = makeMemoryStore();
		const onbegun = vi.fn();
		await (await open({ ...EXAM, task: 'learn' }, store, onbegun)).begin();
		expect(onbegun).toHaveBeenCalledOnce();
		expect(await begun(store)).toEqual([]);
		const missing = await open({ ...EXAM, course: 'elsewhere' }, store, onbegun);
		await missing.begin();
		expect(missing.scene).toMatchObject({ kind: 'shown', course: undefined, sections: [] });
		await missing.open('#G1.assignment.00000000.AAAA');
		expect(missing.scene.kind).toBe('refused');
		expect(onbegun).toHaveBeenCalledOnce();
	});
});
