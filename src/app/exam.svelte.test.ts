import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CourseEntry } from '#core/catalogue.ts';
import type { Answered, LearnerEvent } from '#core/event.ts';
import type { Section } from '#core/question.ts';
import { makeMemoryStore } from '#storage/memory-store.ts';
import { StoreError, type LearnerStore } from '#storage/store.ts';
import { aMatching, aNumeric, aSection, aSingleChoice, MINUTE, MORNING } from '#tests/fixtures/builders.ts';
import { LONGEST_WAIT_MILLIS } from './exam-notes.svelte.ts';
import { Exam, type ExamChoice, type ExamScene } from './exam.svelte.ts';
import type { Library } from './library.ts';
import { makeStamper } from './stamper.ts';

const SCALE = aSection([
	aSingleChoice({ id: 'one', claim: 'first' }),
	aNumeric({ id: 'two', claim: 'second', level: 'apply' }),
	aMatching({ id: 'three', claim: 'third' })
]);
const GAP = aSection(
	[aSingleChoice({ id: 'four', claim: 'fourth' }), aSingleChoice({ id: 'five', claim: 'fifth' })],
	{ id: 'gap', title: 'Gap' }
);
const toEntry = ({ id, title, claims, questions }: Section) => ({
	...{ id, title, claims: claims.length, questions: questions.length, file: `${id}.json` }
});
const COURSE: CourseEntry = {
	id: 'course',
	title: 'Course',
	language: 'en',
	description: '',
	source: { title: 'Source', form: 'article', paragraphs: 1 },
	claims: 5,
	questions: 5,
	sections: 2,
	index: 'index.json',
	first: toEntry(SCALE),
	translations: {}
};
const ALL: ExamChoice = { length: 5, sections: ['scale', 'gap'], minutes: undefined };

let now = MORNING;
let sections: readonly Section[] = [SCALE, GAP];

function makeLibrary(): Library {
	const find = async ({ id }: { id: string }) => sections.find((section) => section.id === id)!;
	return {
		readIndex: async () => ({ sections: sections.map(toEntry) }),
		readSection: find,
		readWholeSection: find,
		readLesson: async () => undefined,
		addressOf: () => ''
	};
}

const readNow = (): number => now;
let stamper = makeStamper(readNow);

/** A tab over the store. It hears of others only where the test lets it: `exam.follow('course')`. */
function makeExam(store: LearnerStore): Exam {
	const parts = { store, library: makeLibrary(), stamper, now: readNow };
	return new Exam(COURSE, { ...parts, tabs: { tell: () => undefined, listen: () => () => undefined } });
}

async function openExam(store: LearnerStore): Promise<Exam> {
	const exam = makeExam(store);
	await exam.open();
	return exam;
}

async function startExam(store: LearnerStore, choice: Partial<ExamChoice> = {}): Promise<Exam> {
	const exam = await openExam(store);
	await exam.start({ ...ALL, ...choice });
	return exam;
}

function sceneOf<K extends ExamScene['kind']>(exam: Exam, kind: K): Extract<ExamScene, { kind: K }> {
	expect(exam.scene.kind).toBe(kind);
	return exam.scene as Extract<ExamScene, { kind: K }>;
}

const runOf = (exam: Exam) => sceneOf(exam, 'running').run;
const choice = (...options: string[]) => ({ kind: 'choice', options }) as const;

async function eventsIn<K extends LearnerEvent['kind']>(
	store: LearnerStore,
	kind: K
): Promise<Extract<LearnerEvent, { kind: K }>[]> {
	const events = (await store.readEvents(undefined, 1000)) as LearnerEvent[];
	return events.filter((event) => event.kind === kind) as Extract<LearnerEvent, { kind: K }>[];
}

beforeEach(() => {
	now = MORNING;
	sections = [SCALE, GAP];
	stamper = makeStamper(readNow);
});
afterEach(() => {
	vi.useRealTimers();
});

describe('an exam', () => {
	it('asks for a choice first, and leaves no trace by that', async () => {
		const store = makeMemoryStore();
		const exam = await openExam(store);
		expect(sceneOf(exam, 'choosing').sections.map(({ id }) => id)).toEqual(['scale', 'gap']);
		expect(await store.readEvents(undefined, 10)).toEqual([]);
	});

	it('draws its paper from the chosen sections', async () => {
		const exam = await startExam(makeMemoryStore(), { sections: ['gap'] });
		expect(runOf(exam).sheets.map(({ question }) => question.id)).toEqual(['four', 'five']);
		expect(runOf(exam).place).toBe(0);
	});

	it('counts an answer as given only when it is kept', async () => {
		const store = makeMemoryStore();
		const exam = await startExam(store);
		runOf(exam).give(choice('key'));
		expect(runOf(exam).answer).toEqual(choice('key'));
		expect(runOf(exam).standings[0]!.state).toBe('open');
		await runOf(exam).flush();
		expect(runOf(exam).standings[0]!.state).toBe('answered');
		expect((await store.readExam('course'))!.notes![0]).toMatchObject({ answer: choice('key') });
	});

	it('writes what is typed a moment after the first letter, and not for each of them', async () => {
		const store = makeMemoryStore();
		const exam = await startExam(store);
		const run = runOf(exam);
		await run.go(1);
		vi.useFakeTimers();
		const before = (await eventsIn(store, 'exam-noted')).length;
		for (const text of ['4', '42']) {
			run.give({ kind: 'text', text });
			await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MILLIS / 2 - 1);
		}
		expect(await eventsIn(store, 'exam-noted')).toHaveLength(before);
		await vi.advanceTimersByTimeAsync(2);
		const notes = (await eventsIn(store, 'exam-noted')).slice(before);
		expect(notes.map(({ answer }) => answer)).toEqual([{ kind: 'text', text: '42' }]);
	});

	it('has what is typed in the store before it shows another question', async () => {
		const store = makeMemoryStore();
		const run = runOf(await startExam(store));
		await run.go(1);
		run.give({ kind: 'text', text: '42' });
		const going = run.go(2);
		expect(run.place).toBe(1);
		await going;
		expect(run.place).toBe(2);
		expect((await store.readExam('course'))!.notes![1]!.answer).toEqual({ kind: 'text', text: '42' });
	});

	it('takes two steps for two presses in one moment', async () => {
		const run = runOf(await startExam(makeMemoryStore()));
		await Promise.all([run.step(1), run.step(1)]);
		expect(run.place).toBe(2);
		await Promise.all([run.step(-1), run.step(-1), run.step(-1)]);
		expect(run.place).toBe(0);
	});

	it('goes on after a kill at the same question, with the same fields, marks, options and deadline', async () => {
		const store = makeMemoryStore();
		const first = runOf(await startExam(store, { minutes: 10 }));
		first.give(choice('wrong'));
		first.toggleMark();
		await first.go(3);
		now += 3 * MINUTE;
		const run = runOf(await openExam(store));
		expect([run.place, run.minutesLeft]).toEqual([3, 7]);
		expect(run.sheets.map(({ order }) => order)).toEqual(first.sheets.map(({ order }) => order));
		expect(run.standings[0]).toEqual({ state: 'answered', marked: true });
		await run.go(0);
		expect([run.answer, run.isMarked]).toEqual([choice('wrong'), true]);
	});

	it('counts the time spent on a question, and not that of a hidden page', async () => {
		const store = makeMemoryStore();
		const exam = await startExam(store);
		now += 2000;
		exam.pause();
		now += MINUTE;
		exam.resume();
		now += 3000;
		await runOf(exam).go(1);
		expect((await store.readExam('course'))!.notes![0]!.spentMillis).toBe(5000);
	});

	it('counts no time that goes by hidden, when its clock hands it in meanwhile', async () => {
		const store = makeMemoryStore();
		const exam = await startExam(store, { minutes: 10 });
		now += 2000;
		exam.pause();
		now += 10 * MINUTE;
		exam.tick();
		await vi.waitFor(() => sceneOf(exam, 'result'));
		expect((await eventsIn(store, 'answered'))[0]!.spentMillis).toBe(2000);
	});

	it('writes what was changed again while the first change was on its way', async () => {
		const store = makeMemoryStore();
		const run = runOf(await startExam(store));
		const { append } = store;
		let arrive = (): void => undefined;
		vi.spyOn(store, 'append').mockImplementationOnce(async (events) => {
			await new Promise<void>((arrived) => (arrive = arrived));
			return append.call(store, events);
		});
		run.give(choice('wrong'));
		await vi.waitFor(() => expect(store.append).toHaveBeenCalled());
		run.give(choice('key'));
		arrive();
		await run.flush();
		expect((await store.readExam('course'))!.notes![0]!.answer).toEqual(choice('key'));
		expect(run.standings[0]!.state).toBe('answered');
	});

	it('keeps the fields when they could not be written, and stays until they are', async () => {
		const store = makeMemoryStore();
		const exam = await startExam(store);
		const run = runOf(exam);
		vi.spyOn(store, 'append').mockRejectedValueOnce(new StoreError('full'));
		run.give(choice('key'));
		await run.go(1).catch(() => undefined);
		// The choice was refused; the step that came behind it has taken both along.
		expect([exam.failure, run.place]).toEqual([undefined, 1]);
		vi.spyOn(store, 'append').mockRejectedValueOnce(new StoreError('full'));
		await run.go(0);
		expect([exam.failure, run.place]).toEqual(['full', 1]);
		await exam.retry();
		expect([exam.failure, run.place, run.answer]).toEqual([undefined, 0, choice('key')]);
	});

	it('hands in one answer for each position at once: graded, those left open as unknown', async () => {
		const store = makeMemoryStore();
		const exam = await startExam(store);
		const run = runOf(exam);
		run.give(choice('key'));
		await run.go(2);
		run.give({ kind: 'pairs', pairs: { one: 'one' } });
		await run.flush();
		const append = vi.spyOn(store, 'append');
		await exam.handIn();
		expect(append.mock.lastCall![0].map(({ kind }) => kind)).toEqual(Array(5).fill('answered'));
		const answers = await eventsIn(store, 'answered');
		expect(answers[0]).toMatchObject({ mode: 'exam', certainty: null, right: true, chance: 3333 });
		expect(answers[1]).toMatchObject({ answer: { kind: 'unknown' }, right: false, score: 0 });
		expect(answers[2]).toMatchObject({ right: false, score: 1 / 3 });
		const { result } = sceneOf(exam, 'result');
		expect(result.score).toMatchObject({ questions: 5, rights: 1, points: 4 / 3 });
		expect(result.corrected.map(({ sheet }) => sheet?.question.id)).toEqual([
			...['one', 'two', 'three', 'four', 'five']
		]);
	});

	it('takes the last letters along that are handed in with them', async () => {
		const exam = await startExam(makeMemoryStore());
		await runOf(exam).go(1);
		runOf(exam).give({ kind: 'text', text: '42' });
		await exam.handIn();
		expect(sceneOf(exam, 'result').result.corrected[1]!.answered.right).toBe(true);
	});

	it('is handed in once more by a retry when it could not be written, and then only once', async () => {
		const store = makeMemoryStore();
		const exam = await startExam(store);
		await runOf(exam).go(1);
		vi.spyOn(store, 'append').mockResolvedValueOnce({ kind: 'kept', session: undefined });
		vi.spyOn(store, 'append').mockRejectedValueOnce(new StoreError('failed'));
		await exam.handIn();
		expect([exam.scene.kind, exam.failure]).toEqual(['running', 'failed']);
		await exam.retry();
		expect([exam.scene.kind, exam.failure]).toEqual(['result', undefined]);
		expect(await eventsIn(store, 'answered')).toHaveLength(5);
	});

	it('shows the result again when it is opened anew, and begins another from there', async () => {
		const store = makeMemoryStore();
		const first = await startExam(store);
		runOf(first).give(choice('key'));
		await first.handIn();
		const exam = await openExam(store);
		expect(sceneOf(exam, 'result').result).toEqual(sceneOf(first, 'result').result);
		await exam.choose();
		exam.leaveChoice();
		expect(sceneOf(exam, 'result').result).toEqual(sceneOf(first, 'result').result);
		await exam.choose();
		now += MINUTE;
		await exam.start(ALL);
		expect(runOf(exam).standings.every(({ state }) => state === 'open')).toBe(true);
	});

	it('does not count what the course has lost since, and is handed in without it', async () => {
		const store = makeMemoryStore();
		await startExam(store);
		sections = [SCALE, { ...GAP, questions: GAP.questions.slice(1) }];
		const exam = await openExam(store);
		expect([runOf(exam).sheets.length, runOf(exam).lost]).toEqual([4, 1]);
		await exam.handIn();
		expect(sceneOf(exam, 'result').result.score.questions).toBe(4);
		expect(sceneOf(await openExam(store), 'result').result.score.questions).toBe(4);
	});

	it('says what is wrong when the questions cannot be had', async () => {
		const store = makeMemoryStore();
		const exam = await openExam(store);
		await exam.start({ ...ALL, sections: [] });
		expect([exam.scene.kind, exam.failure, exam.busy]).toEqual(['choosing', 'content', false]);
		expect(await store.readExam('course')).toBeUndefined();
	});
});

describe("an exam's clock", () => {
	it('hands in by itself at the deadline', async () => {
		const exam = await startExam(makeMemoryStore(), { minutes: 10 });
		now += 10 * MINUTE - 1;
		exam.tick();
		expect([exam.scene.kind, runOf(exam).minutesLeft]).toEqual(['running', 1]);
		now += 1;
		exam.tick();
		await vi.waitFor(() => sceneOf(exam, 'result'));
	});

	it('has handed in when the page is opened after the deadline', async () => {
		const store = makeMemoryStore();
		const first = runOf(await startExam(store, { minutes: 10 }));
		first.give(choice('key'));
		await first.flush();
		now += 60 * MINUTE;
		const exam = await openExam(store);
		expect(sceneOf(exam, 'result').result.score.rights).toBe(1);
	});

	it('warns at five minutes and at one, and not in between', async () => {
		const exam = await startExam(makeMemoryStore(), { minutes: 10 });
		const warnings: (number | undefined)[] = [];
		for (let minute = 0; minute < 10; minute += 1) {
			exam.tick();
			warnings.push(runOf(exam).warning);
			now += MINUTE;
		}
		expect(warnings).toEqual([...Array(5).fill(undefined), 5, 5, 5, 5, 1]);
	});

	it('is extended by five minutes, which ends a warning, and is so after a reload', async () => {
		const store = makeMemoryStore();
		const exam = await startExam(store, { minutes: 10 });
		now += 6 * MINUTE;
		exam.tick();
		expect(runOf(exam).warning).toBe(5);
		await runOf(exam).extend();
		expect([runOf(exam).minutesLeft, runOf(exam).warning]).toEqual([9, undefined]);
		expect(runOf(await openExam(store)).minutesLeft).toBe(9);
	});

	it('is switched off for good', async () => {
		const store = makeMemoryStore();
		const exam = await startExam(store, { minutes: 10 });
		await runOf(exam).switchClockOff();
		expect(runOf(exam).minutesLeft).toBeUndefined();
		now += 60 * MINUTE;
		exam.tick();
		expect(exam.scene.kind).toBe('running');
		expect(runOf(await openExam(store)).minutesLeft).toBeUndefined();
	});

	it('does not hand in what was extended in another tab', async () => {
		const store = makeMemoryStore();
		const exam = await startExam(store, { minutes: 10 });
		await runOf(await openExam(store)).extend();
		now += 10 * MINUTE;
		exam.tick();
		await vi.waitFor(() => expect(runOf(exam).minutesLeft).toBe(5));
		expect(await eventsIn(store, 'answered')).toEqual([]);
	});
});

describe('an exam in two tabs', () => {
	it('is one: the other follows to the question and to what is noted', async () => {
		const store = makeMemoryStore();
		const exam = await startExam(store);
		const other = await openExam(store);
		runOf(exam).give(choice('key'));
		await runOf(exam).go(3);
		await other.follow('course');
		expect([runOf(other).place, runOf(other).followed]).toEqual([3, true]);
		expect(runOf(other).standings[0]!.state).toBe('answered');
		await other.follow('another course');
		expect(runOf(other).place).toBe(3);
	});

	it('does not move a tab that has something unwritten', async () => {
		const store = makeMemoryStore();
		const exam = await startExam(store);
		const other = await openExam(store);
		await runOf(other).go(1);
		runOf(other).give({ kind: 'text', text: '42' });
		await runOf(exam).go(3);
		await other.follow('course');
		expect([runOf(other).place, runOf(other).answer]).toEqual([1, { kind: 'text', text: '42' }]);
		await runOf(other).flush();
	});

	it('begins once: a tab that was still choosing goes on with what the other has begun', async () => {
		const store = makeMemoryStore();
		const waiting = await openExam(store);
		const late = await openExam(store);
		const exam = await startExam(store);
		await waiting.follow('course');
		await late.start({ ...ALL, sections: ['gap'] });
		for (const each of [waiting, late]) expect(runOf(each).session.id).toBe(runOf(exam).session.id);
		expect(await eventsIn(store, 'session-started')).toHaveLength(1);
	});

	it('is handed in once, with what both have noted, and both show the same result', async () => {
		const store = makeMemoryStore();
		const exam = await startExam(store);
		const other = await openExam(store);
		const third = await openExam(store);
		runOf(exam).give(choice('key'));
		await runOf(other).go(3);
		runOf(other).give(choice('key'));
		await Promise.all([exam.handIn(), other.handIn()]);
		await third.follow('course');
		const answers: Answered[] = await eventsIn(store, 'answered');
		expect(answers.map(({ right }) => right)).toEqual([true, false, false, true, false]);
		const result = sceneOf(exam, 'result').result;
		for (const each of [other, third]) expect(sceneOf(each, 'result').result).toEqual(result);
	});
});
