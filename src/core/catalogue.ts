import type { Claim, Course } from './question.ts';

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
	/** The same course in other languages, by BCP 47 tag. */
	readonly translations: Readonly<Record<string, CourseEntry>>;
}

/** One file a course. */
export interface CourseIndex {
	readonly sections: readonly SectionEntry[];
}

export interface SectionEntry {
	readonly id: string;
	readonly title: string;
	/** Claims that have a question. */
	readonly claims: number;
	readonly questions: number;
	/** Address of the section's file: JSON of a `Section`, below the site's base. */
	readonly file: string;
	/** Address of the lesson's file: JSON of a `Lesson`. Absent where there is none. */
	readonly lesson?: string;
}

/** What a learner reads before the questions. */
export interface Lesson {
	readonly paragraphs: readonly string[];
	readonly claims: readonly Claim[];
}

/** The name under which a course as a whole stands among its sections. */
export const WHOLE_COURSE = '';
