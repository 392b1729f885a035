import type { ExchangeLoss, MadeFile } from '#core/exchange.ts';
import { COURSE_FILE_TYPE, COURSE_FILE_EXTENSION, makeCourseFile } from '#formats/course-file.ts';
import { makeForeign, WRITABLE, type ForeignFormat } from '#formats/readers.ts';
import type { AuthoredCourse } from '#storage/authored-store.ts';
import type { CourseEntry } from '#core/catalogue.ts';
import { Attempts } from '../attempts.svelte.ts';
import type { Library } from '../library.ts';
import { copyCourse } from './copy-course.ts';
import { readCourseFiles } from './compile-course.ts';
import { makeNative } from '#formats/native-writer.ts';
import { folderOf, keepCourse, makeCourseId } from './keep-course.ts';
import { makeNewCourse, type NewCourse } from './new-parts.ts';
import { authoredStore, hasOwnCourses } from './own-courses.ts';

/** What a course can be taken to. */
export const TAKEN_OUT_AS = ['grasp', ...WRITABLE] as const;
export type TakenOutAs = 'grasp' | ForeignFormat;

export interface TakenOut {
	readonly file: File;
	readonly losses: readonly ExchangeLoss[];
}

/** The courses that were made or received on this device. */
export class AuthorShelf {
	courses = $state.raw<readonly AuthoredCourse[] | undefined>();
	readonly attempts = new Attempts();

	async read(): Promise<void> {
		await this.attempts.try(
			async () => (this.courses = (await hasOwnCourses()) ? await authoredStore().list() : []),
			() => this.read()
		);
	}

	/** @returns its id; `undefined` where it could not be kept */
	async begin(wished: NewCourse): Promise<string | undefined> {
		const id = makeCourseId(wished.title, (length) => crypto.getRandomValues(new Uint8Array(length)));
		const files = new Map(
			Object.entries(makeNewCourse(wished)).map(([name, value]) => [name, makeNative(value)])
		);
		const isKept = await this.attempts.try(
			() => keepCourse(authoredStore(), { id, files, origin: 'made', after: 0 }, Date.now()),
			() => this.begin(wished)
		);
		return isKept ? id : undefined;
	}

	/** A course that everybody has, as one's own. @returns its id */
	async copy(entry: CourseEntry, library: Library, base: string): Promise<string | undefined> {
		const id = makeCourseId(entry.title, (length) => crypto.getRandomValues(new Uint8Array(length)));
		const isKept = await this.attempts.try(
			async () => {
				const files = await copyCourse(entry, library, base);
				await keepCourse(authoredStore(), { id, files, origin: 'copied', after: 0 }, Date.now());
			},
			() => this.copy(entry, library, base)
		);
		return isKept ? id : undefined;
	}

	async remove(course: string): Promise<void> {
		await this.attempts.try(
			async () => {
				await authoredStore().remove(course);
				this.courses = await authoredStore().list();
			},
			() => this.remove(course)
		);
	}

	/** `undefined` where something in the course is wrong, and only a whole course can be written so. */
	async takeOut(
		{ id, title, language, revision, from }: AuthoredCourse,
		as: TakenOutAs
	): Promise<TakenOut | undefined> {
		const files = await authoredStore().readFiles(id);
		if (as === 'grasp') {
			const head = { id, title, language, revision, ...(from !== undefined && { from }) };
			const bytes = makeCourseFile({ head, files });
			const name = `${folderOf(id)}${COURSE_FILE_EXTENSION}`;
			return { file: fileOf({ name, type: COURSE_FILE_TYPE, bytes }), losses: [] };
		}
		const { compiled } = readCourseFiles(id, revision, files);
		if (compiled === undefined) return undefined;
		const made = makeForeign(as, { ...compiled.course, id: folderOf(id) });
		return { file: fileOf(made), losses: made.losses };
	}
}

function fileOf({ name, type, bytes }: Pick<MadeFile, 'name' | 'type' | 'bytes'>): File {
	return new File([bytes as BlobPart], name, { type });
}
