/** The learner's side: the result of an exam on its way to whoever set it. Loaded when it is asked for. */

import type { CourseEntry } from '#core/catalogue.ts';
import { LONGEST_NAME, packResult, type HandedResult } from '#core/class/result.ts';
import type { ExamResult } from '../exam-result.ts';
import { handOut, type HandedOut } from './hand-out.ts';

export function makeHandedResult(course: CourseEntry, result: ExamResult, name: string): HandedResult {
	return {
		id: result.session.id,
		course: course.id,
		name: name.trim().slice(0, LONGEST_NAME),
		handedInAt: result.handedInAt,
		answers: result.corrected.map(({ answered }) => ({
			question: answered.question,
			answer: answered.answer,
			score: answered.score,
			right: answered.right,
			certainty: answered.certainty,
			spentMillis: answered.spentMillis
		}))
	};
}

/** `site`: where it stands, "https://example.org/grasp". */
export function handIn(result: HandedResult, site: string): HandedOut {
	const { course, name = '', id } = result;
	return handOut('result', packResult(result), `${site}/author/class`, `${course} ${name} ${id.slice(-6)}`);
}
