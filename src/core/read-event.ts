import { CERTAINTIES, type Certainty } from './answer.ts';
import {
	EVENT_VERSION,
	SESSION_MODES,
	type LearnerEvent,
	type LearnerEventKind,
	type SessionMode
} from './event.ts';
import { isRecord } from './is-record.ts';
import { raise, type RaisingStep } from './raise.ts';

/** Steps from one stored version to the next. */
const EVENT_STEPS: Readonly<Record<number, RaisingStep>> = {
	// There was one way to study, and nothing was said of guessing.
	1: (record) => (record['kind'] === 'answered' ? { ...record, mode: 'learn', chance: 0 } : record)
};

/**
 * One stored event, raised to the current version. The record itself stays as it was written.
 *
 * @returns `undefined` for an event of a later version or another program: kept, and skipped
 */
export function readEvent(stored: unknown): LearnerEvent | undefined {
	const raised = raise(stored, EVENT_STEPS, EVENT_VERSION);
	return isEvent(raised) ? raised : undefined;
}

const TEXT_FIELDS = {
	'session-started': ['session', 'course', 'mode'],
	answered: ['session', 'course', 'section', 'claim', 'question'],
	undone: ['session', 'course', 'claim', 'target'],
	'session-closed': ['session', 'course'],
	'session-shortened': ['session', 'course', 'claim'],
	suspended: ['course', 'section', 'claim'],
	flagged: ['course', 'section', 'claim', 'question'],
	'exam-noted': ['session', 'course'],
	'exam-clock-set': ['session', 'course']
} as const satisfies Record<LearnerEventKind, readonly string[]>;

const DAY_MINUTES = 24 * 60;
/** Beyond it, less one day for the offset, a year has five digits and a day no longer sorts as text. */
const LAST_MILLIS = Date.UTC(9999, 11, 30);

function isEvent(record: unknown): record is LearnerEvent {
	if (!isRecord(record) || typeof record['kind'] !== 'string') return false;
	if (!Object.hasOwn(TEXT_FIELDS, record['kind']) || !isStamped(record)) return false;
	const kind = record['kind'] as LearnerEventKind;
	if (!TEXT_FIELDS[kind].every((field) => typeof record[field] === 'string')) return false;
	return FITS[kind]?.(record) ?? true;
}

/** What more must hold, by kind. */
const FITS: Partial<Record<LearnerEventKind, (record: Readonly<Record<string, unknown>>) => boolean>> = {
	'session-started': ({ questions, mode, deadlineAt }) =>
		isRefList(questions) && isMode(mode) && (deadlineAt === undefined || isMoment(deadlineAt)),
	answered: isAnswered,
	suspended: ({ suspended }) => typeof suspended === 'boolean',
	flagged: ({ flagged }) => typeof flagged === 'boolean',
	'exam-noted': ({ position, answer, marked, spentMillis }) =>
		isWholeWithin(position, 0, 1_000_000) &&
		isAnswer(answer) &&
		typeof marked === 'boolean' &&
		Number.isFinite(spentMillis),
	'exam-clock-set': ({ deadlineAt }) => deadlineAt === null || isMoment(deadlineAt)
};

function isMode(mode: unknown): boolean {
	return SESSION_MODES.includes(mode as SessionMode);
}

function isMoment(at: unknown): boolean {
	return isWholeWithin(at, 0, LAST_MILLIS);
}

function isAnswer(answer: unknown): boolean {
	return isRecord(answer) && typeof answer['kind'] === 'string';
}

function isStamped(record: Readonly<Record<string, unknown>>): boolean {
	const { id, at, offset } = record;
	return typeof id === 'string' && isMoment(at) && isWholeWithin(offset, -DAY_MINUTES, DAY_MINUTES);
}

function isWholeWithin(value: unknown, least: number, most: number): boolean {
	return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isAnswered(record: Readonly<Record<string, unknown>>): boolean {
	const { score, right, certainty, order, spentMillis, answer, mode, chance } = record;
	return (
		Number.isFinite(score) &&
		typeof right === 'boolean' &&
		(certainty === null || CERTAINTIES.includes(certainty as Certainty)) &&
		Array.isArray(order) &&
		Number.isFinite(spentMillis) &&
		isAnswer(answer) &&
		isMode(mode) &&
		isWholeWithin(chance, 0, 10_000)
	);
}

function isRefList(questions: unknown): boolean {
	return (
		Array.isArray(questions) &&
		questions.every(
			(ref) =>
				isRecord(ref) && ['section', 'claim', 'question'].every((field) => typeof ref[field] === 'string')
		)
	);
}
