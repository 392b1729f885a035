/** The translations of a course as its author writes them: a file beside each file, a text beside each text. */

import { readFileName } from '#bank/file-names.ts';
import {
	countMissing,
	listCourseTexts,
	listSectionTexts,
	readTyped,
	type TextGroup,
	type TextToTranslate
} from '#bank/translation-texts.ts';
import { setAt, setWithin, type CourseFiles, type SetEdit } from '#core/edit.ts';
import { sectionFiles } from './new-parts.ts';

export interface SectionToTranslate {
	/** Of the original. */
	readonly file: string;
	/** Texts that are still to be written. */
	readonly missing: number;
}

export interface Translation {
	/** BCP 47 tag. */
	readonly language: string;
	/** In the file of the course. */
	readonly missing: number;
	readonly sections: readonly SectionToTranslate[];
}

/** In the order of their tags. */
export function listTranslations(files: CourseFiles): readonly Translation[] {
	return languagesOf(files).map((language) => ({
		language,
		missing: countMissing(textsOf(files, 'course.yaml', language)),
		sections: sectionFiles(files).map((file) => ({
			file,
			missing: countMissing(textsOf(files, file, language))
		}))
	}));
}

export function languagesOf(files: CourseFiles): readonly string[] {
	const languages = Object.keys(files).flatMap((file) => {
		const role = readFileName(file);
		return 'language' in role ? [role.language] : [];
	});
	return [...new Set(languages)].sort();
}

/** "01-scale.zh.yaml" for "01-scale.yaml". */
export function translationOf(file: string, language: string): string {
	return file.replace(/\.yaml$/, `.${language}.yaml`);
}

/** `file`: of the original. */
export function textsOf(files: CourseFiles, file: string, language: string): readonly TextGroup[] {
	const given = files[translationOf(file, language)];
	return file === 'course.yaml'
		? [listCourseTexts(files[file], given)]
		: listSectionTexts(files[file], given);
}

export function setText(
	files: CourseFiles,
	at: { readonly file: string; readonly language: string },
	{ path, isList }: TextToTranslate,
	typed: string
): SetEdit {
	return setWithin(files, translationOf(at.file, at.language), path, readTyped(typed, isList));
}

/** Its files appear as texts are written; this one says that the language is wanted. */
export function beginTranslation(files: CourseFiles, language: string): readonly SetEdit[] {
	return [setAt(files, translationOf('course.yaml', language), [], { course: {}, source: {} })];
}

export function removeTranslation(files: CourseFiles, language: string): readonly SetEdit[] {
	return Object.keys(files)
		.filter((file) => {
			const role = readFileName(file);
			return 'language' in role && role.language === language;
		})
		.map((file) => setAt(files, file, [], undefined));
}

/** What the translations say of a question goes along with it, to another section or under another id. */
export function carryTranslations(
	files: CourseFiles,
	from: { readonly file: string; readonly id: string },
	to: { readonly file: string; readonly id: string },
	isCopy: boolean
): readonly SetEdit[] {
	return languagesOf(files).flatMap((language) => {
		const [source, target] = [from, to].map(({ file }) => translationOf(file, language)) as [string, string];
		const questions = (files[source] as { questions?: Record<string, unknown> } | undefined)?.questions;
		const said = questions?.[from.id];
		if (said === undefined) return [];
		const arrival = setWithin(files, target, ['questions', to.id], said);
		return isCopy ? [arrival] : [setAt(files, source, ['questions', from.id], undefined), arrival];
	});
}
