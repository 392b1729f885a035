import {
	applyStep,
	invertStep,
	joinTyping,
	setWithin,
	spliceAt,
	valueAt,
	type CourseFiles,
	type Edit,
	type EditPath,
	type EditStep
} from '#core/edit.ts';
import type { Issue } from '#core/issue.ts';
import type { AuthoredCourse, AuthoredStore, DraftStep } from '#storage/authored-store.ts';
import { Attempts } from '../attempts.svelte.ts';
import { readTexts, writeTexts } from './course-texts.ts';
import { keepCourse } from './keep-course.ts';

/** A course as its author changes it: every keystroke is on disk, can be taken back, and is not yet an edition. */
export class Workshop {
	course = $state.raw<AuthoredCourse | undefined>();
	files = $state.raw<CourseFiles>({});
	/** No such course on this device. */
	isMissing = $state(false);
	/** Of the edition saved last. */
	issues = $state.raw<readonly Issue[]>([]);
	/** Another tab has saved in the meantime: what was written here is kept as a draft, and cannot be saved over it. */
	isOvertaken = $state(false);
	readonly attempts = new Attempts();

	readonly #store: AuthoredStore;
	#texts: ReadonlyMap<string, string> = new Map();
	#done = $state.raw<readonly EditStep[]>([]);
	#undone = $state.raw<readonly EditStep[]>([]);
	/** Steps on disk. */
	#logged = 0;
	/** The last step on disk is the last of `#done`: typing that goes on may take its place. */
	#isLastDone = false;
	/** One write after the other. */
	#writing: Promise<unknown> = Promise.resolve();

	constructor(store: AuthoredStore) {
		this.#store = store;
	}

	get canUndo(): boolean {
		return this.#done.length > 0;
	}

	get canRedo(): boolean {
		return this.#undone.length > 0;
	}

	/** Whether there is something that is not saved. */
	get isChanged(): boolean {
		return this.#done.length + this.#undone.length > 0;
	}

	async open(id: string): Promise<void> {
		await this.attempts.try(
			async () => {
				this.course = await this.#store.read(id);
				this.isMissing = this.course === undefined;
				this.#texts = await this.#store.readFiles(id);
				this.files = readTexts(this.#texts);
				this.#replay(await this.#store.readSteps(id));
			},
			() => this.open(id)
		);
	}

	#replay(steps: readonly DraftStep[]): void {
		for (const { way, ...step } of steps) {
			if (way === 'do') this.#apply(step);
			else if (way === 'undo') this.#takeBack();
			else this.#doAgain();
		}
		this.#logged = steps.length;
		this.#isLastDone = false;
	}

	/** At one go, and taken back at one go. */
	change(...edits: readonly Edit[]): void {
		this.#do({ edits });
	}

	/** One value in the place of another; `typing` names the field, so that a word is one step and not five. */
	set(file: string, path: EditPath, value: unknown, typing?: string): void {
		if (Object.is(valueAt(this.files, file, path), value)) return;
		this.#do({ edits: [setWithin(this.files, file, path, value)], ...(typing !== undefined && { typing }) });
	}

	insert(file: string, path: EditPath, index: number, value: unknown): void {
		this.#do({ edits: [spliceAt(this.files, { file, path, index }, value)] });
	}

	remove(file: string, path: EditPath, index: number): void {
		this.#do({ edits: [spliceAt(this.files, { file, path, index, remove: 1 })] });
	}

	/** To the place of its neighbour. */
	move(file: string, path: EditPath, index: number, by: 1 | -1): void {
		const list = valueAt(this.files, file, path) as readonly unknown[];
		const at = Math.min(index, index + by);
		if (at < 0 || at + 1 >= list.length) return;
		this.#do({ edits: [spliceAt(this.files, { file, path, index: at, remove: 2 }, list[at + 1], list[at])] });
	}

	undo(): void {
		const step = this.#done.at(-1);
		if (step === undefined) return;
		this.#takeBack();
		this.#log({ ...step, way: 'undo' }, false);
	}

	redo(): void {
		const step = this.#undone.at(-1);
		if (step === undefined) return;
		this.#doAgain();
		this.#log({ ...step, way: 'redo' }, false);
	}

	#do(step: EditStep): void {
		const joined = this.#isLastDone ? joinTyping(this.#done.at(-1), step) : undefined;
		this.files = applyStep(this.files, step);
		this.#done = joined ? [...this.#done.slice(0, -1), joined] : [...this.#done, step];
		this.#undone = [];
		this.#log({ ...(joined ?? step), way: 'do' }, joined !== undefined);
		this.#isLastDone = true;
	}

	#apply(step: EditStep): void {
		this.files = applyStep(this.files, step);
		this.#done = [...this.#done, step];
		this.#undone = [];
	}

	#takeBack(): void {
		const step = this.#done.at(-1);
		if (step === undefined) return;
		this.files = applyStep(this.files, invertStep(step));
		this.#done = this.#done.slice(0, -1);
		this.#undone = [...this.#undone, step];
	}

	#doAgain(): void {
		const step = this.#undone.at(-1);
		if (step === undefined) return;
		this.files = applyStep(this.files, step);
		this.#undone = this.#undone.slice(0, -1);
		this.#done = [...this.#done, step];
	}

	#log(step: DraftStep, inPlace: boolean): void {
		const id = this.course!.id;
		const index = inPlace ? this.#logged - 1 : this.#logged++;
		this.#isLastDone = false;
		const write = (): Promise<boolean> =>
			this.attempts.try(
				() => this.#store.keepStep(id, index, step),
				() => write()
			);
		this.#writing = this.#writing.then(write);
	}

	/** Makes an edition of what stands here. */
	async save(nowMillis: number): Promise<void> {
		await this.#writing;
		await this.attempts.try(
			async () => {
				const { id, origin, from, revision } = this.course!;
				const files = writeTexts(this.files, this.#texts);
				const wanted = { id, files, origin, after: revision, ...(from !== undefined && { from }) };
				const { isKept, course, issues } = await keepCourse(this.#store, wanted, nowMillis);
				this.isOvertaken = !isKept;
				if (!isKept) return;
				this.course = course;
				this.issues = issues;
				this.#texts = files;
				this.files = readTexts(files);
				[this.#done, this.#undone, this.#logged, this.#isLastDone] = [[], [], 0, false];
			},
			() => this.save(nowMillis)
		);
	}
}
