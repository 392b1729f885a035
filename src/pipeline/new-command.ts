import { readSection, type ReadSection } from '#bank/check-section.ts';
import { readFileName } from '#bank/file-names.ts';
import { listIds } from '#bank/ids.ts';
import { parseLedger } from '#bank/ledger.ts';
import { makeHint } from '#bank/near.ts';
import { makeNewQuestion, makeNewTranslation, pickNextLevel } from '#bank/new-question.ts';
import { PLACEHOLDER } from '#bank/placeholders.ts';
import { QUESTION_KINDS, type Question, type QuestionKind } from '#core/question.ts';
import { appendToList, appendToMap } from '#formats/native-append.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandIo } from './command.ts';
import { readDrafts, type DraftedCourse } from './course-drafts.ts';
import { readArgs, tellIssues } from './door.ts';
import { openPrompt, type Ask } from './prompt.ts';

/** Asks for what the arguments leave open, and adds a question whose words are left to write. */
export async function makeQuestion(args: readonly string[], io: CommandIo): Promise<number | undefined> {
	const read = readArgs(args, {}, 3);
	if (!read) return undefined;
	const { courses, issues } = await readDrafts();
	// A file that cannot be read may hold the claim, or the id that is about to be given.
	if (issues.length > 0) return tellIssues(issues, io);
	const prompt = io.ask ? { ask: io.ask, close: () => undefined } : openPrompt();
	try {
		return await makeOne(read.positionals, courses, prompt.ask, io);
	} finally {
		prompt.close();
	}
}

async function makeOne(
	[givenCourse, givenClaim, givenKind]: readonly string[],
	courses: readonly DraftedCourse[],
	ask: Ask,
	io: CommandIo
): Promise<number> {
	const choose = makeChooser(ask, io);
	const courseIds = courses.map(({ id }) => id);
	const courseId = await choose('course', courseIds, givenCourse ?? onlyOne(courseIds));
	const course = courses.find(({ id }) => id === courseId);
	if (!course) return 1;
	const sections = course.drafts.filter(({ file }) => readFileName(file).kind === 'section').map(readSection);
	const claimIds = sections.flatMap((section) => section.claimIds.map(({ id }) => id));
	const claim = await choose('claim', claimIds, givenClaim);
	const section = sections.find((each) => each.claimIds.some(({ id }) => id === claim));
	if (claim === undefined || !section) return 1;
	const kind = await choose('kind', QUESTION_KINDS, givenKind);
	if (kind === undefined) return 1;
	const question = drawUp(kind as QuestionKind, claim, sections, course);
	return writeQuestion(question, section, course, io);
}

/** Asks until the answer is one of the words; `undefined` after an empty one, or a bad argument. */
function makeChooser(ask: Ask, io: CommandIo) {
	return async (
		noun: string,
		words: readonly string[],
		given: string | undefined
	): Promise<string | undefined> => {
		let answer = given;
		if (answer === undefined) {
			io.out(`${words.join(', ')}\n`);
			answer = await ask(`Which ${noun}? `);
		}
		while (answer !== '' && !words.includes(answer)) {
			io.err(`expected the id of a ${noun}, found "${answer}"${makeHint(answer, words)}\n`);
			if (given !== undefined) return undefined;
			answer = await ask(`Which ${noun}? `);
		}
		if (answer === '') io.err(`expected a ${noun}, found none; nothing is written\n`);
		return answer === '' ? undefined : answer;
	};
}

function onlyOne(words: readonly string[]): string | undefined {
	return words.length === 1 ? words[0] : undefined;
}

function drawUp(
	kind: QuestionKind,
	claim: string,
	sections: readonly ReadSection[],
	{ drafts, ledger }: DraftedCourse
): Question {
	const asked = sections.flatMap(({ questions }) =>
		questions.flatMap(({ value }) => (value.claim === claim ? [value.level] : []))
	);
	const names = [...listIds(drafts), ...parseLedger(ledger ?? '')].map(({ name }) => name);
	const ids = names.flatMap((name) => (name.startsWith('question ') ? [name.slice('question '.length)] : []));
	return makeNewQuestion({ kind, claim, level: pickNextLevel(asked), takenIds: new Set(ids) });
}

async function writeQuestion(
	question: Question,
	{ draft }: ReadSection,
	{ drafts }: DraftedCourse,
	io: CommandIo
): Promise<number> {
	const role = readFileName(draft.file);
	const translations = drafts.filter(({ file }) => {
		const other = readFileName(file);
		return other.kind === 'section-translation' && role.kind === 'section' && other.name === role.name;
	});
	const edits = [
		{ file: draft.file, after: appendToList(await readText(draft.file), 'questions', question) }
	];
	for (const { file } of translations) {
		const text = await readText(file);
		edits.push({ file, after: appendToMap(text, 'questions', question.id, makeNewTranslation(question)) });
	}
	const closed = edits.find(({ after }) => after === undefined);
	if (closed) {
		io.err(`${closed.file}: expected "questions" as lines, found none or brackets; write it as lines\n`);
		return 1;
	}
	// All or nothing is known to fit by now.
	for (const { file, after } of edits) await writeFile(resolve(file), after!);
	tellNext(
		question,
		edits.map(({ file }) => file),
		io
	);
	return 0;
}

function tellNext({ id, kind, claim }: Question, files: readonly string[], io: CommandIo): void {
	io.out(`added the ${kind} question ${id} on the claim ${claim}, at the end of "questions" in:\n`);
	for (const file of files) io.out(`  ${file}\n`);
	io.out(`What comes next:
  1. Write words in the place of each "${PLACEHOLDER} …".
  2. npm run questions check   tells what is left.
  3. npm run questions ids     enters the new ids, once they are to stay.
`);
}

function readText(file: string): Promise<string> {
	return readFile(resolve(file), 'utf8');
}
