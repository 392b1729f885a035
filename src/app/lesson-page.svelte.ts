import type { CourseEntry, Lesson, SectionEntry } from '#core/catalogue.ts';
import type { Library } from './library.ts';

/** One section's lesson, and where to go from it. */
export class LessonPage {
	lesson = $state.raw<Lesson | undefined>();
	section = $state.raw<SectionEntry | undefined>();
	/** Not on the device and no network, or no such lesson. */
	isMissing = $state(false);

	readonly #course: CourseEntry;
	readonly #library: Library;

	constructor(course: CourseEntry, { library }: { readonly library: Library }) {
		this.#course = course;
		this.#library = library;
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
	}

	async #find(sectionId: string | null): Promise<SectionEntry | undefined> {
		if (sectionId === null || sectionId === this.#course.first.id) return this.#course.first;
		const { sections } = await this.#library.readIndex(this.#course);
		return sections.find(({ id }) => id === sectionId);
	}
}
