import type { SectionEntry } from '#core/catalogue.ts';
import type { Answered } from '#core/event.ts';
import { isAnswerTo, scorePaper, type PaperScore } from '#core/exam.ts';
import type { Session } from '#core/session.ts';
import type { LearnerStore } from '#storage/store.ts';
import { CHANCE_PARTS } from './exam-events.ts';
import type { Sheet } from './exam-source.ts';

/** A paper that was handed in, as it is shown and printed. */
export interface ExamResult {
	readonly session: Session;
	readonly handedInAt: number;
	readonly score: PaperScore;
	/** By id: the titles of the sections, as far as the course still has them. */
	readonly titles: ReadonlyMap<string, string>;
	/** In the order of the paper. */
	readonly corrected: readonly Corrected[];
}

export interface Corrected {
	/** From 1. */
	readonly number: number;
	readonly answered: Answered;
	/** Absent where the course has lost the question, or changed it to take another shape of answer. */
	readonly sheet: Sheet | undefined;
}

/** The score is that of the day it was handed in: what was kept then is not graded anew. */
export async function readResult(
	session: Session,
	sheets: readonly Sheet[],
	sections: readonly SectionEntry[],
	store: LearnerStore
): Promise<ExamResult> {
	const events = await Promise.all(Object.values(session.answers).map(({ event }) => store.readEvent(event)));
	const byQuestion = new Map(
		events.filter((event) => event?.kind === 'answered').map((event) => [event.question, event])
	);
	const corrected = session.questions.flatMap(({ question }, position) => {
		const answered = byQuestion.get(question);
		if (answered === undefined) return [];
		const sheet = sheets.find((each) => each.position === position && isStillShown(each, answered));
		return [{ number: position + 1, answered, sheet }];
	});
	return {
		session,
		// When the time was up, it was handed in, whenever that was noticed.
		handedInAt: Math.min(
			session.deadlineAt ?? Infinity,
			Math.max(session.startedAt, ...corrected.map(({ answered }) => answered.at))
		),
		score: scorePaper(corrected.map(({ answered }) => toMark(answered))),
		titles: new Map(sections.map(({ id, title }) => [id, title])),
		corrected
	};
}

function isStillShown({ question }: Sheet, { answer }: Answered): boolean {
	return answer.kind === 'unknown' || isAnswerTo(question, answer);
}

function toMark({ section, claim, score, right, chance, answer }: Answered) {
	return { section, claim, score, right, chance: answer.kind === 'unknown' ? 0 : chance / CHANCE_PARTS };
}
