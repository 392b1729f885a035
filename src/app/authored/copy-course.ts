/** A course that learners have, as files that an author can change: ids, claims and languages as they were. */

import { makeNewTranslation } from '#bank/new-question.ts';
import type { CourseEntry } from '#core/catalogue.ts';
import type { Section } from '#core/question.ts';
import { makeNative } from '#formats/native-writer.ts';
import { fetchJson, type Library } from '../library.ts';

interface Told {
	readonly entry: CourseEntry;
	readonly sections: readonly (Section & { readonly lesson?: readonly string[] })[];
}

/**
 * Text by file name. What learners are never sent (comments, waivers) is not in it.
 * Rejects with a `LibraryError`.
 */
export async function copyCourse(
	entry: CourseEntry,
	library: Library,
	base: string
): Promise<ReadonlyMap<string, string>> {
	const original = await readAll(entry, library);
	const files = new Map<string, unknown>([['course.yaml', makeCourse(entry)]]);
	const names = original.sections.map(({ id }, index) => `${String(index + 1).padStart(2, '0')}-${id}`);
	for (const [index, { id, title, lesson, claims, questions }] of original.sections.entries())
		files.set(`${names[index]}.yaml`, {
			section: { id, title },
			...(lesson && { lesson }),
			claims,
			questions
		});
	for (const [language, address] of Object.entries(entry.translations)) {
		const translated = (await fetchJson(`${base}/${address}`, (...args) => fetch(...args))) as CourseEntry;
		const told = await readAll(translated, library);
		files.set(`course.${language}.yaml`, makeCourseTranslation(translated));
		for (const [index, section] of told.sections.entries())
			files.set(`${names[index]}.${language}.yaml`, makeSectionTranslation(section));
	}
	return new Map([...files].map(([name, value]) => [name, makeNative(value)]));
}

async function readAll(entry: CourseEntry, library: Library): Promise<Told> {
	const { sections: entries } = await library.readIndex(entry);
	const sections = await Promise.all(
		entries.map(async (each) => {
			const [section, lesson] = await Promise.all([library.readWholeSection(each), library.readLesson(each)]);
			return { ...section, ...(lesson && { lesson: lesson.paragraphs }) };
		})
	);
	return { entry, sections };
}

function makeCourse({ title, language, description, source }: CourseEntry): unknown {
	return { course: { title, language, description }, source };
}

function makeCourseTranslation({ title, description, source }: CourseEntry): unknown {
	const { language: _, paragraphs: __, ...said } = source;
	return { course: { title, description }, source: said };
}

function makeSectionTranslation({ title, lesson, claims, questions }: Told['sections'][number]): unknown {
	return {
		section: { title },
		...(lesson && { lesson }),
		claims: Object.fromEntries(claims.map(({ id, text }) => [id, text])),
		questions: Object.fromEntries(questions.map((question) => [question.id, makeNewTranslation(question)]))
	};
}
