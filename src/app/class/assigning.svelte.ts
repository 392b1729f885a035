import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import type { Assignment } from '#core/class/assignment.ts';
import type { Question } from '#core/question.ts';
import { Attempts } from '../attempts.svelte.ts';
import type { Library } from '../library.ts';
import { handOut, type HandedOut } from './hand-out.ts';

interface AssigningParts {
	readonly library: Library;
	/** Rejects with a `StoreError`. */
	readonly listCourses: () => Promise<readonly CourseEntry[]>;
}

/** The instructor's side: which courses there are to set an assignment on, and what they consist of. */
export class Assigning {
	courses = $state.raw<readonly CourseEntry[]>([]);
	course = $state.raw<CourseEntry>();
	sections = $state.raw<readonly SectionEntry[]>([]);
	/** What may be chosen one by one; read when somebody wants to. */
	questions = $state.raw<ReadonlyMap<string, readonly Question[]>>(new Map());
	readonly attempts = new Attempts();
	readonly #parts: AssigningParts;

	constructor(parts: AssigningParts) {
		this.#parts = parts;
	}

	async open(wanted?: string): Promise<void> {
		await this.attempts.try(
			async () => {
				this.courses = await this.#parts.listCourses();
				const course = this.courses.find(({ id }) => id === wanted) ?? this.courses[0];
				if (course === undefined) return;
				const { sections } = await this.#parts.library.readIndex(course);
				[this.course, this.sections, this.questions] = [course, sections, new Map()];
			},
			() => this.open(wanted)
		);
	}

	async readQuestions(): Promise<void> {
		const { library } = this.#parts;
		await this.attempts.try(
			async () => {
				const read = await Promise.all(this.sections.map((entry) => library.readWholeSection(entry)));
				this.questions = new Map(read.map(({ id, questions }) => [id, questions]));
			},
			() => this.readQuestions()
		);
	}
}

/** `site`: where it stands, "https://example.org/grasp". */
export function handOutAssignment(assignment: Assignment, site: string): HandedOut {
	return handOut('assignment', assignment, `${site}/assignment`, assignment.title);
}

/** Drawn by lot. */
export function makeAssignmentId(): string {
	return [...crypto.getRandomValues(new Uint8Array(6))]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('');
}
