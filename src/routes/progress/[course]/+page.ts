import { error } from '@sveltejs/kit';
import { courses, findCourse } from '#app/courses.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () => courses.map(({ id }) => ({ course: id }));

export const load: PageLoad = async ({ params, fetch }) => {
	const course = await findCourse(params.course, fetch);
	if (course === undefined) error(404);
	return { course };
};
