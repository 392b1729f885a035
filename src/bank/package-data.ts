/** What a package for a learning platform holds of a course: compiled as for the app, all of it in one text. */

import type { CourseIndex } from '#core/catalogue.ts';
import type { PackageStandard, PackedCourse } from '#core/exchange.ts';
import type { WholeCourse } from '#core/question.ts';
import { compileBank } from './compile.ts';

/** Share of the score from which on a part is passed, unless the platform sets its own. */
const PASS_SHARE = 0.7;

/** `edition`: small letters and digits; marks of another edition are not gone on with. */
export function makePackageData(
	course: WholeCourse,
	standard: PackageStandard,
	edition: string
): Omit<PackedCourse, 'id'> {
	const { entries, files } = compileBank([course], (stem) => `own/${stem}`);
	const [entry] = entries as readonly [(typeof entries)[number]];
	const { sections } = JSON.parse(files.get(entry.index)!) as CourseIndex;
	// Lessons and what a search finds stay in the app.
	const shelf = [...files].filter(([address]) => !/\.lesson|\/search_/.test(address));
	const { title, description, language } = course;
	return {
		...{ title, description, language, passShare: PASS_SHARE },
		sections: sections.map(({ id, title: name }) => ({ id, title: name })),
		data: JSON.stringify({
			standard,
			passShare: PASS_SHARE,
			edition,
			entry,
			shelf: Object.fromEntries(shelf)
		})
	};
}
