import type { Answer, Certainty } from './answer.ts';

/**
 * What happened, written once and never changed. Everything else about a learner follows from these.
 */

/** Sorts by time: the first 48 bits are the moment, in milliseconds (UUID version 7, RFC 9562). */
export type EventId = string & { readonly __eventId: unique symbol };
export type SessionId = string & { readonly __sessionId: unique symbol };

export const EVENT_VERSION = 2;

interface Stamp {
	readonly id: EventId;
	readonly version: typeof EVENT_VERSION;
	/** Milliseconds since 1970, by the learner's clock. */
	readonly at: number;
	/** Minutes east of UTC, by the learner's zone at that moment. */
	readonly offset: number;
}

/** A question's address among all courses. */
export interface QuestionRef {
	readonly section: string;
	readonly claim: string;
	readonly question: string;
}

/**
 * `learn`: claims of a section, new ones first · `review`: what is due · `again`: what a session missed ·
 * `practice`: chosen freely · `mistakes`: what was wrong the last time · `preview`: before reading a
 * lesson; counts for nothing · `exam`: no feedback until it is handed in.
 */
export const SESSION_MODES = ['learn', 'review', 'again', 'practice', 'mistakes', 'preview', 'exam'] as const;
export type SessionMode = (typeof SESSION_MODES)[number];

/** Whether a day's first answer of that mode moves its claim's card. */
export function movesCards(mode: SessionMode): boolean {
	return mode === 'learn' || mode === 'review' || mode === 'again';
}

export interface SessionStarted extends Stamp {
	readonly kind: 'session-started';
	readonly session: SessionId;
	readonly course: string;
	readonly mode: SessionMode;
	readonly questions: readonly QuestionRef[];
	/** Milliseconds since 1970 at which an exam ends by itself; absent without a clock. */
	readonly deadlineAt?: number;
}

export interface Answered extends Stamp, QuestionRef {
	readonly kind: 'answered';
	readonly session: SessionId;
	readonly course: string;
	readonly answer: Answer;
	/** Option ids in the order they stood on the screen. */
	readonly order: readonly string[];
	readonly score: number;
	readonly right: boolean;
	/** `null` where certainty is not asked for. */
	readonly certainty: Certainty | null;
	/** From the question on the screen to the answer. */
	readonly spentMillis: number;
	/** Of the session. */
	readonly mode: SessionMode;
	/** Of being right by guessing alone, in parts of ten thousand: whole, so that sums can be taken back. */
	readonly chance: number;
}

export interface Undone extends Stamp {
	readonly kind: 'undone';
	/** The answer that is taken back. */
	readonly target: EventId;
	readonly session: SessionId;
	readonly course: string;
	readonly claim: string;
}

export interface SessionClosed extends Stamp {
	readonly kind: 'session-closed';
	readonly session: SessionId;
	readonly course: string;
}

/** The learner wants to be asked for this claim no more, or again. */
export interface Suspended extends Stamp {
	readonly kind: 'suspended';
	readonly course: string;
	readonly section: string;
	readonly claim: string;
	readonly suspended: boolean;
}

/** What is left of the session asks for that claim no more. */
export interface SessionShortened extends Stamp {
	readonly kind: 'session-shortened';
	readonly session: SessionId;
	readonly course: string;
	readonly claim: string;
}

/** A mark of the learner's own, to find the question again by. */
export interface Flagged extends Stamp, QuestionRef {
	readonly kind: 'flagged';
	readonly course: string;
	readonly flagged: boolean;
}

/** What stands in an exam's fields now; the last note on a position counts, until the exam is handed in. */
export interface ExamNoted extends Stamp {
	readonly kind: 'exam-noted';
	readonly session: SessionId;
	readonly course: string;
	/** From 0. */
	readonly position: number;
	readonly answer: Answer;
	/** Marked to come back to. */
	readonly marked: boolean;
	readonly spentMillis: number;
}

/** The exam's clock was extended, or with `null` switched off. */
export interface ExamClockSet extends Stamp {
	readonly kind: 'exam-clock-set';
	readonly session: SessionId;
	readonly course: string;
	readonly deadlineAt: number | null;
}

export type LearnerEvent =
	| SessionStarted
	| Answered
	| Undone
	| SessionClosed
	| SessionShortened
	| Suspended
	| Flagged
	| ExamNoted
	| ExamClockSet;
export type LearnerEventKind = LearnerEvent['kind'];

/** Law 1. Total, because no two events share an id. */
export function compareEvents(a: LearnerEvent, b: LearnerEvent): number {
	return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * An undo names its answer in full. One that names another claim or session takes nothing back, so that
 * what it changes can be found by claim and by session alone.
 */
export function takesBack(undo: Undone, event: Answered): boolean {
	return (
		undo.target === event.id &&
		undo.session === event.session &&
		undo.course === event.course &&
		undo.claim === event.claim
	);
}

/** `random` holds ten bytes; `atMillis` fits 48 bits until the year 10889. */
export function makeEventId(atMillis: number, random: Uint8Array): EventId {
	const time = Math.trunc(atMillis).toString(16).padStart(12, '0');
	const rest = Array.from(random.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('');
	const variant = '89ab'[random[1]! & 3]!;
	return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(5, 8)}-${rest.slice(8, 20)}` as EventId;
}
