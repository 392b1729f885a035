import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import { readAssignment, type Assignment } from '#core/class/assignment.ts';
import { drawPaper, listPaper } from '#core/draw-paper.ts';
import { isHandedIn } from '#core/exam.ts';
import { seedOf } from '#core/shuffle.ts';
import { parseParcel } from '#formats/parcel.ts';
import type { LearnerStore } from '#storage/store.ts';
import { Attempts } from '../attempts.svelte.ts';
import { makeExamStart } from '../exam-events.ts';
import { ExamSource } from '../exam-source.ts';
import { readyBySetting } from '../learner-plan.ts';
import { LibraryError, type Library } from '../library.ts';
import type { Stamper } from '../stamper.ts';
import type { Tabs } from '../tabs.ts';

export type AssignmentScene =
	| { readonly kind: 'opening' }
	/** `message` where the text itself says what is wrong with it. */
	| { readonly kind: 'refused'; readonly message?: string | undefined }
	| {
			readonly kind: 'shown';
			readonly assignment: Assignment;
			/** Absent where it is not on this device. */
			readonly course?: CourseEntry | undefined;
			/** Those to be learnt or asked, as far as the course has them. */
			readonly sections: readonly SectionEntry[];
			/** Another exam of the course is to be handed in first. */
			readonly isExamOpen: boolean;
	  };

interface AssignmentParts {
	readonly store: LearnerStore;
	readonly library: Library;
	readonly stamper: Stamper;
	readonly tabs: Tabs;
	readonly findCourse: (id: string) => Promise<CourseEntry | undefined>;
	/** All that was asked is kept. `first` of its sections, in the course's order. */
	readonly onbegun: (assignment: Assignment, first: string) => void;
}

/** The learner's side: what is asked is shown first; only "begin" changes anything. */
export class AssignmentPage {
	scene = $state.raw<AssignmentScene>({ kind: 'opening' });
	busy = $state(false);
	readonly attempts = new Attempts();
	readonly #parts: AssignmentParts;

	constructor(parts: AssignmentParts) {
		this.#parts = parts;
	}

	/** @param text of the link */
	async open(text: string): Promise<void> {
		const parcel = parseParcel(text);
		const assignment = parcel.kind === 'assignment' ? readAssignment(parcel.value) : undefined;
		if (assignment === undefined) this.scene = { kind: 'refused', message: parcel.note?.message };
		else
			await this.attempts.try(
				() => this.#show(assignment),
				() => this.open(text)
			);
	}

	/** Writes what the assignment asks for, unless an exam is open. */
	async begin(): Promise<void> {
		if (this.busy || this.scene.kind !== 'shown') return;
		const { assignment, course, sections } = this.scene;
		if (course === undefined) return;
		this.busy = true;
		await this.attempts.try(
			() => this.#begin(assignment, course, sections),
			() => this.begin()
		);
		this.busy = false;
	}

	async #show(assignment: Assignment): Promise<void> {
		const { store, library, findCourse } = this.#parts;
		const course = await findCourse(assignment.course);
		const all = course === undefined ? [] : (await library.readIndex(course)).sections;
		const exam = course && assignment.task === 'exam' ? await store.readExam(course.id) : undefined;
		this.scene = {
			...{ kind: 'shown', assignment, course },
			sections: all.filter(({ id }) => assignment.sections.includes(id)),
			isExamOpen: exam !== undefined && !isHandedIn(exam)
		};
	}

	async #begin(assignment: Assignment, course: CourseEntry, [first]: readonly SectionEntry[]): Promise<void> {
		if (first === undefined) throw new LibraryError(course.id);
		const { store, onbegun } = this.#parts;
		if (assignment.task === 'exam' && !(await this.#beginExam(assignment, course)))
			return this.#show(assignment);
		const { readyBy } = assignment;
		if (readyBy !== undefined) await store.writeSetting(readyBySetting(course.id), readyBy);
		onbegun(assignment, first.id);
	}

	/** False: in the meantime one was begun in another tab. */
	async #beginExam(assignment: Assignment, course: CourseEntry): Promise<boolean> {
		const { store, library, stamper, tabs } = this.#parts;
		const sections = await new ExamSource(course, library).readSections(assignment.sections);
		const questions = assignment.questions
			? listPaper(sections, assignment.questions)
			: drawPaper(sections, assignment.length, seedOf(assignment.id));
		if (questions.length === 0) throw new LibraryError(course.id);
		const standing = await store.readExam(course.id);
		if (standing && !isHandedIn(standing)) return false;
		const id = stamper.makeSessionId();
		await store.append([makeExamStart(id, course, questions, assignment.minutes, stamper)]);
		tabs.tell(course.id);
		return true;
	}
}
