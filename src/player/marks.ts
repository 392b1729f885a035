/**
 * How far a learner has got, in as few signs as can be: platforms give 4,096 of them (SCORM 1.2) and no database.
 *
 *     1.k3x9qa.rrw7?
 *
 * Version, edition of the course, and a sign for each question: right, wrong, tenths of a score, not known.
 */

import { UNKNOWN } from '#core/answer.ts';
import type { LearnerEvent, QuestionRef, SessionId } from '#core/event.ts';
import type { Session } from '#core/session.ts';

const VERSION = '1';
const OPEN = '.';

interface Mark {
	readonly right: boolean;
	readonly score: number;
}

export function packMarks(edition: string, session: Pick<Session, 'questions' | 'answers'>): string {
	const marks = session.questions.map((_, position) => signOf(session.answers[position])).join('');
	return `${VERSION}.${edition}.${marks.replace(/\.+$/, '')}`;
}

/** By position; `undefined` for what is not of this edition, or not ours. Questions without an answer are absent. */
export function unpackMarks(
	edition: string,
	text: string,
	count: number
): ReadonlyMap<number, Mark> | undefined {
	const [, version, of, marks = ''] = /^(\d+)\.([a-z0-9]+)\.([rw0-9.]*)$/.exec(text) ?? [];
	if (version !== VERSION || of !== edition || marks.length > count) return undefined;
	return new Map(
		[...marks].flatMap((sign, position) => (sign === OPEN ? [] : [[position, markOf(sign)] as const]))
	);
}

function signOf(mark: Mark | undefined): string {
	if (mark === undefined) return OPEN;
	if (mark.right) return 'r';
	return mark.score === 0 ? 'w' : String(Math.min(9, Math.max(1, Math.round(mark.score * 10))));
}

function markOf(sign: string): Mark {
	if (sign === 'r') return { right: true, score: 1 };
	return { right: false, score: sign === 'w' ? 0 : Number(sign) / 10 };
}

interface Stamps {
	stamp(): Pick<LearnerEvent, 'id' | 'version' | 'at' | 'offset'>;
}

/** The session as it was left, told anew. What was answered word for word stays with the platform. */
export function retell(
	{ session, course, questions }: { session: SessionId; course: string; questions: readonly QuestionRef[] },
	marks: ReadonlyMap<number, Mark>,
	stamper: Stamps
): readonly LearnerEvent[] {
	const common = { session, course, mode: 'practice' as const };
	const started: LearnerEvent = { ...stamper.stamp(), ...common, kind: 'session-started', questions };
	const answered = [...marks].map(([position, { right, score }]): LearnerEvent => ({
		...stamper.stamp(),
		...common,
		...questions[position]!,
		kind: 'answered',
		answer: UNKNOWN,
		order: [],
		score,
		right,
		certainty: null,
		spentMillis: 0,
		chance: 0
	}));
	return [started, ...answered];
}
