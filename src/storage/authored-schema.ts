import type { DBSchema } from 'idb';
import type { AuthoredCourse, DraftStep, KeptResult } from './authored-store.ts';
import type { Upgrade } from './schema.ts';

interface CourseText {
	readonly course: string;
	readonly name: string;
	readonly text: string;
}

export interface AuthoredSchema extends DBSchema {
	courses: { key: string; value: AuthoredCourse };
	files: { key: [course: string, name: string]; value: CourseText };
	shelf: { key: [course: string, address: string]; value: CourseText };
	steps: {
		key: [course: string, index: number];
		value: DraftStep & { readonly course: string; readonly index: number };
	};
	articles: { key: string; value: { readonly course: string; readonly text: string } };
	results: { key: [course: string, id: string]; value: KeptResult };
}

/** One step a version, never edited once released. */
export const AUTHORED_UPGRADES: readonly Upgrade<AuthoredSchema>[] = [
	function version1(database) {
		database.createObjectStore('courses', { keyPath: 'id' });
		database.createObjectStore('files', { keyPath: ['course', 'name'] });
		database.createObjectStore('shelf', { keyPath: ['course', 'name'] });
		database.createObjectStore('steps', { keyPath: ['course', 'index'] });
		database.createObjectStore('articles', { keyPath: 'course' });
	},
	function version2(database) {
		database.createObjectStore('results', { keyPath: ['course', 'id'] });
	}
];
