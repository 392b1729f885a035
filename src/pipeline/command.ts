/** What `npm run questions` does. Writes through `io` only. */

import { makeJsonSchemas } from '#bank/json-schema.ts';
import type { WholeCourse } from '#core/question.ts';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { findBank } from './course-drafts.ts';
import { showCoverage } from './coverage-command.ts';
import { count, tellIssues, type Door } from './door.ts';
import { exportQuestions } from './export-command.ts';
import { guessQuestions } from './guess-command.ts';
import { keepIds } from './ids-command.ts';
import { importQuestions } from './import-command.ts';
import { lintQuestions } from './lint-command.ts';
import { makeQuestion } from './new-command.ts';
import { findOverlap } from './overlap-command.ts';
import type { Ask } from './prompt.ts';
import { questionsRoot, readBank } from './read-bank.ts';

export interface CommandIo {
	readonly out: (text: string) => void;
	readonly err: (text: string) => void;
	/** Instead of the terminal, where a command asks. */
	readonly ask?: Ask;
}

const USAGE = `npm run questions check [folder]     check all courses, or those of a folder, or one course
npm run questions schema             write the JSON Schemas that editors use
npm run questions schema -- --check  only tell whether they are current
npm run questions guess [folder]     play the questions without knowing the source; is anything given away?
npm run questions coverage [folder]  claims by levels, kinds and languages, holes first; --strict: fail on them
npm run questions lint [folder]      flaws of writing that a learner could answer by; -- --score: how far to trust them
npm run questions overlap -- text.txt [--questions folder] [--limit 8]
                                     the longest runs of words in common with a source
npm run questions ids [folder]       enter new ids in the ledger; -- --check: only tell whether all are there
npm run questions new [course] [claim] [kind]
                                     add a question whose words are left to write
npm run questions import file course  bring in questions of another tool; shows what would come, --yes writes it
                                     [--replace] [--format F] [--language L] [--title T]
npm run questions export course format [file]
                                     take a course to another tool: grasp, gift, aiken, moodle-xml, qti-2, qti-3, csv, anki [--language L]
npm run questions help               this text
`;

const DOORS: Readonly<Record<string, Door>> = {
	guess: guessQuestions,
	coverage: showCoverage,
	overlap: findOverlap,
	ids: keepIds,
	lint: lintQuestions,
	new: makeQuestion,
	import: importQuestions,
	export: exportQuestions
};

/** The exit code: 0 all is well, 1 something is to be mended, 2 the command is not known. */
export async function main(args: readonly string[], io: CommandIo): Promise<number> {
	const [group, verb = 'help', ...rest] = args;
	if (group === 'questions' && verb === 'check' && rest.length <= 1) return checkQuestions(rest[0], io);
	if (group === 'questions' && verb === 'schema') {
		if (rest.length === 0) return writeSchemas(io);
		if (rest.length === 1 && rest[0] === '--check') return checkSchemas(io);
	}
	const door = group === 'questions' && Object.hasOwn(DOORS, verb) ? DOORS[verb] : undefined;
	const code = await door?.(rest, io);
	if (code !== undefined) return code;
	if (verb === 'help') {
		io.out(USAGE);
		return 0;
	}
	io.err(`"${args.join(' ')}" is not a command.\n${USAGE}`);
	return 2;
}

async function checkQuestions(path: string | undefined, io: CommandIo): Promise<number> {
	const { value, issues } = await readBank(...findBank(path));
	if (!value) return tellIssues(issues, io);
	io.out(`${sayCounts(value.courses)}: no problem\n`);
	return 0;
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
