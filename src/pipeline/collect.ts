/** Which files make which course. Reads names and bytes, and asks nothing of what they say. */

import { LEDGER_NAME } from '#bank/ledger.ts';
import type { Checked, Issue } from '#core/issue.ts';
import { checkFileSize } from '#formats/native-text.ts';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';

export interface CourseFiles {
	readonly id: string;
	/** As it stands in messages: relative to the working folder, with "/" between names. */
	readonly folder: string;
	/** Sorted by name. */
	readonly files: readonly CourseFile[];
	/** Files that are there and could not be read; an issue says why. */
	readonly unread: readonly string[];
	/** Of the ids that the course has had. */
	readonly ledger?: CourseFile;
}

export interface CourseFile {
	readonly file: string;
	readonly bytes: Uint8Array;
}

/** Each folder below `root` is a course. */
export async function collectCourses(root: string): Promise<Checked<readonly CourseFiles[]>> {
	const names = await listNames(root);
	if (!names) {
		const message = 'expected a folder that holds a folder for each course, found none; check the path';
		return { issues: [makeFileIssue(root, 'bank/no-folder', message)] };
	}
	const issues: Issue[] = [];
	const courses: CourseFiles[] = [];
	const base = await realpath(root);
	for (const name of names) {
		const path = join(root, name);
		const kind = await kindOf(path, base);
		if (kind === 'folder') courses.push(await collectCourse(path, name, base, issues));
		else if (kind === 'link-outside') issues.push(makeLinkIssue(path));
		else if (name !== 'README.md' && !name.endsWith('.schema.json')) {
			const message = 'expected course folders here, found a file; move it into the folder of its course';
			issues.push(makeFileIssue(path, 'file/unknown', message));
		}
	}
	if (courses.length === 0 && issues.length === 0) {
		const message = 'expected at least one course folder, found none; write one as questions/README.md shows';
		issues.push(makeFileIssue(root, 'bank/no-course', message));
	}
	return { value: courses, issues };
}

async function collectCourse(path: string, id: string, base: string, issues: Issue[]): Promise<CourseFiles> {
	const files: CourseFile[] = [];
	const unread: string[] = [];
	let ledger: CourseFile | undefined;
	for (const name of (await listNames(path)) ?? []) {
		if (name === 'README.md') continue;
		const refused = await refuseFile(join(path, name), base);
		if (refused) {
			issues.push(refused);
			if (/\.ya?ml$/i.test(name)) unread.push(refused.where.file.replace(/\.ya?ml$/i, '.yaml'));
			continue;
		}
		const file = { file: makeLabel(join(path, name)), bytes: await readFile(join(path, name)) };
		if (name === LEDGER_NAME) ledger = file;
		else files.push(file);
	}
	return { id, folder: makeLabel(path), files, unread, ...(ledger ? { ledger } : {}) };
}

async function refuseFile(path: string, base: string): Promise<Issue | undefined> {
	const kind = await kindOf(path, base);
	if (kind === 'link-outside') return makeLinkIssue(path);
	if (kind !== 'file') {
		const message = 'expected files only in a course folder, found something else; move it out';
		return makeFileIssue(path, 'file/unknown', message);
	}
	if (basename(path) === LEDGER_NAME) return undefined;
	if (/\.yml$|\.ya?ml$/i.test(path) && !path.endsWith('.yaml')) {
		return makeFileIssue(path, 'file/yml', 'expected a name that ends with .yaml; rename the file');
	}
	if (!path.endsWith('.yaml')) {
		const message = 'expected .yaml files, found another; move it out, or write its questions as YAML';
		return makeFileIssue(path, 'file/unknown', message);
	}
	// Before it is read: a file may be larger than memory.
	return checkFileSize((await stat(path)).size, makeLabel(path));
}

async function kindOf(path: string, base: string): Promise<'file' | 'folder' | 'link-outside' | 'other'> {
	if ((await lstat(path)).isSymbolicLink()) {
		const target = await realpath(path).catch(() => '');
		if (!target.startsWith(base + sep)) return 'link-outside';
	}
	const stats = await stat(path);
	return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
}

/** Sorted by code unit, so that every machine gives the same order. Without hidden files. */
async function listNames(path: string): Promise<readonly string[] | undefined> {
	try {
		return (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
		throw error;
	}
}

function makeLinkIssue(path: string): Issue {
	const message = 'expected a file, found a link that leads out of the folder of courses; copy the file here';
	return makeFileIssue(path, 'file/link', message);
}

function makeFileIssue(path: string, code: string, message: string): Issue {
	return { code, message, where: { file: makeLabel(path), line: 1, column: 1 } };
}

function makeLabel(path: string): string {
	return relative(process.cwd(), path).split(sep).join('/') || '.';
}
