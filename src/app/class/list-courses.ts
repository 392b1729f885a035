import type { CourseEntry } from '#core/catalogue.ts';
import { listOwnCourses } from '../authored/own-courses.ts';
import { courses, inWishedLanguage } from '../courses.ts';

/** Those of the site and those of this device, in the language that the browser wishes for. Rejects with a `StoreError`. */
export async function listCourses(): Promise<readonly CourseEntry[]> {
	const builtIn = await Promise.all(courses.map((course) => inWishedLanguage(course, fetch)));
	return [...builtIn, ...(await listOwnCourses())];
}
