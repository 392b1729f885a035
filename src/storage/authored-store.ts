/**
 * Courses that this device holds beside the built-in ones: made here, or received. A database of its own, so
 * that a learner who has none never opens it, and no mistake in it can touch the log of answers.
 */

import type { EditStep } from '#core/edit.ts';
import type { CourseEntry } from '#core/catalogue.ts';

export const AUTHORED_DATABASE_NAME = 'grasp-authored';

/** Where a course came from. */
export type CourseOrigin = 'made' | 'copied' | 'imported' | 'received';

export interface AuthoredCourse {
	/** Unlike that of any built-in course: ends in a part drawn by lot. */
	readonly id: string;
	readonly title: string;
	/** BCP 47 tag. */
	readonly language: string;
	readonly origin: CourseOrigin;
	/** Who says that it is theirs; of received courses, and not to be believed. */
	readonly from?: string;
	/** Counts up with each saving. */
	readonly revision: number;
	/** When it was saved last, in milliseconds of UTC. */
	readonly savedAt: number;
	/** What learners are shown; absent as long as something is wrong with it. */
	readonly entry?: CourseEntry;
}

export interface SavedCourse {
	readonly course: AuthoredCourse;
	/** Text by name: "course.yaml", "01-scale.yaml". All of them. */
	readonly files: ReadonlyMap<string, string>;
	/** JSON by address; what `entry` leads to. */
	readonly shelf: ReadonlyMap<string, string>;
}

/** A step of the author, and whether it did something new, took something back or did it again. */
export interface DraftStep extends EditStep {
	readonly way: 'do' | 'undo' | 'redo';
}

/** What a learner of a class has handed in, as it came. */
export interface KeptResult {
	/** Built in, or of this device. */
	readonly course: string;
	readonly id: string;
	/** JSON. */
	readonly value: unknown;
}

/** Every method may reject with a `StoreError`. */
export interface AuthoredStore {
	/** Sorted by title. */
	list(): Promise<readonly AuthoredCourse[]>;
	read(course: string): Promise<AuthoredCourse | undefined>;
	/** As they were saved; empty for a course that is not there. */
	readFiles(course: string): Promise<ReadonlyMap<string, string>>;
	/**
	 * In one transaction: what was there before is gone, the steps of the author too. With `after`, only if
	 * the course still has that revision (0: is not there): so two tabs cannot overwrite each other.
	 * False: nothing was written.
	 */
	save(saved: SavedCourse, after?: number): Promise<boolean>;
	/** What the author has done since the course was saved, in order. */
	readSteps(course: string): Promise<readonly DraftStep[]>;
	/** Puts the step at that place, counted from 0; the next to last may so be written anew while somebody types. */
	keepStep(course: string, index: number, step: DraftStep): Promise<void>;
	/** Forgets what was not saved. */
	dropSteps(course: string): Promise<void>;
	/** What learners read, by address. */
	readShelf(course: string, address: string): Promise<string | undefined>;
	/** The source's text, which stays on the device. */
	readArticle(course: string): Promise<string | undefined>;
	writeArticle(course: string, text: string): Promise<void>;
	/** What a class has handed in on that course. */
	listResults(course: string): Promise<readonly KeptResult[]>;
	/** Of all courses. */
	listAllResults(): Promise<readonly KeptResult[]>;
	/** All of them or none; one that is there already stays as it is. Returns the ids of those that were new. */
	addResults(results: readonly KeptResult[]): Promise<readonly string[]>;
	removeResult(course: string, id: string): Promise<void>;
	/** With all that belongs to it; what a class has handed in stays. */
	remove(course: string): Promise<void>;
	close(): void;
}
