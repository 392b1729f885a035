import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import { answersGiven, isFinished, type Session } from '#core/session.ts';
import type { Progress } from '#core/totals.ts';
import type { LearnerStore } from '#storage/store.ts';
import type { Library } from './library.ts';

/** The sections of one course, and how far the learner is with each. */
export class CoursePage {
	sections = $state.raw<readonly SectionEntry[]>([]);
	/** The list could not be had: no network, and not on the device yet. */
	isMissing = $state(false);
	#progress = $state.raw<ReadonlyMap<string, Progress>>(new Map());
	#session = $state.raw<Session | undefined>();

	readonly course: CourseEntry;
	readonly #library: Library;
	readonly #store: LearnerStore;

	constructor(
		course: CourseEntry,
		{ library, store }: { readonly library: Library; readonly store: LearnerStore }
	) {
		this.course = course;
		this.#library = library;
		this.#store = store;
	}

	async read(): Promise<void> {
		this.isMissing = false;
		try {
			this.sections = (await this.#library.readIndex(this.course)).sections;
		} catch {
			this.isMissing = true;
			return;
		}
		// Without the store the sections are still worth showing; the questions page says what is wrong.
		const [progress, session] = await Promise.all([
			this.#store.readProgress(this.course.id),
			this.#store.readSession(this.course.id)
		]).catch(() => [new Map<string, Progress>(), undefined] as const);
		this.#progress = progress;
		this.#session = session;
	}

	progressOf(section: string): Progress | undefined {
		return this.#progress.get(section);
	}

	/** Goes on with a session that is open on this section; otherwise begins a new one. */
	queryFor(section: string): string {
		const session = this.#session;
		const isOpen = session && !session.closed && !isFinished(session) && answersGiven(session) > 0;
		const isHere = isOpen && session.questions.every((question) => question.section === section);
		const query = new URLSearchParams({ section });
		if (session && !isHere) query.set('after', session.id);
		return `?${query}`;
	}
}
