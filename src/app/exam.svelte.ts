import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import { drawPaper } from '#core/draw-paper.ts';
import { isHandedIn, isPast } from '#core/exam.ts';
import type { Session } from '#core/session.ts';
import { seedOf } from '#core/shuffle.ts';
import type { LearnerStore } from '#storage/store.ts';
import { Attempts } from './attempts.svelte.ts';
import { makeExamStart, makeHandIn } from './exam-events.ts';
import { readResult, type ExamResult } from './exam-result.ts';
import { ExamRun } from './exam-run.svelte.ts';
import { ExamSource, type Sheet } from './exam-source.ts';
import { LibraryError, type Library } from './library.ts';
import type { Trouble } from './scene.ts';
import type { Stamper } from './stamper.ts';
import type { Tabs } from './tabs.ts';

/** What is on the screen. */
export type ExamScene =
	| { readonly kind: 'opening' }
	| {
			readonly kind: 'choosing';
			readonly sections: readonly SectionEntry[];
			/** The result that the learner has come from. */
			readonly last: ExamResult | undefined;
	  }
	| { readonly kind: 'running'; readonly run: ExamRun }
	| { readonly kind: 'result'; readonly result: ExamResult };

export interface ExamParts {
	readonly store: LearnerStore;
	readonly library: Library;
	readonly stamper: Stamper;
	readonly tabs: Tabs;
	readonly now?: () => number;
}

/** What a learner wishes for, before the paper is drawn. */
export interface ExamChoice {
	readonly length: number;
	readonly sections: readonly string[];
	/** Without it there is no clock. */
	readonly minutes: number | undefined;
}

/**
 * An exam as it is lived: chosen, taken without feedback, handed in. Each change is on disk before it
 * counts as kept, and the clock is a moment that is stored, so that closing the page stops nothing and
 * loses nothing.
 */
export class Exam {
	readonly course: CourseEntry;
	scene = $state.raw<ExamScene>({ kind: 'opening' });
	/** Begins or hands in. */
	busy = $state(false);

	readonly #parts: ExamParts & { readonly now: () => number };
	readonly #attempts = new Attempts();
	readonly #source: ExamSource;

	constructor(course: CourseEntry, parts: ExamParts) {
		this.course = course;
		const { store, library, stamper, tabs, now = Date.now } = parts;
		this.#parts = { store, library, stamper, tabs, now };
		this.#source = new ExamSource(course, library);
	}

	/** What could not be kept, or not be had. Fields hold what was given all the same. */
	get failure(): Trouble | undefined {
		return this.#attempts.failure;
	}

	async retry(): Promise<void> {
		await this.#attempts.retry();
	}

	/** Goes on with the exam that is open, or shows the one handed in last, or asks for a choice. */
	async open(): Promise<void> {
		await this.#attempts.try(
			async () => {
				const session = await this.#parts.store.readExam(this.course.id);
				if (session === undefined) await this.#showChoice();
				else await this.#adopt(session);
			},
			() => this.open()
		);
	}

	/** From the result to the form for another exam. */
	async choose(): Promise<void> {
		await this.#attempts.try(
			() => this.#showChoice(),
			() => this.choose()
		);
	}

	/** Back to the result. */
	leaveChoice(): void {
		const last = this.scene.kind === 'choosing' ? this.scene.last : undefined;
		if (last) this.scene = { kind: 'result', result: last };
	}

	async start(choice: ExamChoice): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		await this.#attempts.try(
			async () => this.#adopt(await this.#begin(choice)),
			() => this.start(choice)
		);
		this.busy = false;
	}

	/** For good: the result comes in its place. */
	async handIn(): Promise<void> {
		if (this.scene.kind === 'running') await this.#handIn(this.scene.run, 'learner');
	}

	/** Reads the clock. Must be called about once a second; later does no harm. */
	tick(): void {
		if (this.scene.kind !== 'running') return;
		const { run } = this.scene;
		run.readClock();
		// After a failure the learner says when to try again.
		if (run.isOver && this.failure === undefined) void this.#handIn(run, 'clock');
	}

	/** The page is about to be hidden, and may never be seen again. */
	pause(): void {
		if (this.scene.kind === 'running') this.scene.run.pause();
	}

	resume(): void {
		if (this.scene.kind !== 'running') return;
		this.scene.run.resume();
		this.tick();
	}

	/** Another tab has written: go on from where it is. A result stays, to be read to its end. */
	async follow(course: string): Promise<void> {
		if (course !== this.course.id || this.busy) return;
		const { scene } = this;
		if (scene.kind !== 'running' && scene.kind !== 'choosing') return;
		const session = await this.#parts.store.readExam(course).catch(() => undefined);
		// Something else has come up in the meantime; or nothing is new.
		if (session === undefined || this.scene !== scene || this.busy) return;
		const run = scene.kind === 'running' ? scene.run : undefined;
		if (run?.session.id === session.id && !isHandedIn(session)) run.catchUp(session);
		else if (run !== undefined || !isHandedIn(session)) {
			await this.#attempts.try(
				() => this.#adopt(session),
				() => this.open()
			);
		}
	}

	/** Writes the beginning of an exam, and gives it back as it is kept. */
	async #begin({ length, sections, minutes }: ExamChoice): Promise<Session> {
		const { store, stamper, tabs } = this.#parts;
		const standing = await store.readExam(this.course.id);
		// Begun in another tab: that one goes on, unless the course has lost all of it.
		if (standing && !isHandedIn(standing) && (await this.#source.lay(standing)).length > 0) return standing;
		const id = stamper.makeSessionId();
		const questions = drawPaper(await this.#source.readSections(sections), length, seedOf(id));
		if (questions.length === 0) throw new LibraryError(this.course.id);
		await store.append([makeExamStart(id, this.course, questions, minutes, stamper)]);
		tabs.tell(this.course.id);
		return (await store.readExam(this.course.id))!;
	}

	async #handIn(run: ExamRun, by: 'learner' | 'clock'): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		await this.#attempts.try(
			async () => {
				await run.settle();
				// What other tabs have noted, and what they have done to the clock, counts as well.
				const session = (await this.#parts.store.readExam(this.course.id))!;
				const isSame = session.id === run.session.id;
				if (!isSame) await this.#adopt(session);
				else if (by === 'clock' && !isPast(session.deadlineAt, this.#parts.now())) run.catchUp(session);
				else await this.#finish(session, run.sheets);
			},
			() => this.#handIn(run, by)
		);
		this.busy = false;
	}

	async #finish(session: Session, sheets: readonly Sheet[]): Promise<void> {
		const { store, stamper, tabs } = this.#parts;
		if (!isHandedIn(session)) {
			// Refused only where another tab was first: what it has made of the exam is shown then.
			await store.append(makeHandIn(session, sheets, stamper));
			tabs.tell(this.course.id);
		}
		const kept = (await store.readExam(this.course.id))!;
		if (kept.id === session.id) await this.#showResult(kept, sheets);
		else await this.#adopt(kept);
	}

	async #adopt(session: Session): Promise<void> {
		const sheets = await this.#source.lay(session);
		if (isHandedIn(session)) return this.#showResult(session, sheets);
		if (sheets.length === 0) return this.#showChoice();
		const parts = { ...this.#parts, attempts: this.#attempts };
		const run = new ExamRun(session, sheets, parts);
		// Ended while nobody was here: the paper is not shown again.
		if (run.isOver) return this.#finish(session, sheets);
		run.resume();
		run.readClock();
		this.scene = { kind: 'running', run };
	}

	async #showChoice(): Promise<void> {
		const last = this.scene.kind === 'result' ? this.scene.result : undefined;
		this.scene = { kind: 'choosing', sections: await this.#source.readEntries(), last };
	}

	async #showResult(session: Session, sheets: readonly Sheet[]): Promise<void> {
		const sections = await this.#source.readEntries();
		this.scene = { kind: 'result', result: await readResult(session, sheets, sections, this.#parts.store) };
	}
}
