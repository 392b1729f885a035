import { courses, inWishedLanguage } from '#app/courses.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	return { courses: await Promise.all(courses.map((course) => inWishedLanguage(course, fetch))) };
};
