/** From the files of a course to what learners read of it: the same corridor that the build walks. */

import { checkCourse } from '#bank/check.ts';
import { compileBank } from '#bank/compile.ts';
import type { CourseDraft } from '#bank/draft.ts';
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
	/** Absent where something is wrong. */
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
	const issues: Issue[] = [];
	const unread: string[] = [];
	for (const [name, text] of files) {
		const parsed = parseNative(new TextEncoder().encode(text), name);
		issues.push(...parsed.issues);
		if (parsed.value) drafts.push(parsed.value);
		else unread.push(name);
	}
	const checked = checkCourse({ id, folder: id, drafts, unread });
	issues.push(...checked.issues);
	if (!checked.value || issues.length > 0) return { issues: issues.sort(compareIssues), drafts };
	const { entries, files: shelf } = compileBank([checked.value], (stem) => `${OWN}${id}/${revision}/${stem}`);
	return { compiled: { course: checked.value, entry: entries[0]!, shelf }, issues, drafts };
}
