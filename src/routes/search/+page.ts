import { courses, inWishedLanguage } from '#app/courses.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const list = courses.map(async (original) => ({
		original,
		shown: await inWishedLanguage(original, fetch)
	}));
	return { listed: await Promise.all(list) };
};
