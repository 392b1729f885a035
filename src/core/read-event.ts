import { CERTAINTIES, type Certainty } from './answer.ts';
import { EVENT_VERSION, type LearnerEvent, type LearnerEventKind } from './event.ts';
import { raise } from './raise.ts';

/** Steps from one stored version to the next; the first is still the only one. */
const EVENT_STEPS = {};

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
	'session-closed': ['session', 'course']
} as const satisfies Record<LearnerEventKind, readonly string[]>;

const DAY_MINUTES = 24 * 60;
/** Beyond it, less one day for the offset, a year has five digits and a day no longer sorts as text. */
const LAST_MILLIS = Date.UTC(9999, 11, 30);

function isEvent(record: unknown): record is LearnerEvent {
	if (!isRecord(record) || typeof record['kind'] !== 'string') return false;
	if (!Object.hasOwn(TEXT_FIELDS, record['kind']) || !isStamped(record)) return false;
	const kind = record['kind'] as LearnerEventKind;
	if (!TEXT_FIELDS[kind].every((field) => typeof record[field] === 'string')) return false;
	if (kind === 'answered') return isAnswered(record);
	return kind !== 'session-started' || isRefList(record['questions']);
}

function isStamped(record: Readonly<Record<string, unknown>>): boolean {
	const { id, at, offset } = record;
	return (
		typeof id === 'string' &&
		isWholeWithin(at, 0, LAST_MILLIS) &&
		isWholeWithin(offset, -DAY_MINUTES, DAY_MINUTES)
	);
}

function isWholeWithin(value: unknown, least: number, most: number): boolean {
	return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isAnswered(record: Readonly<Record<string, unknown>>): boolean {
	const { score, right, certainty, order, spentMillis, answer } = record;
	return (
		Number.isFinite(score) &&
		typeof right === 'boolean' &&
		(certainty === null || CERTAINTIES.includes(certainty as Certainty)) &&
		Array.isArray(order) &&
		Number.isFinite(spentMillis) &&
		isRecord(answer) &&
		typeof answer['kind'] === 'string'
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

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
