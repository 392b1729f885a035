import type { CourseEntry } from '#core/catalogue.ts';
import { chanceOf } from '#core/chance.ts';
import type {
	ExamClockSet,
	ExamNoted,
	LearnerEvent,
	QuestionRef,
	SessionId,
	SessionStarted
} from '#core/event.ts';
import { gradePosition, minutesLater } from '#core/exam.ts';
import type { Session } from '#core/session.ts';
import type { Sheet } from './exam-source.ts';
import type { Draft } from './exam-notes.svelte.ts';
import type { Stamper } from './stamper.ts';

/** Chances are stored as whole parts of this, so that sums of them can be taken back. */
export const CHANCE_PARTS = 10_000;

/** Without minutes there is no clock. */
export function makeExamStart(
	session: SessionId,
	{ id: course }: CourseEntry,
	questions: readonly QuestionRef[],
	minutes: number | undefined,
	stamper: Stamper
): SessionStarted {
	const stamp = stamper.stamp();
	const started = { ...stamp, kind: 'session-started', session, course, mode: 'exam', questions } as const;
	return minutes === undefined
		? started
		: { ...started, deadlineAt: minutesLater(stamp.at, stamp.at, minutes) };
}

/** The last of them is where the exam goes on. */
export function makeNotes(
	{ id: session, course }: Session,
	drafts: ReadonlyMap<number, Draft>,
	stamper: Stamper
): readonly ExamNoted[] {
	return [...drafts].map(([position, { answer, marked, spentMillis }]) => ({
		...stamper.stamp(),
		kind: 'exam-noted',
		session,
		course,
		position,
		answer,
		marked,
		spentMillis
	}));
}

export function makeClockSet(
	{ id: session, course }: Session,
	deadlineAt: number | null,
	stamper: Stamper
): ExamClockSet {
	return { ...stamper.stamp(), kind: 'exam-clock-set', session, course, deadlineAt };
}

/**
 * What handing in writes: every position that can still be shown, graded. A position whose question the
 * course has lost counts for nothing; the session is then closed, for it will never be answered whole.
 */
export function makeHandIn(
	session: Session,
	sheets: readonly Sheet[],
	stamper: Stamper
): readonly LearnerEvent[] {
	const { id, course, questions, notes, answers } = session;
	const open = sheets.filter(({ position }) => answers[position] === undefined);
	const answered = open.map(({ question, position, order }): LearnerEvent => {
		const { answer, outcome } = gradePosition(question, notes?.[position]?.answer);
		return {
			...stamper.stamp(),
			...questions[position]!,
			kind: 'answered',
			session: id,
			course,
			answer,
			order,
			score: outcome.score,
			right: outcome.right,
			certainty: null,
			spentMillis: notes?.[position]?.spentMillis ?? 0,
			mode: 'exam',
			chance: Math.round(chanceOf(question) * CHANCE_PARTS)
		};
	});
	if (sheets.length === questions.length) return answered;
	return [...answered, { ...stamper.stamp(), kind: 'session-closed', session: id, course }];
}
