import { beforeEach, describe, expect, it } from 'vitest';
import type { Certainty } from '#core/answer.ts';
import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import { learnerDay, addDays } from '#core/day.ts';
import { LESSON_SIZE } from '#core/plan-learning.ts';
import type { Section } from '#core/question.ts';
import { makeMemoryStore } from '#storage/memory-store.ts';
import type { LearnerStore } from '#storage/store.ts';
import { aNumeric, aSection, aSingleChoice, DAY, HOUR, MORNING } from '#tests/fixtures/builders.ts';
import { makeCourseState } from './home.svelte.ts';
import { markFlagged, markSuspended } from './claim-marks.ts';
import type { Library } from './library.ts';
import { NEW_A_DAY } from './new-a-day.ts';
import { makeStamper } from './stamper.ts';
import { Study } from './study.svelte.ts';
import { readOpening, type Opening } from './study-address.ts';
import { readToday } from './today-plan.ts';

const CLAIMS = ['a', 'b', 'c', 'd', 'e', 'f'];
const SECTIONS: readonly Section[] = ['one', 'two'].map((id) =>
	aSection(
		CLAIMS.map((claim) =>
			claim === 'f'
				? aNumeric({ id: `${id}-${claim}`, claim: `${id}-${claim}` })
				: aSingleChoice({ id: `${id}-${claim}`, claim: `${id}-${claim}` })
		),
		{ id }
	)
);
const ENTRIES: readonly SectionEntry[] = SECTIONS.map(({ id }) => ({
	...{ id, title: id, claims: 6, questions: 6, file: `${id}.json` }
}));
const COURSE: CourseEntry = {
	...{ id: 'course', title: 'Course', language: 'en', description: '' },
	source: { title: 'Source', form: 'article', paragraphs: 1 },
	...{ claims: 12, questions: 12, sections: 2, index: 'index.json', translations: {} },
	first: ENTRIES[0]!
};
const read = async ({ id }: SectionEntry): Promise<Section> => SECTIONS.find((each) => each.id === id)!;
const library = {
	readIndex: async () => ({ sections: ENTRIES }),
	readSection: read,
	readWholeSection: read,
	readLesson: async () => undefined,
	addressOf: () => ''
} as unknown as Library;

let store: LearnerStore;
let at: number;
let offset: number;
let seen: string | null;

beforeEach(() => {
	store = makeMemoryStore();
	at = MORNING;
	offset = 0;
	seen = null;
});

const stamper = makeStamper(
	() => (at += 1000),
	() => offset
);
const tabs = { tell: () => undefined, listen: () => () => undefined };

/** A tab that has just been opened on that address. */
async function open(opening: Opening | string = {}): Promise<Study> {
	const study = new Study(COURSE, {
		...{ store, library, stamper, tabs },
		seen: { get: () => seen, set: (event) => (seen = event) },
		onasked: () => undefined,
		onfinished: () => undefined
	});
	await study.open(typeof opening === 'string' ? readOpening(new URLSearchParams(opening)) : opening);
	return study;
}

async function answer(study: Study, right = true, certainty: Certainty = 'sure'): Promise<string> {
	if (study.scene.kind !== 'asking') throw new Error(`Nothing is asked: ${study.scene.kind}.`);
	const { question } = study.scene.asked;
	study.answer =
		question.kind === 'numeric'
			? { kind: 'text', text: right ? '42' : '7' }
			: { kind: 'choice', options: [right ? 'key' : 'wrong'] };
	await study.submit(certainty);
	return question.id;
}

/** To the summary. */
async function answerAll(study: Study, isRight: (id: string) => boolean = () => true): Promise<string[]> {
	const asked: string[] = [];
	while (study.scene.kind === 'asking') {
		asked.push(await answer(study, isRight(study.scene.asked.question.id)));
		study.next();
	}
	return asked;
}

const cards = async () => (await store.readState()).cards;
const reviews = async () =>
	new Map([...(await cards())].flatMap(([key, { review }]) => (review ? [[key, review]] : [])));
const now = () => ({ at, offset });
const today = () => readToday(COURSE, store, now());
async function action(): Promise<string> {
	const start = await store.readStart(['course']);
	return makeCourseState(start.sessions.get('course'), start.progress.get('course'), await today()).action;
}
const modeOf = async () => (await store.readSession('course'))?.mode;
const later = (days: number): number => (at += days * DAY);

describe('what a day asks for', () => {
	it('is what is due, of several sections, then new claims up to the day’s amount, then nothing', async () => {
		await answerAll(await open({ section: 'one' }));
		await answerAll(await open({ section: 'two', after: (await store.readSession('course'))!.id }));
		expect(await action()).toBe('done');
		later(30);
		expect(await action()).toBe('review');
		const study = await open('mode=today');
		const asked = await answerAll(study);
		expect(await modeOf()).toBe('review');
		expect(new Set(asked.map((id) => id.slice(0, 3)))).toEqual(new Set(['one', 'two']));
		expect(await action()).toBe('done');
		expect((await today()).nextDay).toBeDefined();
	});

	it('is a learn session of so many claims as may still be met today', async () => {
		await store.writeSetting(NEW_A_DAY, 8);
		await answerAll(await open('mode=learn&section=one'));
		const { id } = (await store.readSession('course'))!;
		expect(await action()).toBe('learn');
		expect((await today()).newClaims).toBe(2);
		expect(await answerAll(await open({ mode: 'today', after: id }))).toEqual(['two-a', 'two-b']);
		expect(await modeOf()).toBe('learn');
		expect(await action()).toBe('done');
	});

	it('is no summary of the day before', async () => {
		await answerAll(await open());
		expect((await open('mode=today')).scene.kind).toBe('summary');
		later(1);
		expect((await open('mode=today')).scene.kind).toBe('asking');
	});

	it('says that nothing is left, rather than asking what is not due', async () => {
		await store.writeSetting(NEW_A_DAY, 6);
		await answerAll(await open());
		const { id } = (await store.readSession('course'))!;
		const study = await open({ mode: 'today', after: id });
		expect(study.scene).toEqual({ kind: 'nothing', wanted: 'today' });
	});

	it('goes on with what is open, whatever else is due', async () => {
		const study = await open();
		await answer(study);
		later(30);
		expect(await action()).toBe('continue');
		expect((await open('mode=today')).scene.kind).toBe('feedback');
	});

	it('begins at four in the morning of the learner’s own zone', async () => {
		await store.writeSetting(NEW_A_DAY, 0);
		offset = 780;
		at = Date.UTC(2026, 2, 2, 9) - 780 * 60_000;
		await answerAll(await open());
		const due = [...(await cards()).values()][0]!.due!;
		// 3:30 in Auckland of that day, and 4:30.
		at = Date.parse(due) + 3.5 * HOUR - 780 * 60_000;
		expect(await action()).toBe('done');
		at += HOUR;
		expect(await action()).toBe('review');
	});

	it('does not count what is late, and spreads it', async () => {
		await answerAll(await open());
		later(60);
		const { due, isCatchUp } = await today();
		expect({ due, isCatchUp }).toEqual({ due: 6, isCatchUp: false });
	});
});

describe('a mode', () => {
	it('right after a lesson asks a few of the section’s claims', async () => {
		const study = await open('section=two&lesson=1');
		expect(study.scene).toMatchObject({ kind: 'asking', asked: { count: LESSON_SIZE.most } });
		expect((await answerAll(study)).every((id) => id.startsWith('two'))).toBe(true);
		const { id } = (await store.readSession('course'))!;
		const rest = await open({ section: 'two', afterLesson: true, after: id });
		expect(await answerAll(rest)).toEqual(['two-f']);
	});

	it('to learn more asks for what was never met, and never for what was met today', async () => {
		const first = await answerAll(await open('mode=learn&section=one'));
		const { id } = (await store.readSession('course'))!;
		const more = await answerAll(await open({ mode: 'learn', after: id }));
		expect(more).toEqual(['two-a', 'two-b', 'two-c', 'two-d', 'two-e', 'two-f']);
		expect(first.filter((question) => more.includes(question))).toEqual([]);
	});

	it('of a first session too asks for no more new claims than the learner wants on a day', async () => {
		await store.writeSetting(NEW_A_DAY, 4);
		expect(await answerAll(await open())).toEqual(['one-a', 'one-b', 'one-c', 'one-d']);
		expect(await action()).toBe('done');
	});

	it('goes on after a reload, and gives way to another mode that the address names', async () => {
		await answerAll(await open());
		const study = await open('mode=practice');
		await answer(study);
		study.next();
		const reloaded = await open('mode=practice');
		expect(reloaded.scene).toMatchObject({ kind: 'asking', asked: { position: 1 } });
		const other = await open('mode=preview&section=two');
		expect(other.scene).toMatchObject({ kind: 'asking', asked: { position: 0, count: 3 } });
		// Looking alone changed nothing: the practice is still the one that is open.
		expect((await open()).scene).toMatchObject({ kind: 'asking', asked: { position: 1 } });
	});

	it.each(['mode=practice', 'mode=mistakes', 'mode=preview&section=one', 'claim=one-a'])(
		'?%s moves no card’s schedule, the second time over included',
		async (address) => {
			await answerAll(await open(), (id) => id !== 'one-a');
			later(20);
			const before = await reviews();
			const study = await open(address);
			await answerAll(study, () => false);
			expect(study.scene.kind).toBe('summary');
			expect(await reviews()).toEqual(before);
			await study.again();
			await answerAll(study);
			expect(await reviews()).toEqual(before);
			// What is due stays due.
			expect(await action()).toBe('review');
		}
	);

	it('leaves what was only practised among the claims to be learnt', async () => {
		await answerAll(await open('mode=practice&section=one'), () => false);
		expect((await store.readStart(['course'])).progress.has('course')).toBe(false);
		const plan = await today();
		expect(plan.hasNew).toBe(true);
		expect(plan.newClaims).toBeGreaterThan(0);
	});

	it('says which answers do not move the schedule', async () => {
		const first = await open();
		await first.findStill();
		expect(first.still).toBeUndefined();
		await answerAll(first, (id) => id !== 'one-b');
		await first.again();
		await first.findStill();
		expect(first.still).toBe('today');
		expect((await open({ mode: 'practice', after: 'none' })).still).toBe('practice');
		later(1);
		const next = await open({ section: 'one', after: (await store.readSession('course'))!.id });
		await next.findStill();
		expect(next.still).toBeUndefined();
	});

	it('counts a preview for nothing at all', async () => {
		await answerAll(await open('mode=preview&section=one'), () => false);
		const { cards, days, progress } = await store.readState();
		expect([cards.size, days.size, progress.size]).toEqual([0, 0, 0]);
		expect(await action()).toBe('start');
	});

	it('asks mistakes again, what was sure first', async () => {
		const study = await open();
		while (study.scene.kind === 'asking') {
			const { id } = study.scene.asked.question;
			await answer(study, !['one-b', 'one-d'].includes(id), id === 'one-b' ? 'think-so' : 'sure');
			study.next();
		}
		const again = await open('mode=mistakes');
		expect(await answerAll(again)).toEqual(['one-d', 'one-b']);
		expect(
			(await open({ mode: 'mistakes', after: (await store.readSession('course'))!.id })).scene.kind
		).toBe('nothing');
	});

	it('practises what fits: a kind, a section, what is flagged', async () => {
		expect(await answerAll(await open('mode=practice&kinds=numeric'))).toEqual(['one-f', 'two-f']);
		const after = (await store.readSession('course'))!.id;
		const parts = { store, stamper, tabs };
		const ref = { course: 'course', section: 'two', claim: 'two-c', question: 'two-c' };
		await markFlagged(parts, ref, true);
		expect(await answerAll(await open(`mode=practice&flagged=1&after=${after}`))).toEqual(['two-c']);
		await markFlagged(parts, ref, false);
		expect(
			(await open('mode=practice&flagged=1&after=' + (await store.readSession('course'))!.id)).scene
		).toEqual({ kind: 'nothing', wanted: 'practice' });
	});

	it('asks a claim by name, suspended or not, and a suspended one no more by itself', async () => {
		await answerAll(await open());
		await markSuspended({ store, stamper, tabs }, { course: 'course', section: 'one', claim: 'one-c' }, true);
		expect(await answerAll(await open('claim=one-c'))).toEqual(['one-c']);
		expect(await answerAll(await open('claim=two-e'))).toEqual(['two-e']);
		later(30);
		expect(await answerAll(await open('mode=review'))).not.toContain('one-c');
	});

	it('takes one answer of two taps, and of two tabs, in a review as in any session', async () => {
		await answerAll(await open());
		later(30);
		const [one, two] = [await open('mode=review'), await open('mode=review')];
		for (const study of [one, two]) study.answer = { kind: 'choice', options: ['key'] };
		await Promise.all([one.submit('sure'), one.submit('guess')]);
		one.next();
		const joined = await open('mode=review');
		for (const study of [one, joined]) study.answer = { kind: 'choice', options: ['key'] };
		await one.submit('sure');
		await joined.submit('sure');
		expect(joined.followed).toBe(true);
		const session = (await store.readSession('course'))!;
		expect(Object.keys(session.answers)).toHaveLength(2);
	});

	it('can be undone on its summary, and is due again', async () => {
		await answerAll(await open());
		later(30);
		const study = await open('mode=review');
		const before = (await today()).due;
		await answerAll(study);
		expect((await today()).due).toBe(0);
		await study.undo();
		expect(study.scene.kind).toBe('asking');
		expect((await today()).due).toBe(1);
		expect(before).toBe(6);
	});

	it('is not hidden by the session before it, where the clock was set back a day', async () => {
		await answerAll(await open());
		const { id } = (await store.readSession('course'))!;
		at -= DAY;
		const study = await open({ mode: 'learn', after: id });
		await answer(study);
		expect(study.scene.kind).toBe('feedback');
		expect((await store.readSession('course'))!.id).not.toBe(id);
		await expect(store.rebuild().then(() => store.readSession('course'))).resolves.toMatchObject({
			mode: 'learn'
		});
		expect(addDays(learnerDay(at, offset), 1)).toBe(learnerDay(MORNING, 0));
	});
});
