import type { Bank } from '#bank/compile.ts';
import type { CourseEntry } from '#core/catalogue.ts';
import { nameByHash } from './read-bank.ts';

/**
 * The bank for the pages of one language: a course that is in it is given in it, with the language in which it was
 * written as one of its others; any other course stays as it is.
 */
export function turnBank({ entries, files }: Bank, language: string): Bank {
	const all = new Map(files);
	const turned = entries.map((entry) => {
		const { translations, ...original } = entry;
		const { [language]: address, ...others } = translations;
		const text = address === undefined ? undefined : files.get(address);
		if (text === undefined) return entry;
		const kept = JSON.stringify({ ...original, translations: {} } satisfies CourseEntry);
		const place = nameByHash(`${entry.id}/course.${entry.language}`, kept);
		all.set(place, kept);
		const translated = JSON.parse(text) as CourseEntry;
		return { ...translated, translations: { [entry.language]: place, ...others } };
	});
	return { entries: turned, files: all };
}
