import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import type { CourseOutline } from '#core/pictures/record.ts';
import type { Claim } from '#core/question.ts';
import { LibraryError, type Library } from './library.ts';

/**
 * What there is to know in a course, or, with `isWanted`, with the claims of some sections only. A section
 * whose file cannot be had stands without its claims. Rejects with a `LibraryError` without the list itself.
 */
export async function readOutline(
	course: CourseEntry,
	library: Library,
	isWanted: (section: SectionEntry) => boolean = () => true
): Promise<CourseOutline> {
	const { sections } = await library.readIndex(course);
	const read = await Promise.all(sections.filter(isWanted).map((section) => readClaims(section, library)));
	return { sections, claimsBySection: new Map(read.flat()), language: course.language };
}

async function readClaims(
	section: SectionEntry,
	library: Library
): Promise<readonly (readonly [string, readonly Claim[]])[]> {
	try {
		return [[section.id, (await library.readSection(section)).claims]];
	} catch (error) {
		if (!(error instanceof LibraryError)) throw error;
		return [];
	}
}
