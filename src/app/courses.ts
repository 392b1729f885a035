import { courses } from 'virtual:bank';
import { browser } from '$app/environment';
import { base } from '$app/paths';
import type { CourseEntry } from '#core/catalogue.ts';
import { pickLanguage } from '#core/language.ts';
import { wishes } from './wishes.ts';

export { courses };

/**
 * The course in the language that the learner wishes for, if it is there; pages made ahead have the page's. Built-in
 * courses come before those that the device holds itself.
 */
export async function findCourse(id: string, fetchFile: typeof fetch): Promise<CourseEntry | undefined> {
	const course = courses.find((each) => each.id === id);
	if (course) return inWishedLanguage(course, fetchFile);
	if (!browser) return undefined;
	const { findOwnCourse } = await import('./authored/own-courses.ts');
	return findOwnCourse(id);
}

export async function inWishedLanguage(course: CourseEntry, fetchFile: typeof fetch): Promise<CourseEntry> {
	if (!browser) return course;
	const { language, translations } = course;
	const address = translations[pickLanguage(language, Object.keys(translations), wishes())];
	if (address === undefined) return course;
	// Without a network, and not on the device yet: the course in its own language is better than none.
	const response = await fetchFile(`${base}/${address}`).catch(() => undefined);
	return response?.ok ? ((await response.json()) as CourseEntry) : course;
}
