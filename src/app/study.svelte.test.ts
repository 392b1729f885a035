import { describe, expect, it, vi } from 'vitest';
import type { LearnerEvent } from '#core/event.ts';
import type { CourseEntry } from '#core/catalogue.ts';
import { makeMemoryStore } from '#storage/memory-store.ts';
import { StoreError, type LearnerStore } from '#storage/store.ts';
import { aNumeric, aSection, aSingleChoice } from '#tests/fixtures/builders.ts';
import type { Library } from './library.ts';
import type { Scene } from './scene.ts';
import { makeStamper } from './stamper.ts';
import { Study } from './study.svelte.ts';

const SECTION = aSection([
	aSingleChoice({ id: 'one', claim: 'first' }),
	aSingleChoice({ id: 'two', claim: 'second' }),
	aNumeric({ id: 'three', claim: 'third' })
]);
const FIRST = { id: SECTION.id, title: SECTION.title, claims: 3, questions: 3, file: 'scale.json' };
const COURSE: CourseEntry = {
	id: 'course',
	title: 'Course',
	language: 'en',
	description: '',
	source: { title: 'Source', form: 'article', paragraphs: 1 },
	claims: 3,
	questions: 3,
	sections: 1,
	index: 'index.json',
	first: FIRST,
	translations: {}
};

const library: Library = {
	readIndex: async () => ({ sections: [FIRST] }),
	readSection: async () => SECTION,
	readWholeSection: async () => SECTION,
	readLesson: async () => undefined,
	addressOf: () => ''
};

/** A tab: what it remembers is its own, the store is everybody's. */
function makeStudy(store: LearnerStore = makeMemoryStore(), remembered: { seen?: string } = {}) {
	const onfinished = vi.fn();
	const study = new Study(COURSE, {
		store,
		library,
		stamper: makeStamper(),
		tabs: { tell: () => undefined, listen: () => () => undefined },
		seen: { get: () => remembered.seen ?? null, set: (event) => (remembered.seen = event) },
		onasked: () => undefined,
		onfinished
	});
	return { study, store, onfinished, remembered };
}

function sceneOf<K extends Scene['kind']>(study: Study, kind: K): Extract<Scene, { kind: K }> {
	expect(study.scene.kind).toBe(kind);
	return study.scene as Extract<Scene, { kind: K }>;
}

function choose(study: Study, option: string): void {
	study.answer = { kind: 'choice', options: [option] };
}

async function answerAll(study: Study): Promise<void> {
	for (let count = 0; count < 3; count += 1) {
		const { question } = sceneOf(study, 'asking').asked;
		if (question.kind === 'numeric') study.answer = { kind: 'text', text: '7' };
		else choose(study, 'key');
		await study.submit('sure');
		study.next();
	}
}

describe('a study', () => {
	it('asks no more in this session for a claim that is left out', async () => {
		const { study, store } = makeStudy();
		await study.open();
		choose(study, 'key');
		await study.submit('sure');
		await study.leaveOut('second');
		study.next();
		expect(sceneOf(study, 'asking').asked).toMatchObject({
			position: 1,
			count: 2,
			question: { id: 'three' }
		});
		// Its own claim has no question left: nothing is to be written.
		const before = (await store.readEvents(undefined, 10)) as LearnerEvent[];
		await study.leaveOut('first');
		expect(await store.readEvents(undefined, 10)).toEqual(before);
		const { study: reloaded } = makeStudy(store, { seen: before[1]!.id });
		await reloaded.open();
		expect(sceneOf(reloaded, 'asking').asked).toMatchObject({ position: 1, count: 2 });
	});

	it('asks the first question of the first section', async () => {
		const { study, store } = makeStudy();
		await study.open();
		expect(sceneOf(study, 'asking').asked).toMatchObject({ position: 0, count: 3, question: { id: 'one' } });
		// Looking alone leaves no trace.
		expect(await store.readEvents(undefined, 10)).toEqual([]);
	});

	it('has an answer in the store before its feedback shows', async () => {
		const { study, store } = makeStudy();
		await study.open();
		const append = vi.spyOn(store, 'append');
		append.mockImplementationOnce(async (events) => {
			expect(study.scene.kind).toBe('asking');
			append.mockRestore();
			return store.append(events);
		});
		choose(study, 'wrong');
		await study.submit('guess');
		const { given } = sceneOf(study, 'feedback');
		expect(await store.readEvent(given.event)).toMatchObject({ right: false, certainty: 'guess' });
	});

	it('does not write what cannot be graded', async () => {
		const { study, store } = makeStudy();
		await study.open();
		await study.submit('sure');
		expect(study.notGradable).toBe('empty');
		expect(study.scene.kind).toBe('asking');
		expect(await store.readEvents(undefined, 10)).toEqual([]);
	});

	it('takes one answer of two that are given in one moment', async () => {
		const { study, store } = makeStudy();
		await study.open();
		choose(study, 'key');
		await Promise.all([study.submit('sure'), study.submit('guess')]);
		const kinds = (await store.readEvents(undefined, 10)) as { kind: string }[];
		expect(kinds.filter(({ kind }) => kind === 'answered')).toHaveLength(1);
	});

	it('keeps the fields when the answer could not be written, and writes it at the second try', async () => {
		const { study, store } = makeStudy();
		await study.open();
		choose(study, 'key');
		vi.spyOn(store, 'append').mockRejectedValueOnce(new StoreError('full'));
		await study.submit('sure');
		expect([study.scene.kind, study.unsaved, study.saving]).toEqual(['asking', 'full', false]);
		expect(study.answer).toEqual({ kind: 'choice', options: ['key'] });
		await study.retry();
		expect([study.scene.kind, study.unsaved]).toEqual(['feedback', undefined]);
	});

	it('goes on at the next question in another tab, once the feedback was left', async () => {
		const { study, store, remembered } = makeStudy();
		await study.open();
		choose(study, 'key');
		await study.submit('sure');
		study.next();
		const later = makeStudy(store, remembered);
		await later.study.open();
		expect(sceneOf(later.study, 'asking').asked.question.id).toBe('two');
	});

	it('shows the last feedback once more to whoever was cut off in it', async () => {
		const { study, store } = makeStudy();
		await study.open();
		choose(study, 'wrong');
		await study.submit('sure');
		const later = makeStudy(store);
		await later.study.open();
		const scene = sceneOf(later.study, 'feedback');
		expect(scene).toMatchObject({ resumed: true, given: { certainty: 'sure' } });
		expect(scene.asked.order).toEqual(sceneOf(study, 'feedback').asked.order);
	});

	it('keeps the options where they were when it is opened again', async () => {
		const { study, store } = makeStudy();
		await study.open();
		const { order } = sceneOf(study, 'asking').asked;
		const later = makeStudy(store);
		await later.study.open();
		expect(sceneOf(later.study, 'asking').asked.order).toEqual(order);
	});

	it('ends in a summary of what was missed, and asks just that again', async () => {
		const { study, onfinished } = makeStudy();
		await study.open();
		expect(onfinished).not.toHaveBeenCalled();
		await answerAll(study);
		expect(sceneOf(study, 'summary').missed.map(({ question }) => question.id)).toEqual(['three']);
		expect(onfinished).toHaveBeenCalledOnce();
		await study.again();
		expect(sceneOf(study, 'asking').asked).toMatchObject({ count: 1, question: { id: 'three' } });
	});

	it('takes the last answer back, on the summary as well', async () => {
		const { study, store } = makeStudy();
		await study.open();
		await answerAll(study);
		await study.undo();
		expect(sceneOf(study, 'asking').asked.question.id).toBe('three');
		expect((await store.readCards(['course/third'])).size).toBe(0);
	});

	it('stays on the summary through a reload, and begins anew after it', async () => {
		const { study, store, remembered } = makeStudy();
		await study.open();
		await answerAll(study);
		const { session } = sceneOf(study, 'summary');
		const reloaded = makeStudy(store, remembered);
		await reloaded.study.open();
		expect(reloaded.study.scene.kind).toBe('summary');
		await reloaded.study.open({ after: session.id });
		expect(reloaded.study.scene.kind).toBe('asking');
	});

	it('does not go back to a session that was closed', async () => {
		const { study, store, remembered } = makeStudy();
		await study.open();
		await answerAll(study);
		await study.close();
		const later = makeStudy(store, remembered);
		await later.study.open();
		expect(later.study.scene.kind).toBe('asking');
	});

	it('follows another tab that went on', async () => {
		const { study, store, remembered } = makeStudy();
		await study.open();
		choose(study, 'key');
		await study.submit('sure');
		const other = makeStudy(store, remembered);
		await other.study.open();
		other.study.next();
		choose(other.study, 'key');
		await other.study.submit('sure');
		await study.follow('course');
		expect(study.followed).toBe(true);
		expect(sceneOf(study, 'feedback').asked.position).toBe(1);
	});

	it('follows the answer of another tab instead of writing a second one', async () => {
		const { study, store, remembered } = makeStudy();
		await study.open();
		choose(study, 'key');
		await study.submit('sure');
		study.next();
		const other = makeStudy(store, remembered);
		await other.study.open();
		for (const each of [other.study, study]) {
			choose(each, 'key');
			await each.submit('sure');
		}
		const answered = ((await store.readEvents(undefined, 10)) as { kind: string }[]).filter(
			({ kind }) => kind === 'answered'
		);
		expect(answered).toHaveLength(2);
		expect(study.followed).toBe(true);
	});

	it('says what is wrong when the questions cannot be had', async () => {
		const { study } = makeStudy();
		const failing = vi.spyOn(library, 'readSection').mockRejectedValue(new Error('down'));
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		await study.open();
		expect(sceneOf(study, 'trouble').trouble).toBe('unknown');
		failing.mockRestore();
		await study.open();
		expect(study.scene.kind).toBe('asking');
	});
});
