import type { Answer, Certainty } from '#core/answer.ts';
import { chanceOf } from '#core/chance.ts';
import type { LearnerEvent } from '#core/event.ts';
import type { Outcome } from '#core/grading.ts';
import type { Session } from '#core/session.ts';
import type { Asked } from './scene.ts';
import type { Stamper } from './stamper.ts';

/** A phone laid aside does not count as thinking. */
const LONGEST_ANSWER_MILLIS = 300_000;

export interface AnsweredSession extends Pick<Session, 'id' | 'course' | 'mode' | 'questions'> {
	/** Whether this is its first answer, which brings its beginning along. */
	readonly isNew: boolean;
	/** When the session before it began, by the learner's clock. */
	readonly lastStartedAt?: number | undefined;
}

export interface GradedAnswer {
	readonly answer: Answer;
	readonly certainty: Certainty | null;
	readonly outcome: Extract<Outcome, { kind: 'graded' }>;
	/** From the question on the screen to the answer. */
	readonly spentMillis: number;
}

/** What to write for an answer, in one transaction: the answer, and before the first one, its session. */
export function makeAnswerEvents(
	{ id: session, course, mode, questions, isNew, lastStartedAt = 0 }: AnsweredSession,
	{ question, claim, order, position }: Asked,
	{ answer, certainty, outcome, spentMillis }: GradedAnswer,
	stamper: Stamper
): readonly LearnerEvent[] {
	const started = (): LearnerEvent => {
		const stamp = stamper.stamp();
		// The session begun last is the one to go on with: a clock that was set back must not hide this one.
		const at = Math.max(stamp.at, lastStartedAt + 1);
		return { ...stamp, at, kind: 'session-started', session, course, mode, questions };
	};
	const answered = (): LearnerEvent => ({
		...stamper.stamp(),
		kind: 'answered',
		session,
		course,
		section: questions[position]!.section,
		claim: claim.id,
		question: question.id,
		answer,
		order,
		score: outcome.score,
		right: outcome.right,
		certainty,
		spentMillis: Math.min(Math.round(spentMillis), LONGEST_ANSWER_MILLIS),
		mode,
		chance: Math.round(chanceOf(question) * 10_000)
	});
	return isNew ? [started(), answered()] : [answered()];
}
