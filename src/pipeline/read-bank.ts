/** The corridor from files to bank, on which the command line and the Vite plugin stand. */

import { capIssues, type CourseDraft } from '#bank/draft.ts';
import { checkCourse } from '#bank/check.ts';
import { compileBank, type Bank } from '#bank/compile.ts';
import { listIds } from '#bank/ids.ts';
import { checkLedger, LEDGER_NAME } from '#bank/ledger.ts';
import { compareIssues, type Checked, type Issue } from '#core/issue.ts';
import type { WholeCourse } from '#core/question.ts';
import { parseNative } from '#formats/native.ts';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { collectCourses, type CourseFiles } from './collect.ts';

export interface BankReading {
	readonly courses: readonly WholeCourse[];
	readonly bank: Bank;
}

/** Where the courses are, unless the environment names another folder. */
export function questionsRoot(): string {
	return resolve(process.env['GRASP_QUESTIONS'] || 'questions');
}

/**
 * A bank only if nothing is wrong in any file. `only`: the id of the one course to read. `ledger`: whether
 * every id must stand in the ledger of its course, or new ones may wait to be entered.
 */
export async function readBank(
	root: string,
	only?: string,
	ledger: 'open' | 'complete' = 'open'
): Promise<Checked<BankReading>> {
	const { value: collected = [], issues: found } = await collectCourses(root);
	const issues: Issue[] = only === undefined ? [...found] : [];
	const courses: WholeCourse[] = [];
	for (const files of collected) {
		if (only !== undefined && files.id !== only) continue;
		const own =
			only === undefined ? [] : found.filter(({ where }) => where.file.startsWith(`${files.folder}/`));
		const checked = readCourse(files, ledger === 'complete');
		issues.push(...own, ...checked.issues);
		if (checked.value) courses.push(checked.value);
	}
	if (issues.length > 0) return { issues: capIssues(issues.sort(compareIssues)) };
	return { value: { courses, bank: compileBank(courses, nameByHash) }, issues };
}

function readCourse(
	{ id, folder, files, unread, ledger }: CourseFiles,
	isComplete: boolean
): Checked<WholeCourse> {
	const drafts: CourseDraft[] = [];
	const issues: Issue[] = [];
	const broken = [...unread];
	for (const { file, bytes } of files) {
		const parsed = parseNative(bytes, file);
		issues.push(...parsed.issues);
		if (parsed.value) drafts.push(parsed.value);
		else broken.push(file);
	}
	const { value, issues: wrong } = checkCourse({ id, folder, drafts, unread: broken });
	issues.push(...wrong);
	// Of broken files only some ids are known: the others would seem to have vanished.
	if (value && (ledger || isComplete)) {
		const file = ledger?.file ?? `${folder}/${LEDGER_NAME}`;
		const text = ledger && new TextDecoder().decode(ledger.bytes);
		issues.push(...checkLedger({ file, text, ids: listIds(drafts), isComplete }));
	}
	return issues.length > 0 || !value ? { issues } : { value, issues };
}

/**
 * `bank/network-power/scale.0123456789.json`: changes with the content, so that a browser may keep a file
 * forever.
 */
export function nameByHash(stem: string, text: string): string {
	return `bank/${stem}.${createHash('sha256').update(text).digest('hex').slice(0, 10)}.json`;
}
