import { ANSWER_KINDS, UNKNOWN, type Answer } from './answer.ts';
import { correctForGuessing } from './chance.ts';
import type { QuestionRef } from './event.ts';
import { gradeAnswer, type Outcome } from './grading.ts';
import type { Question } from './question.ts';
import { isFinished, type Session } from './session.ts';

/**
 * What is particular to an exam: the state of its positions, its clock, and what a paper is worth. How a
 * paper is drawn stands in `draw-paper.ts`.
 */

/** By one press, as often as it is wanted: WCAG 2.2.1. */
export const EXTENSION_MINUTES = 5;
/** When the time left is told unasked; in between, nothing interrupts. */
export const WARNING_MINUTES = [5, 1] as const;

const MINUTE_MILLIS = 60_000;

/** `begun`: something stands there that cannot be graded yet: a gap is empty, a number cannot be read. */
export type PositionState = 'open' | 'begun' | 'answered';

export function stateOf(question: Question, answer: Answer = UNKNOWN): PositionState {
	if (!isAnswerTo(question, answer)) return 'open';
	const outcome = gradeAnswer(question, answer);
	if (outcome.kind === 'graded') return 'answered';
	return outcome.reason === 'empty' ? 'open' : 'begun';
}

/** Whether all has been said: by handing in, or by closing what could not be handed in whole. */
export function isHandedIn(session: Session): boolean {
	return session.closed || isFinished(session);
}

/** The position to go on at: the one noted last, for going to a position notes it too. */
export function lastNoted({ notes = {} }: Session): number {
	const byTime = Object.entries(notes).sort(([, a], [, b]) => b.at - a.at);
	return Number(byTime[0]?.[0] ?? 0);
}

/** Whole minutes, the running one counted in; `undefined` without a clock. */
export function minutesLeft(deadlineAt: number | undefined, nowMillis: number): number | undefined {
	return deadlineAt === undefined
		? undefined
		: Math.max(0, Math.ceil((deadlineAt - nowMillis) / MINUTE_MILLIS));
}

export function isPast(deadlineAt: number | undefined, nowMillis: number): boolean {
	return deadlineAt !== undefined && nowMillis >= deadlineAt;
}

/** The warning that has come due between two readings of the clock, however far apart they are. */
export function warningBetween(before: number | undefined, left: number | undefined): number | undefined {
	if (before === undefined || left === undefined) return undefined;
	return WARNING_MINUTES.filter((minutes) => left <= minutes && minutes < before).at(-1);
}

/** From `fromMillis` on, or from now, where that has passed. */
export function minutesLater(fromMillis: number, nowMillis: number, minutes: number): number {
	return Math.max(fromMillis, nowMillis) + minutes * MINUTE_MILLIS;
}

export interface GradedPosition {
	/** As it is written: `UNKNOWN` for what was left open. */
	readonly answer: Answer;
	readonly outcome: Extract<Outcome, { kind: 'graded' }>;
}

/**
 * What a position is worth when the paper is handed in. Here nothing can stay open: parts without an
 * answer are not right, and the others keep their worth.
 */
export function gradePosition(question: Question, noted: Answer = UNKNOWN): GradedPosition {
	const answer = stateOf(question, noted) === 'open' ? UNKNOWN : noted;
	for (const attempt of [answer, fillParts(question, answer)]) {
		const outcome = gradeAnswer(question, attempt);
		if (outcome.kind === 'graded') return { answer, outcome };
	}
	return { answer, outcome: { kind: 'graded', score: 0, right: false, parts: {} } };
}

/** A question that was changed since may take another shape of answer. */
export function isAnswerTo(question: Question, answer: Answer): boolean {
	return answer.kind === ANSWER_KINDS[question.kind];
}

/** Right in no part: no id reads so, and as typed text nothing of it is left to compare. */
const NOTHING = '–';

function fillParts(question: Question, answer: Answer): Answer {
	const fill = (given: Readonly<Record<string, string>>, parts: readonly { id: string }[]) =>
		Object.fromEntries(parts.map(({ id }) => [id, partOf(given, id) ?? NOTHING]));
	if (answer.kind === 'gaps' && question.kind === 'cloze')
		return { kind: 'gaps', gaps: fill(answer.gaps, question.gaps) };
	if (answer.kind === 'pairs' && question.kind === 'matching')
		return { kind: 'pairs', pairs: fill(answer.pairs, question.pairs) };
	if (answer.kind === 'pairs' && question.kind === 'categorise')
		return { kind: 'pairs', pairs: fill(answer.pairs, question.entries) };
	return answer;
}

/** Ids come from files: "constructor" must find nothing that it did not bring. */
function partOf(given: Readonly<Record<string, string>>, id: string): string | undefined {
	const part = Object.hasOwn(given, id) ? given[id]! : '';
	return part.trim() === '' ? undefined : part;
}

/** One position of a paper that was handed in. */
export interface Mark extends Pick<QuestionRef, 'section' | 'claim'> {
	readonly score: number;
	readonly right: boolean;
	/** Of being right by guessing alone, from 0 to 1; 0 where nothing was answered, and so nothing guessed. */
	readonly chance: number;
}

export interface Tallied {
	readonly questions: number;
	readonly rights: number;
	/** The sum of the scores. */
	readonly points: number;
}

export interface PaperScore extends Tallied {
	/** The share that is known rather than guessed, from 0 to 1; `undefined` where guessing explains it all. */
	readonly known: number | undefined;
	readonly sections: ReadonlyMap<string, Tallied>;
	readonly claims: ReadonlyMap<string, Tallied>;
}

export function scorePaper(marks: readonly Mark[]): PaperScore {
	const whole = tally(marks);
	const chances = marks.reduce((sum, { chance }) => sum + chance, 0);
	return {
		...whole,
		known: correctForGuessing(whole.rights, whole.questions, chances),
		sections: tallyBy(marks, ({ section }) => section),
		claims: tallyBy(marks, ({ claim }) => claim)
	};
}

function tallyBy(marks: readonly Mark[], keyOf: (mark: Mark) => string): ReadonlyMap<string, Tallied> {
	const keys = [...new Set(marks.map(keyOf))];
	return new Map(keys.map((key) => [key, tally(marks.filter((mark) => keyOf(mark) === key))]));
}

function tally(marks: readonly Mark[]): Tallied {
	return {
		questions: marks.length,
		rights: marks.filter(({ right }) => right).length,
		points: marks.reduce((sum, { score }) => sum + score, 0)
	};
}
