import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import type { Claim, Question, Section } from '#core/question.ts';
import type { Session } from '#core/session.ts';
import { screenOrder, seedOf } from '#core/shuffle.ts';
import type { Library } from './library.ts';

/** One position of a paper, as it is shown. */
export interface Sheet {
	/** In the session; from 0. */
	readonly position: number;
	readonly section: string;
	readonly question: Question;
	readonly claim: Claim;
	/** Option ids as they stand on the screen; a reload moves none. */
	readonly order: readonly string[];
}

/** Where an exam's questions come from: whole sections, for any of their questions may be drawn. */
export class ExamSource {
	readonly #course: CourseEntry;
	readonly #library: Library;

	constructor(course: CourseEntry, library: Library) {
		this.#course = course;
		this.#library = library;
	}

	async readEntries(): Promise<readonly SectionEntry[]> {
		return (await this.#library.readIndex(this.#course)).sections;
	}

	/** In the course's order. */
	async readSections(ids: readonly string[]): Promise<readonly Section[]> {
		const entries = (await this.readEntries()).filter(({ id }) => ids.includes(id));
		return Promise.all(entries.map((entry) => this.#library.readWholeSection(entry)));
	}

	/** Without those positions whose question the course has lost since the exam was begun. */
	async lay({ id, questions }: Session): Promise<readonly Sheet[]> {
		const sections = await this.readSections([...new Set(questions.map(({ section }) => section))]);
		return questions.flatMap((ref, position) => {
			const section = sections.find((each) => each.id === ref.section);
			const question = section?.questions.find((each) => each.id === ref.question);
			const claim = section?.claims.find((each) => each.id === question?.claim);
			if (question === undefined || claim === undefined) return [];
			const order = screenOrder(question, seedOf(`${id}/${position}/${question.id}`));
			return [{ position, section: ref.section, question, claim, order }];
		});
	}
}
