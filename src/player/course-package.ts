import type { CourseEntry } from '#core/catalogue.ts';
import type { PackageStandard } from '#core/exchange.ts';
import { pickLanguage } from '#core/language.ts';

/** `course.json` of a package: the compiled course, and what it is packed for. */
export interface CoursePackage {
	readonly standard: PackageStandard;
	/** Share of the score from which on a part is passed; a platform may have its own. */
	readonly passShare: number;
	/** Tells this edition from others: small letters and digits. */
	readonly edition: string;
	readonly entry: CourseEntry;
	/** JSON by address. */
	readonly shelf: Readonly<Record<string, string>>;
}

/** The course in the language that the browser wishes for, where the package has it. */
export function entryFor({ entry, shelf }: CoursePackage, wishes: readonly string[]): CourseEntry {
	const { language, translations } = entry;
	const address = translations[pickLanguage(language, Object.keys(translations), wishes)];
	const text = address === undefined ? undefined : shelf[address];
	return text === undefined ? entry : (JSON.parse(text) as CourseEntry);
}
