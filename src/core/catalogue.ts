import type { Claim, Course, Question } from './question.ts';

/**
 * What the app holds of every course before anything is fetched: enough for the first screen and for a
 * newcomer's first section, at any size of the bank. Made by the build.
 */
export interface CourseEntry extends Course {
	readonly claims: number;
	readonly questions: number;
	readonly sections: number;
	/** Address of the `CourseIndex`, below the site's base. */
	readonly index: string;
	/** The section that a newcomer begins with. */
	readonly first: SectionEntry;
	/** Addresses of the same course in other languages, by BCP 47 tag: JSON of a `CourseEntry`. */
	readonly translations: Readonly<Record<string, string>>;
}

/** One file a course. */
export interface CourseIndex {
	readonly sections: readonly SectionEntry[];
	/** Addresses of what the search finds, made by the build: JSON of a `SearchPart` each. */
	readonly search?: readonly string[];
}

export interface SectionEntry {
	readonly id: string;
	readonly title: string;
	/** Claims that have a question. */
	readonly claims: number;
	readonly questions: number;
	/**
	 * Address of the section's file, below the site's base: JSON of a `Section` with the questions of a
	 * newcomer's first session. All of them, where there is no `rest`.
	 */
	readonly file: string;
	/** Address of the other questions: JSON of a `SectionRest`. */
	readonly rest?: string;
	/** Address of the lesson's file: JSON of a `Lesson`. Absent where there is none. */
	readonly lesson?: string;
}

/** What a newcomer's first session does not ask. */
export interface SectionRest {
	readonly questions: readonly Question[];
	/** Ids of all the section's questions, as they were written. */
	readonly order: readonly string[];
}

/** What a learner reads before the questions. */
export interface Lesson {
	readonly paragraphs: readonly string[];
	readonly claims: readonly Claim[];
}

/** A part of what the search finds, as large as one likes to read at a stretch. Holds no key of any question. */
export interface SearchPart {
	readonly sections: readonly SearchSection[];
}

/** Of a section, or of a piece of a large one. */
export interface SearchSection {
	readonly id: string;
	readonly title: string;
	/** The lesson's paragraphs, without their links; they come with the first piece. */
	readonly passages: readonly string[];
	readonly claims: readonly (readonly [id: string, text: string])[];
	readonly questions: readonly (readonly [claim: string, prompt: string])[];
}

/** The name under which a course as a whole stands among its sections. */
export const WHOLE_COURSE = '';
