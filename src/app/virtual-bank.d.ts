declare module 'virtual:bank' {
	import type { CourseEntry } from '#core/catalogue.ts';

	export const courses: readonly CourseEntry[];
}
