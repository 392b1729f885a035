import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseIndex, SectionEntry, SectionRest } from '#core/catalogue.ts';
import type { Question, Section } from '#core/question.ts';
import { folderOf, type SiteName } from './sites.ts';

/** A course as it was compiled, for journeys that need to know what is right. */
export interface CompiledCourse {
	readonly id: string;
	readonly sections: readonly Section[];
}

const read = new Map<SiteName, readonly CompiledCourse[]>();

export function coursesOf(site: SiteName): readonly CompiledCourse[] {
	const courses = read.get(site) ?? readCourses(folderOf(site));
	read.set(site, courses);
	return courses;
}

/** The one course that journeys are about: the first. */
export function courseOf(site: SiteName): CompiledCourse {
	return coursesOf(site)[0]!;
}

/** Below the site's base, of all courses and languages. */
export function searchFilesOf(site: SiteName): readonly string[] {
	return coursesOf(site).flatMap(({ id }) =>
		readdirSync(join(folderOf(site), 'bank', id))
			.filter((file) => file.startsWith('search_'))
			.map((file) => `bank/${id}/${file}`)
	);
}

/** With those that no first session asks. */
const allQuestions = new Map<SiteName, readonly Question[]>();

function questionsOf({ sections }: CompiledCourse): readonly Question[] {
	return sections.flatMap(({ questions }) => questions);
}

/** `shown` is what the screen says: two questions may ask in the same words about different things. */
export function findQuestion(site: SiteName, prompt: string, shown: string): Question {
	const questions = allQuestions.get(site) ?? readCourses(folderOf(site), true).flatMap(questionsOf);
	allQuestions.set(site, questions);
	const found = questions.filter((question) => question.prompt === prompt);
	const fitting = found.length === 1 ? found : found.filter((question) => isShown(question, shown));
	if (fitting.length !== 1) throw new Error(`${fitting.length} questions ask: ${prompt}`);
	return fitting[0]!;
}

function isShown(question: Question, shown: string): boolean {
	return textsOf(question).every((text) => shown.includes(text.trim()));
}

function textsOf(question: Question): readonly string[] {
	if (question.kind === 'cloze') return question.text.split(/\{[^}]*\}/);
	const parts = 'options' in question ? question.options : 'entries' in question ? question.entries : [];
	return parts.map(({ text }) => text);
}

/** By default with the questions of a newcomer's first sessions only. */
function readCourses(folder: string, isWhole = false): readonly CompiledCourse[] {
	return readdirSync(join(folder, 'bank')).map((id) => {
		const files = readdirSync(join(folder, 'bank', id));
		// Translations carry their language before the hash.
		const index = files.find((file) => /^index\.[0-9a-f]+\.json$/.test(file))!;
		const { sections } = readJson<CourseIndex>(join(folder, 'bank', id, index));
		const read = ({ file, rest }: SectionEntry): Section => {
			const section = readJson<Section>(join(folder, file));
			const others = isWhole && rest !== undefined ? readJson<SectionRest>(join(folder, rest)).questions : [];
			return { ...section, questions: [...section.questions, ...others] };
		};
		return { id, sections: sections.map(read) };
	});
}

function readJson<T>(path: string): T {
	return JSON.parse(readFileSync(path, 'utf8')) as T;
}
