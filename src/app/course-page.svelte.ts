import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import type { Day } from '#core/day.ts';
import { answersGiven, isFinished, type Session } from '#core/session.ts';
import type { Progress } from '#core/totals.ts';
import { StoreError, type LearnerStore } from '#storage/store.ts';
import type { Foresight } from './foresight.ts';
import { LibraryError, type Library } from './library.ts';
import { PracticeChoice } from './practice-choice.svelte.ts';
import type { Stamper } from './stamper.ts';

interface CoursePageParts {
	readonly library: Library;
	readonly store: LearnerStore;
	readonly stamper: Stamper;
}

/** The sections of one course, how far the learner is with each, and all the ways to study it. */
export class CoursePage {
	sections = $state.raw<readonly SectionEntry[]>([]);
	/** The list could not be had: no network, and not on the device yet. */
	isMissing = $state(false);
	/** Whether some claim was wrong the last time. */
	hasMistakes = $state(false);
	/** On the day to be ready by. */
	foreseen = $state.raw<Foresight | undefined>();
	readonly practice: PracticeChoice;
	#progress = $state.raw<ReadonlyMap<string, Progress>>(new Map());
	#session = $state.raw<Session | undefined>();

	readonly course: CourseEntry;
	readonly #parts: CoursePageParts;

	constructor(course: CourseEntry, parts: CoursePageParts) {
		this.course = course;
		this.#parts = parts;
		this.practice = new PracticeChoice(course, parts);
	}

	async read(): Promise<void> {
		const { library, store } = this.#parts;
		this.isMissing = false;
		try {
			this.sections = (await library.readIndex(this.course)).sections;
		} catch {
			this.isMissing = true;
			return;
		}
		// Without the store the sections are still worth showing; the questions page says what is wrong.
		const [progress, session, missed] = await Promise.all([
			store.readProgress(this.course.id),
			store.readSession(this.course.id),
			store.readMissed(this.course.id, 1)
		]).catch(() => [new Map<string, Progress>(), undefined, []] as const);
		this.#progress = progress;
		this.#session = session;
		this.hasMistakes = missed.length > 0;
	}

	/** A moment after the rest: it reads all the course's cards. */
	async foresee(day: Day | undefined): Promise<void> {
		this.foreseen = undefined;
		if (day === undefined) return;
		try {
			const { foresee } = await import('./foresight.ts');
			const now = this.#parts.stamper.stamp();
			this.foreseen = await foresee({ ...this.#parts, course: this.course, now }, day);
		} catch (error) {
			// Not foreseen; the day itself is kept all the same.
			if (!(error instanceof StoreError || error instanceof LibraryError)) throw error;
		}
	}

	progressOf(section: string): Progress | undefined {
		return this.#progress.get(section);
	}

	get hasBegun(): boolean {
		return this.#progress.size > 0;
	}

	/** Goes on with a session that is open on this section; otherwise begins a new one. */
	queryFor(section: string): string {
		const session = this.#session;
		const isOpen = session && !session.closed && !isFinished(session) && answersGiven(session) > 0;
		const isLearning = isOpen && (session.mode === 'learn' || session.mode === 'again');
		const isHere = isLearning && session.questions.every((question) => question.section === section);
		const query = new URLSearchParams({ section });
		return isHere ? `?${query}` : this.queryAnew(query);
	}

	/** Begins a new session, whatever is open. */
	queryAnew(wish: URLSearchParams | Readonly<Record<string, string>>): string {
		const query = new URLSearchParams(wish as URLSearchParams);
		if (this.#session) query.set('after', this.#session.id);
		return `?${query}`;
	}
}
