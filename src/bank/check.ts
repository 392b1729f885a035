/**
 * From the drafts of one course to the course, or to all that is wrong with it.
 *
 *     const { value: course, issues } = checkCourse({ id: 'network-power', folder, drafts, unread: [] });
 */

import type { Checked } from '#core/issue.ts';
import type { Course, Section, WholeCourse } from '#core/question.ts';
import { checkClaims, checkPlaces, checkUniqueIds } from './check-references.ts';
import { readSection, type ReadSection } from './check-section.ts';
import { translateCourse, translateSection } from './check-translation.ts';
import { Findings, type CourseDraft } from './draft.ts';
import { readFileName } from './file-names.ts';
import { makeHint } from './near.ts';
import { findPlaceholders } from './placeholders.ts';
import { ID } from './schema-parts.ts';
import { courseSchema } from './schema.ts';
import { parseBy } from './schema-words.ts';

export interface CourseDrafts {
	/** The name of its folder. */
	readonly id: string;
	/** Before each file name, for issues about files that are not there. */
	readonly folder: string;
	readonly drafts: readonly CourseDraft[];
	/** Files that are there but cannot be read: what they may hold is not reported as missing. */
	readonly unread: readonly string[];
}

interface TranslationDraft {
	readonly language: string;
	readonly draft: CourseDraft;
	/** Absent for the course's own. */
	readonly name?: string;
}

/** A course only if nothing is wrong. All issues, sorted by file and line. */
export function checkCourse({ id, folder, drafts, unread }: CourseDrafts): Checked<WholeCourse> {
	const findings = new Findings();
	const files = sortFiles(drafts, findings);
	if (!ID.test(id) || id.length < 2 || id.length > 60) {
		const message = `expected a folder name of 2 to 60 small letters, digits and single hyphens, found "${id}"; rename the folder`;
		addFolderIssue(findings, folder, 'course/folder-name', message);
	}
	const course = readCourse(id, files.course, findings);
	const sections = new Map(files.sections.map(({ name, draft }) => [name, readSection(draft)]));
	for (const { draft, findings: own } of sections.values()) findings.add(draft, ...own);
	for (const draft of drafts) findings.add(draft, ...findPlaceholders(draft.value));
	checkAllThere(folder, files, unread, findings);
	const read = [...sections.values()];
	checkUniqueIds(read, findings);
	if (unread.length === 0) checkClaims(read, findings);
	if (course) checkPlaces(read, course, findings);
	const translations = translateAll(course, sections, files.translations, unread, findings);
	if (!course || findings.size > 0) return { issues: findings.locate() };
	return { value: { ...course, sections: sectionsOf(read), translations }, issues: [] };
}

interface CourseFileRoles {
	readonly course: CourseDraft | undefined;
	readonly sections: readonly { readonly name: string; readonly draft: CourseDraft }[];
	readonly translations: readonly TranslationDraft[];
}

/** Sorted by file name, which is the order of sections. */
function sortFiles(drafts: readonly CourseDraft[], findings: Findings): CourseFileRoles {
	let course: CourseDraft | undefined;
	const sections: { name: string; draft: CourseDraft }[] = [];
	const translations: TranslationDraft[] = [];
	for (const draft of [...drafts].sort((a, b) => (a.file < b.file ? -1 : 1))) {
		const role = readFileName(draft.file);
		if (role.kind === 'course') course = draft;
		else if (role.kind === 'section') sections.push({ name: role.name, draft });
		else if (role.kind === 'course-translation') translations.push({ language: role.language, draft });
		else if (role.kind === 'section-translation') {
			translations.push({ language: role.language, name: role.name, draft });
		} else {
			const message =
				'expected course.yaml, 01-name.yaml or 01-name.zh.yaml (small letters, digits, hyphens); rename it';
			findings.add(draft, { path: [], code: 'file/name', message });
		}
	}
	return { course, sections, translations };
}

function readCourse(
	id: string,
	draft: CourseDraft | undefined,
	findings: Findings
): (Course & Pick<WholeCourse, 'waive'>) | undefined {
	if (!draft) return undefined;
	const { value, findings: found } = parseBy(courseSchema, draft.value, []);
	findings.add(draft, ...found);
	if (!value) return undefined;
	const { date, ...source } = value.source;
	return {
		id,
		...value.course,
		source: { ...source, ...(date === undefined ? {} : { date: String(date) }) },
		...(value.waive && { waive: value.waive })
	};
}

function checkAllThere(
	folder: string,
	files: CourseFileRoles,
	unread: readonly string[],
	findings: Findings
): void {
	if (!files.course && !unread.some((file) => readFileName(file).kind === 'course')) {
		const message =
			'expected a file course.yaml in the folder, found none; write one as questions/README.md shows';
		addFolderIssue(findings, folder, 'course/missing', message);
	}
	if (files.sections.length === 0 && unread.length === 0) {
		const message =
			'expected at least one section, found none; add a file like 01-scale.yaml beside course.yaml';
		addFolderIssue(findings, folder, 'course/no-sections', message);
	}
}

function addFolderIssue(findings: Findings, folder: string, code: string, message: string): void {
	findings.addIssue({ code, message, where: { file: `${folder}/course.yaml`, line: 1, column: 1 } });
}

function translateAll(
	course: Course | undefined,
	sections: ReadonlyMap<string, ReadSection>,
	drafts: readonly TranslationDraft[],
	unread: readonly string[],
	findings: Findings
): WholeCourse['translations'] {
	const translations: Record<string, Course & { readonly sections: readonly Section[] }> = {};
	for (const { draft, name, language } of drafts) {
		if (course?.language === language) {
			const message = `expected another language than that of the course, found "${language}"; rename the file`;
			findings.add(draft, { path: [], code: 'translation/same-language', message });
		}
		if (name === undefined || sections.has(name) || unread.length > 0) continue;
		const message = `expected ${name}.yaml beside it, found none${makeHint(name, sections.keys())}`;
		findings.add(draft, { path: [], code: 'translation/no-section', message });
	}
	for (const language of new Set(drafts.map(({ language }) => language))) {
		const own = drafts.filter((draft) => draft.language === language);
		const translated = translateInto(language, course, sections, own, unread, findings);
		if (translated) translations[language] = translated;
	}
	return translations;
}

function translateInto(
	language: string,
	course: Course | undefined,
	sections: ReadonlyMap<string, ReadSection>,
	drafts: readonly TranslationDraft[],
	unread: readonly string[],
	findings: Findings
): (Course & { readonly sections: readonly Section[] }) | undefined {
	const byName = new Map(drafts.map(({ name, draft }) => [name, draft]));
	const translated: Section[] = [];
	for (const [name, { section }] of sections) {
		const draft = byName.get(name);
		if (draft && section) translated.push(...[translateSection(section, draft, findings) ?? []].flat());
		else if (!draft) addMissingFile(`${name}.${language}.yaml`, drafts, unread, findings);
	}
	const head = byName.get(undefined);
	if (!head) addMissingFile(`course.${language}.yaml`, drafts, unread, findings);
	const translatedCourse = head && course && translateCourse(course, language, head, findings);
	return translatedCourse && { ...translatedCourse, sections: translated };
}

function addMissingFile(
	name: string,
	beside: readonly TranslationDraft[],
	unread: readonly string[],
	findings: Findings
): void {
	const first = beside[0];
	if (!first || unread.some((file) => file.endsWith(`/${name}`))) return;
	const message = `expected ${name} beside this file, found none: a course is translated in full or not at all`;
	findings.add(first.draft, { path: [], code: 'translation/missing', message });
}

function sectionsOf(read: readonly ReadSection[]): readonly Section[] {
	return read.flatMap(({ section }) => section ?? []);
}
