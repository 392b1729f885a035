/** What `npm run questions` does. Writes through `io` only. */

import { makeJsonSchemas } from '#bank/json-schema.ts';
import { makeIssueLine, type Issue } from '#core/issue.ts';
import type { WholeCourse } from '#core/question.ts';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { questionsRoot, readBank } from './read-bank.ts';

export interface CommandIo {
	readonly out: (text: string) => void;
	readonly err: (text: string) => void;
}

const USAGE = `npm run questions check [folder]     check all courses, or those of a folder, or one course
npm run questions schema             write the JSON Schemas that editors use
npm run questions schema -- --check  only tell whether they are current
npm run questions help               this text
`;

/** The exit code: 0 all is well, 1 something is to be mended, 2 the command is not known. */
export async function main(args: readonly string[], io: CommandIo): Promise<number> {
	const [group, verb = 'help', ...rest] = args;
	if (group === 'questions' && verb === 'check' && rest.length <= 1) return checkQuestions(rest[0], io);
	if (group === 'questions' && verb === 'schema') {
		if (rest.length === 0) return writeSchemas(io);
		if (rest.length === 1 && rest[0] === '--check') return checkSchemas(io);
	}
	if (verb === 'help') {
		io.out(USAGE);
		return 0;
	}
	io.err(`"${args.join(' ')}" is not a command.\n${USAGE}`);
	return 2;
}

async function checkQuestions(path: string | undefined, io: CommandIo): Promise<number> {
	const folder = path === undefined ? questionsRoot() : resolve(path);
	const isCourse = existsSync(join(folder, 'course.yaml'));
	const { value, issues } = isCourse
		? await readBank(dirname(folder), basename(folder))
		: await readBank(folder);
	if (value) {
		io.out(`${sayCounts(value.courses)}: no problem\n`);
		return 0;
	}
	for (const issue of issues) io.out(`${makeIssueLine(issue)}\n`);
	io.out(`${sayProblems(issues)}\n`);
	return 1;
}

function sayProblems(issues: readonly Issue[]): string {
	const files = new Set(issues.map(({ where }) => where.file)).size;
	return `${count(issues.length, 'problem')} in ${count(files, 'file')}`;
}

function sayCounts(courses: readonly WholeCourse[]): string {
	const sections = courses.flatMap((course) => course.sections);
	const claims = sections.reduce((sum, section) => sum + section.claims.length, 0);
	const questions = sections.reduce((sum, section) => sum + section.questions.length, 0);
	return [
		count(courses.length, 'course'),
		count(sections.length, 'section'),
		count(claims, 'claim'),
		count(questions, 'question')
	].join(', ');
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

async function writeSchemas(io: CommandIo): Promise<number> {
	for (const [name, text] of Object.entries(makeJsonSchemas())) {
		const path = join(questionsRoot(), name);
		await writeFile(path, text);
		io.out(`wrote ${relative(process.cwd(), path)}\n`);
	}
	return 0;
}

async function checkSchemas(io: CommandIo): Promise<number> {
	let stale = 0;
	for (const [name, text] of Object.entries(makeJsonSchemas())) {
		const path = join(questionsRoot(), name);
		const current = existsSync(path) ? await readFile(path, 'utf8') : '';
		if (current === text) continue;
		stale++;
		io.out(`${relative(process.cwd(), path)} is not current; run: npm run questions schema\n`);
	}
	return stale === 0 ? 0 : 1;
}
