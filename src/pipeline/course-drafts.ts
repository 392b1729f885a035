/** Courses as they stand in their files, broken ones too: for commands that help to mend them. */

import type { CourseDraft } from '#bank/draft.ts';
import { compareIssues, type Issue } from '#core/issue.ts';
import { parseNative } from '#formats/native.ts';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { collectCourses, type CourseFiles } from './collect.ts';
import { questionsRoot } from './read-bank.ts';

export interface DraftedCourse {
	readonly id: string;
	/** As it stands in messages: relative to the working folder. */
	readonly folder: string;
	/** Of the files that can be parsed. */
	readonly drafts: readonly CourseDraft[];
	/** Text of its ledger of ids, if it has one. */
	readonly ledger?: string;
}

export interface DraftedCourses {
	readonly courses: readonly DraftedCourse[];
	/** Why a file is not among the drafts. */
	readonly issues: readonly Issue[];
}

/** The folder of courses, and the id of the one course if the path is that of a course. */
export function findBank(path?: string): readonly [root: string, only?: string] {
	const folder = path === undefined ? questionsRoot() : resolve(path);
	return existsSync(join(folder, 'course.yaml')) ? [dirname(folder), basename(folder)] : [folder];
}

export async function readDrafts(path?: string): Promise<DraftedCourses> {
	const [root, only] = findBank(path);
	const { value: collected = [], issues: found } = await collectCourses(root);
	const courses: DraftedCourse[] = [];
	const issues: Issue[] = [];
	for (const files of collected) {
		if (only !== undefined && files.id !== only) continue;
		const parsed = parseFiles(files);
		courses.push(parsed.course);
		issues.push(...parsed.issues);
	}
	const inside = (issue: Issue) => courses.some(({ folder }) => issue.where.file.startsWith(`${folder}/`));
	issues.push(...(only === undefined ? found : found.filter(inside)));
	return { courses, issues: issues.sort(compareIssues) };
}

function parseFiles({ id, folder, files, ledger }: CourseFiles) {
	const drafts: CourseDraft[] = [];
	const issues: Issue[] = [];
	for (const { file, bytes } of files) {
		const parsed = parseNative(bytes, file);
		issues.push(...parsed.issues);
		if (parsed.value) drafts.push(parsed.value);
	}
	const text = ledger && { ledger: new TextDecoder().decode(ledger.bytes) };
	const course: DraftedCourse = { id, folder, drafts, ...text };
	return { course, issues };
}
