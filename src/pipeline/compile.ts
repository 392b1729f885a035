/** From checked courses to the files that the app fetches. The same courses give the same bytes. */

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
import { createHash } from 'node:crypto';
import { makeSearchParts } from './search-parts.ts';

export interface Bank {
	readonly entries: readonly CourseEntry[];
	/** Text by address below the site's base: `bank/network-power/scale.0123456789.json`. */
	readonly files: ReadonlyMap<string, string>;
}

type Translated = Course & { readonly sections: readonly Section[] };

/** Every course must have a section. */
export function compileBank(courses: readonly WholeCourse[]): Bank {
	const files = new Map<string, string>();
	const entries = courses.map((course) => {
		const { translations, ...original } = course;
		const others = Object.entries(translations).map(([language, translated]) => {
			const entry = compileCourse(translated, `.${language}`, files);
			return [language, addFile(files, `bank/${course.id}/course.${language}`, entry)] as const;
		});
		return { ...compileCourse(original, '', files), translations: Object.fromEntries(others) };
	});
	return { entries, files };
}

function compileCourse(course: Translated, suffix: string, files: Map<string, string>): CourseEntry {
	const { id, title, language, description, source } = course;
	const asked = new Set(course.sections.flatMap(({ questions }) => questions.map(({ claim }) => claim)));
	const sections = course.sections.map((section) => compileSection(id, section, asked, suffix, files));
	const [first] = sections;
	if (!first) throw new Error(`course ${id} has no section`);
	const search = makeSearchParts(course.sections).map((part, number) =>
		// No section can have this name: an id has no underscore. The worker knows the files by it.
		addFile(files, `bank/${id}/search_${number + 1}${suffix}`, part)
	);
	const index: CourseIndex = { sections, search };
	return {
		...{ id, title, language, description, source },
		claims: sumOf(sections.map(({ claims }) => claims)),
		questions: sumOf(sections.map(({ questions }) => questions)),
		sections: sections.length,
		index: addFile(files, `bank/${id}/index${suffix}`, index),
		first,
		translations: {}
	};
}

function compileSection(
	course: string,
	section: Section,
	asked: ReadonlySet<string>,
	suffix: string,
	files: Map<string, string>
): SectionEntry {
	// Read on a page of its own: whoever only answers does not load it.
	const { lesson, ...practised } = section;
	return {
		id: section.id,
		title: section.title,
		claims: section.claims.filter(({ id }) => asked.has(id)).length,
		questions: section.questions.length,
		...addQuestions(course, withoutWaivers(practised), suffix, files),
		...(lesson && {
			lesson: addFile(files, `bank/${course}/${section.id}.lesson${suffix}`, {
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
	files: Map<string, string>
): Pick<SectionEntry, 'file' | 'rest'> {
	const first = new Set(planSection(course, section, new Map()).map(({ question }) => question));
	const stem = `bank/${course}/${section.id}`;
	const asked = section.questions.filter(({ id }) => first.has(id));
	const others = section.questions.filter(({ id }) => !first.has(id));
	const file = addFile(files, `${stem}${suffix}`, { ...section, questions: asked });
	if (others.length === 0) return { file };
	const order = section.questions.map(({ id }) => id);
	return { file, rest: addFile(files, `${stem}.rest${suffix}`, { questions: others, order }) };
}

/** The address changes with the content, so that a browser may keep a file forever. */
function addFile(
	files: Map<string, string>,
	stem: string,
	content: CourseEntry | CourseIndex | Section | SectionRest | Lesson | SearchPart
): string {
	const text = JSON.stringify(content);
	const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
	const path = `${stem}.${hash}.json`;
	files.set(path, text);
	return path;
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}
