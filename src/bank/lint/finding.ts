/** What the lint looks at, and what it finds. */

import type { FilePlace, Issue } from '#core/issue.ts';
import type { Claim, Course, Question, Section } from '#core/question.ts';
import type { Path } from '../draft.ts';
import type { Guideline } from './guidelines.ts';
import type { Words } from './words.ts';

export type Severity = 'error' | 'warning';

/** Where a flaw is, before anybody knows the line. */
export interface Spot {
	/** Absent for the course's own language. */
	readonly language?: string;
	/** Id of the section; absent for the course file. */
	readonly section?: string;
	/** In the file of that section and language: a translation is keyed by ids. */
	readonly path: Path;
}

export type LocateSpot = (spot: Spot) => FilePlace;

/** A flaw of writing, not of form: the course works, and yet measures worse or teaches less. */
export interface Finding extends Issue {
	readonly severity: Severity;
	/** As a waiver names it. */
	readonly rule: string;
	readonly guideline: Guideline;
	/** What the author can do. */
	readonly mend: string;
	readonly spot: Spot;
}

/** What a rule returns: `message` says what was found. */
export interface Flaw {
	readonly path: Path;
	readonly message: string;
}

export interface CourseFlaw extends Flaw {
	/** Id of the section; absent for the course file. */
	readonly section?: string;
}

/** A question in one language. `path` of its flaws begins at the question. */
export interface Subject {
	readonly question: Question;
	/** Absent where the course does not hold it. */
	readonly claim?: Claim | undefined;
	/** Absent for a language of which nothing is known. */
	readonly words?: Words | undefined;
	/** Author and publisher: to name them is to say whose a judgement is. */
	readonly voices: readonly string[];
}

/** A subject of a language that is known. */
export type WordedSubject = Subject & { readonly words: Words };

/** The course in one language. */
export interface Edition {
	readonly course: Course & { readonly sections: readonly Section[] };
	readonly language?: string;
	readonly words?: Words | undefined;
}

interface RuleBase {
	readonly name: string;
	readonly severity: Severity;
	readonly guideline: Guideline;
	readonly mend: string;
}

/** `words` rules are left out for languages of which nothing is known. */
export type QuestionRule = RuleBase &
	(
		| { readonly needs: 'structure'; readonly find: (subject: Subject) => readonly Flaw[] }
		| { readonly needs: 'words'; readonly find: (subject: WordedSubject) => readonly Flaw[] }
	);

/** `each` language has its own wording; ids, levels and keys are the same in all. */
export type CourseRule = RuleBase & {
	readonly editions: 'each' | 'original';
	readonly find: (edition: Edition) => readonly CourseFlaw[];
};
