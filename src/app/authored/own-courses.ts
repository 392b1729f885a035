/** The courses that this device holds beside the built-in ones: loaded only where there are any. */

import type { CourseEntry } from '#core/catalogue.ts';
import { pickLanguage } from '#core/language.ts';
import { AUTHORED_DATABASE_NAME, type AuthoredCourse, type AuthoredStore } from '#storage/authored-store.ts';
import { makeAuthoredStore } from '#storage/idb-authored-store.ts';
import { hasStore } from '../lazy-store.ts';
import { LibraryError } from '../library.ts';
import { wishes } from '../wishes.ts';
import { OWN } from './compile-course.ts';

let opened: AuthoredStore | undefined;

/** One for the page. */
export function authoredStore(): AuthoredStore {
	return (opened ??= makeAuthoredStore());
}

/** Whether there may be any: a device that holds none is not given a database for it. */
export async function hasOwnCourses(): Promise<boolean> {
	return opened !== undefined || hasStore(AUTHORED_DATABASE_NAME);
}

/** Those that can be learnt, in the language that the learner wishes for. Rejects with a `StoreError`. */
export async function listOwnCourses(): Promise<readonly CourseEntry[]> {
	if (!(await hasOwnCourses())) return [];
	const courses = await authoredStore().list();
	return (await Promise.all(courses.map(inWishedLanguage))).filter((entry) => entry !== undefined);
}

export async function findOwnCourse(id: string): Promise<CourseEntry | undefined> {
	if (!(await hasOwnCourses())) return undefined;
	const course = await authoredStore().read(id);
	return course && inWishedLanguage(course);
}

/** JSON of what an own course's `entry` leads to. Rejects with a `LibraryError`. */
export async function readOwnFile(address: string): Promise<unknown> {
	const [course = ''] = address.slice(OWN.length).split('/');
	const text = await authoredStore()
		.readShelf(course, address)
		.catch((error: unknown) => {
			throw new LibraryError(address, error);
		});
	if (text === undefined) throw new LibraryError(address);
	return JSON.parse(text);
}

async function inWishedLanguage({ entry }: AuthoredCourse): Promise<CourseEntry | undefined> {
	if (!entry) return undefined;
	const { language, translations } = entry;
	const address = translations[pickLanguage(language, Object.keys(translations), wishes())];
	return address === undefined ? entry : ((await readOwnFile(address)) as CourseEntry);
}
