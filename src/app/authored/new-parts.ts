/** What an author begins with: courses, sections, claims and questions whose words are left to write. */

import { LEDGER_NAME, parseLedger } from '#bank/ledger.ts';
import { makeNewQuestion, pickNextLevel } from '#bank/new-question.ts';
import { PLACEHOLDER } from '#bank/placeholders.ts';
import type { CourseFiles } from '#core/edit.ts';
import { valueAt } from '#core/edit.ts';
import type { Claim, Level, Question, QuestionKind } from '#core/question.ts';
import { readFileName } from '#bank/file-names.ts';

export interface NewCourse {
	readonly title: string;
	/** BCP 47 tag. */
	readonly language: string;
	/** Of the text that it is made from. */
	readonly source: string;
	/** What sort of text that is. */
	readonly form: string;
	readonly section: string;
}

export function makeNewCourse({ title, language, source, form, section }: NewCourse): CourseFiles {
	return {
		'course.yaml': {
			course: { title, language, description: title },
			source: { title: source || title, form, paragraphs: 1 }
		},
		'01-section-1.yaml': { section: { id: 'section-1', title: section }, claims: [], questions: [] }
	};
}

/** In the order in which they are read. */
export function sectionFiles(files: CourseFiles): readonly string[] {
	return Object.keys(files)
		.filter((file) => readFileName(file).kind === 'section')
		.sort();
}

export function claimsOf(files: CourseFiles, file: string): readonly Claim[] {
	return listAt(files, file, 'claims') as readonly Claim[];
}

export function questionsOf(files: CourseFiles, file: string): readonly Question[] {
	return listAt(files, file, 'questions') as readonly Question[];
}

function listAt(files: CourseFiles, file: string, key: string): readonly unknown[] {
	const list = valueAt(files, file, [key]);
	return Array.isArray(list) ? (list as readonly unknown[]) : [];
}

/** Name and value of one section more. */
export function makeSection(files: CourseFiles, title: string): readonly [file: string, value: unknown] {
	const numbers = sectionFiles(files).map((file) => Number(/^(\d+)-/.exec(file)?.[1] ?? 0));
	const number = Math.max(0, ...numbers) + 1;
	const id = `section-${number}`;
	return [
		`${String(number).padStart(2, '0')}-${id}.yaml`,
		{ section: { id, title }, claims: [], questions: [] }
	];
}

export function makeClaim(files: CourseFiles, place: Partial<Claim> = {}): Claim {
	const taken = sectionFiles(files).flatMap((file) => claimsOf(files, file).map(({ id }) => id));
	return {
		id: freeId('claim', new Set([...taken, ...listRetired(files, 'claim')])),
		kind: 'description',
		where: { paragraph: 1, sentence: 1 },
		text: '',
		...place
	};
}

export function makeQuestion(files: CourseFiles, kind: QuestionKind, claim: string): Question {
	const all = sectionFiles(files).flatMap((file) => questionsOf(files, file));
	const asked: readonly Level[] = all.filter((each) => each.claim === claim).map(({ level }) => level);
	const takenIds = new Set([...all.map(({ id }) => id), ...listRetired(files, 'question')]);
	const made = makeNewQuestion({ kind, claim, level: pickNextLevel(asked), takenIds });
	return withoutPlaceholders(made) as Question;
}

/** A copy that learners answer by itself. */
export function copyQuestion(files: CourseFiles, question: Question): Question {
	const taken = sectionFiles(files).flatMap((file) => questionsOf(files, file).map(({ id }) => id));
	const id = freeId(question.id.replace(/-\d+$/, ''), new Set([...taken, ...listRetired(files, 'question')]));
	return { ...question, id };
}

export interface Retired {
	readonly id: string;
	/** In the author's words. */
	readonly reason: string;
}

/** What the ledger of the course says is no longer in use. */
export function retiredOf(files: CourseFiles, noun: 'question' | 'claim'): readonly Retired[] {
	return parseLedger(String(files[LEDGER_NAME] ?? '')).flatMap(({ name, retired }) =>
		retired !== undefined && name.startsWith(`${noun} `)
			? [{ id: name.slice(noun.length + 1), reason: retired }]
			: []
	);
}

function listRetired(files: CourseFiles, noun: 'question' | 'claim'): readonly string[] {
	return retiredOf(files, noun).map(({ id }) => id);
}

export function freeId(stem: string, taken: ReadonlySet<string>): string {
	for (let number = 1; ; number++) {
		const id = `${stem.slice(0, 55)}-${number}`;
		if (!taken.has(id)) return id;
	}
}

/** In the app an empty field says as much as a word that waits to be replaced. */
function withoutPlaceholders(value: unknown): unknown {
	if (typeof value === 'string') return value.startsWith(PLACEHOLDER) ? emptied(value) : value;
	if (Array.isArray(value)) return value.map(withoutPlaceholders);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([key]) => key !== 'unit');
	return Object.fromEntries(kept.map(([key, member]) => [key, withoutPlaceholders(member)]));
}

/** Marks of gaps stay: without them there would be none. */
function emptied(text: string): string {
	return (text.match(/\{[a-z0-9-]+\}/g) ?? []).join(' ');
}
