import type { Answer } from './answer.ts';
import type { EventId, QuestionRef, SessionId, SessionMode } from './event.ts';

/** One run of questions, as far as it has got. A cache of its events. */
export interface Session {
	readonly id: SessionId;
	readonly course: string;
	readonly mode: SessionMode;
	readonly startedAt: number;
	readonly questions: readonly QuestionRef[];
	/** By position in `questions`; a position without an answer is absent. */
	readonly answers: Readonly<Record<number, SessionAnswer>>;
	readonly closed: boolean;
	/** When a claim was last left out of what is to come. */
	readonly shortenedAt?: number;
	/** Of an exam that is not handed in yet: what stands in the fields, by position. */
	readonly notes?: Readonly<Record<number, ExamNote>>;
	/** Of an exam: when it ends by itself. */
	readonly deadlineAt?: number;
}

export interface ExamNote {
	readonly answer: Answer;
	readonly marked: boolean;
	readonly spentMillis: number;
	readonly at: number;
}

export interface SessionAnswer {
	readonly event: EventId;
	readonly at: number;
	readonly right: boolean;
	readonly score: number;
}

/** An exam lasts over other sessions: each course has two that can be gone on with. */
export function sessionKey({ course, mode }: Pick<Session, 'course' | 'mode'>): string {
	return mode === 'exam' ? examKey(course) : course;
}

export function examKey(course: string): string {
	return `${course}/exam`;
}

/** The first position without an answer; `questions.length` when all have one. */
export function positionOf(session: Session): number {
	const open = session.questions.findIndex((_, position) => session.answers[position] === undefined);
	return open === -1 ? session.questions.length : open;
}

export function isFinished(session: Session): boolean {
	return positionOf(session) === session.questions.length;
}

export function answersGiven(session: Session): number {
	return Object.keys(session.answers).length;
}

/** The answer that an undo takes back. */
export function lastAnswer(session: Session): (SessionAnswer & { readonly position: number }) | undefined {
	return Object.entries(session.answers)
		.map(([position, answer]) => ({ ...answer, position: Number(position) }))
		.reduce<(SessionAnswer & { position: number }) | undefined>(
			(last, answer) => (last === undefined || answer.position > last.position ? answer : last),
			undefined
		);
}

/** What was not right, in the order it was asked. */
export function missedQuestions(session: Session): readonly QuestionRef[] {
	return session.questions.filter((_, position) => session.answers[position]?.right === false);
}
