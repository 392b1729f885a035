import type { CourseEntry, Lesson, SectionEntry } from '#core/catalogue.ts';
import { isFinished, type Session } from '#core/session.ts';
import type { LearnerStore } from '#storage/store.ts';
import type { Library } from './library.ts';

/** One section's lesson, and where to go from it. */
export class LessonPage {
	lesson = $state.raw<Lesson | undefined>();
	section = $state.raw<SectionEntry | undefined>();
	/** Not on the device and no network, or no such lesson. */
	isMissing = $state(false);
	#session = $state.raw<Session | undefined>();

	readonly #course: CourseEntry;
	readonly #library: Library;
	readonly #store: LearnerStore;

	constructor(
		course: CourseEntry,
		{ library, store }: { readonly library: Library; readonly store: LearnerStore }
	) {
		this.#course = course;
		this.#library = library;
		this.#store = store;
	}

	/** Without a section, the course's first one. */
	async read(sectionId: string | null): Promise<void> {
		this.isMissing = false;
		try {
			this.section = await this.#find(sectionId);
			this.lesson = this.section && (await this.#library.readLesson(this.section));
		} catch {
			// Told by the line below.
		}
		this.isMissing = this.lesson === undefined;
		// Without the store the lesson is still worth reading; the questions page says what is wrong.
		this.#session = await this.#store.readSession(this.#course.id).catch(() => undefined);
	}

	/** A session that is open on these questions goes on; one that has come to its end is not shown again. */
	queryFor(wish: Readonly<Record<string, string>>): string {
		const query = new URLSearchParams(wish);
		if (this.section) query.set('section', this.section.id);
		if (this.#session && isFinished(this.#session)) query.set('after', this.#session.id);
		return `?${query}`;
	}

	async #find(sectionId: string | null): Promise<SectionEntry | undefined> {
		if (sectionId === null || sectionId === this.#course.first.id) return this.#course.first;
		const { sections } = await this.#library.readIndex(this.#course);
		return sections.find(({ id }) => id === sectionId);
	}
}
