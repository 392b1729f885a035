import type { Issue } from '#core/issue.ts';
import type { AuthoredCourse, AuthoredStore, CourseOrigin } from '#storage/authored-store.ts';
import { readCourseFiles } from './compile-course.ts';

export interface CourseToKeep {
	readonly id: string;
	readonly files: ReadonlyMap<string, string>;
	readonly origin: CourseOrigin;
	readonly from?: string;
	/** Of the course as it is known here; 0 for one that is not there yet. */
	readonly after: number;
	/** Of a course that was received, as its file says; the next one, otherwise. */
	readonly revision?: number;
}

export interface Kept {
	/** False: another tab or window has saved it in the meantime, and nothing was written. */
	readonly isKept: boolean;
	/** Of a course that is kept, and cannot be learnt before they are mended. */
	readonly issues: readonly Issue[];
	readonly course: AuthoredCourse;
}

/** Also keeps a course in which something is wrong: it is then for its author only. Rejects with a `StoreError`. */
export async function keepCourse(
	store: AuthoredStore,
	wanted: CourseToKeep,
	nowMillis: number
): Promise<Kept> {
	const { id, files, origin, from, after } = wanted;
	const revision = Math.max(after + 1, wanted.revision ?? 0);
	const { compiled, issues, drafts } = readCourseFiles(id, revision, files);
	const said = drafts.find(({ file }) => file === 'course.yaml')?.value as SaidOfItself | undefined;
	const course: AuthoredCourse = {
		id,
		title: textOf(said?.course?.title) ?? id,
		language: textOf(said?.course?.language) ?? 'en',
		origin,
		...(from !== undefined && { from }),
		revision,
		savedAt: nowMillis,
		...(compiled && { entry: compiled.entry })
	};
	const isKept = await store.save({ course, files, shelf: compiled?.shelf ?? new Map() }, after);
	return { isKept, issues, course };
}

/** A course file in which something else may be wrong. */
interface SaidOfItself {
	readonly course?: { readonly title?: unknown; readonly language?: unknown };
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Of which the part that is drawn by lot consists. */
export const LOT_LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const OWN_ID = /^[a-z0-9]+(-[a-z0-9]+)*-[a-z2-9]{6}$/;

/** Whether a course from elsewhere may be kept under that id: it ends in a lot, as that of no built-in course does. */
export function isOwnId(id: string, builtIn: readonly string[]): boolean {
	return id.length <= 80 && OWN_ID.test(id) && !builtIn.includes(id);
}

/** "tides-k3x9qa": the words of the title, and a part drawn by lot that no built-in course has. */
export function makeCourseId(title: string, random: (length: number) => Uint8Array): string {
	const words = title
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 40)
		.replace(/^-+|-+$/g, '');
	const lot = [...random(6)].map((byte) => LOT_LETTERS[byte % LOT_LETTERS.length]).join('');
	return `${words || 'course'}-${lot}`;
}

/** "tides" for "tides-k3x9qa": the name of its folder among `questions/`. */
export function folderOf(id: string): string {
	return id.replace(/-[a-z0-9]{6}$/, '');
}
