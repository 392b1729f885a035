/** From the files of a course to what learners read of it: the same corridor that the build walks. */

import { checkCourse } from '#bank/check.ts';
import { compileBank } from '#bank/compile.ts';
import type { CourseDraft } from '#bank/draft.ts';
import { readFileName } from '#bank/file-names.ts';
import { LEDGER_NAME } from '#bank/ledger.ts';
import type { CourseEntry } from '#core/catalogue.ts';
import { compareIssues, type Issue } from '#core/issue.ts';
import type { WholeCourse } from '#core/question.ts';
import { parseNative } from '#formats/native.ts';

export interface CompiledCourse {
	readonly course: WholeCourse;
	readonly entry: CourseEntry;
	/** JSON by address. */
	readonly shelf: ReadonlyMap<string, string>;
}

export interface CourseReading {
	/** Absent where something is wrong; a translation that is not whole is left out, and told among the issues. */
	readonly compiled?: CompiledCourse;
	readonly issues: readonly Issue[];
	readonly drafts: readonly CourseDraft[];
}

/** Addresses of courses on this device begin with it: no file of the site does. */
export const OWN = 'own/';

/** `revision` makes new addresses, so that a page that is open goes on with what it has begun to read. */
export function readCourseFiles(
	id: string,
	revision: number,
	files: ReadonlyMap<string, string>
): CourseReading {
	const drafts: CourseDraft[] = [];
	const unreadable: Issue[] = [];
	const unread: string[] = [];
	for (const [name, text] of files) {
		if (name === LEDGER_NAME) continue;
		const parsed = parseNative(new TextEncoder().encode(text), name);
		unreadable.push(...parsed.issues);
		if (parsed.value) drafts.push(parsed.value);
		else unread.push(name);
	}
	const checked = checkCourse({ id, folder: id, drafts, unread });
	const issues = [...unreadable, ...checked.issues].sort(compareIssues);
	const course = issues.length === 0 ? checked.value : withoutUnfinished(id, drafts, issues);
	if (!course) return { issues, drafts };
	const { entries, files: shelf } = compileBank([course], (stem) => `${OWN}${id}/${revision}/${stem}`);
	return { compiled: { course, entry: entries[0]!, shelf }, issues, drafts };
}

/** The course in the languages in which it is whole; `undefined` where the original itself is at fault. */
function withoutUnfinished(
	id: string,
	drafts: readonly CourseDraft[],
	issues: readonly Issue[]
): WholeCourse | undefined {
	const unfinished = new Set(issues.map(({ where }) => languageOf(where.file)));
	if (unfinished.has(undefined)) return undefined;
	const whole = drafts.filter(({ file }) => !unfinished.has(languageOf(file) ?? ''));
	const checked = checkCourse({ id, folder: id, drafts: whole, unread: [] });
	return checked.issues.length === 0 ? checked.value : undefined;
}

/** Of a translation. */
function languageOf(file: string): string | undefined {
	const role = readFileName(file);
	return 'language' in role ? role.language : undefined;
}
