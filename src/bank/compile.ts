/**
 * From checked courses to the files that the app reads: the same in the build, and on a device that holds courses of
 * its own. The same courses give the same bytes.
 */

import type {
	CourseEntry,
	CourseIndex,
	Lesson,
	SearchPart,
	SectionEntry,
	SectionRest
} from '#core/catalogue.ts';
import { planSection } from '#core/plan.ts';
import type { Course, Section, WholeCourse } from '#core/question.ts';
import { makeSearchParts } from './search-parts.ts';

export interface Bank {
	readonly entries: readonly CourseEntry[];
	/** Text by address, as `NameFile` gives it. */
	readonly files: ReadonlyMap<string, string>;
}

/** The address of a file: `stem` tells it from the others of the bank, `text` is what it holds. */
export type NameFile = (stem: string, text: string) => string;

/** What is written, and how it is called. */
interface Output {
	readonly files: Map<string, string>;
	readonly nameFile: NameFile;
}

type Translated = Course & { readonly sections: readonly Section[] };

/** Every course must have a section. */
export function compileBank(courses: readonly WholeCourse[], nameFile: NameFile): Bank {
	const output: Output = { files: new Map(), nameFile };
	const entries = courses.map((course) => {
		const { translations, ...original } = course;
		const others = Object.entries(translations).map(([language, translated]) => {
			const entry = compileCourse(translated, `.${language}`, output);
			return [language, addFile(output, `${course.id}/course.${language}`, entry)] as const;
		});
		return { ...compileCourse(original, '', output), translations: Object.fromEntries(others) };
	});
	return { entries, files: output.files };
}

function compileCourse(course: Translated, suffix: string, output: Output): CourseEntry {
	const { id, title, language, description, source } = course;
	const asked = new Set(course.sections.flatMap(({ questions }) => questions.map(({ claim }) => claim)));
	const sections = course.sections.map((section) => compileSection(id, section, asked, suffix, output));
	const [first] = sections;
	if (!first) throw new Error(`course ${id} has no section`);
	const search = makeSearchParts(course.sections).map((part, number) =>
		// No section can have this name: an id has no underscore. The worker knows the files by it.
		addFile(output, `${id}/search_${number + 1}${suffix}`, part)
	);
	const index: CourseIndex = { sections, search };
	return {
		...{ id, title, language, description, source },
		claims: sumOf(sections.map(({ claims }) => claims)),
		questions: sumOf(sections.map(({ questions }) => questions)),
		sections: sections.length,
		index: addFile(output, `${id}/index${suffix}`, index),
		first,
		translations: {}
	};
}

function compileSection(
	course: string,
	section: Section,
	asked: ReadonlySet<string>,
	suffix: string,
	output: Output
): SectionEntry {
	// Read on a page of its own: whoever only answers does not load it.
	const { lesson, ...practised } = section;
	return {
		id: section.id,
		title: section.title,
		claims: section.claims.filter(({ id }) => asked.has(id)).length,
		questions: section.questions.length,
		...addQuestions(course, withoutWaivers(practised), suffix, output),
		...(lesson && {
			lesson: addFile(output, `${course}/${section.id}.lesson${suffix}`, {
				paragraphs: lesson,
				claims: section.claims
			})
		})
	};
}

/** They are between authors. */
function withoutWaivers(section: Section): Section {
	return { ...section, questions: section.questions.map(({ waive: _, ...question }) => question) };
}

/** A newcomer waits for the questions of a first session, and not for those that come after it. */
function addQuestions(
	course: string,
	section: Section,
	suffix: string,
	output: Output
): Pick<SectionEntry, 'file' | 'rest'> {
	const first = new Set(planSection(course, section, new Map()).map(({ question }) => question));
	const stem = `${course}/${section.id}`;
	const asked = section.questions.filter(({ id }) => first.has(id));
	const others = section.questions.filter(({ id }) => !first.has(id));
	const file = addFile(output, `${stem}${suffix}`, { ...section, questions: asked });
	if (others.length === 0) return { file };
	const order = section.questions.map(({ id }) => id);
	return { file, rest: addFile(output, `${stem}.rest${suffix}`, { questions: others, order }) };
}

function addFile(
	{ files, nameFile }: Output,
	stem: string,
	content: CourseEntry | CourseIndex | Section | SectionRest | Lesson | SearchPart
): string {
	const text = JSON.stringify(content);
	const path = nameFile(stem, text);
	files.set(path, text);
	return path;
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}
