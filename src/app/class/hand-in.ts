/** The learner's side: the result of an exam on its way to whoever set it. Loaded when it is asked for. */

import type { CourseEntry } from '#core/catalogue.ts';
import { LONGEST_NAME, packResult, type HandedResult } from '#core/class/result.ts';
import { makeParcel } from '#formats/parcel.ts';
import { makeQrCode, type QrCode } from '#formats/qr-code.ts';
import type { ExamResult } from '../exam-result.ts';

export interface HandIn {
	readonly file: File;
	readonly link: string;
	/** Where the link is short enough for a camera. */
	readonly code: QrCode | undefined;
}

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
export function makeHandIn(result: HandedResult, site: string): HandIn {
	const parcel = makeParcel('result', packResult(result));
	const link = `${site}/author/class#${parcel}`;
	const words = [result.course, result.name ?? ''].join(' ').replace(/[^\p{L}\p{N}]+/gu, '-');
	const name = `result-${words.replace(/^-|-$/g, '')}-${parcel.slice(10, 18)}.txt`;
	return { file: new File([`${parcel}\n`], name, { type: 'text/plain' }), link, code: makeQrCode(link) };
}
