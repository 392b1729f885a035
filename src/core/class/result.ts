import { CERTAINTIES, type Answer, type Certainty } from '../answer.ts';
import { HARMLESS } from '../harmless.ts';
import { isRecord } from '../is-record.ts';

/**
 * What a learner hands back after an exam: what was answered, and nothing of who they are but a name that they
 * type themselves. Made on the learner's device, read on the instructor's.
 */
export interface HandedResult {
	/** Of the session: the same result handed in twice has one. */
	readonly id: string;
	readonly course: string;
	readonly name?: string;
	/** Milliseconds since 1970, by the learner's clock. */
	readonly handedInAt: number;
	readonly answers: readonly HandedAnswer[];
}

export interface HandedAnswer {
	/** Unique in its course. */
	readonly question: string;
	readonly answer: Answer;
	/** From 0 to 1, as graded on the learner's device. */
	readonly score: number;
	readonly right: boolean;
	/** `null` where it was not asked for, as in an exam. */
	readonly certainty: Certainty | null;
	readonly spentMillis: number;
}

export const LONGEST_NAME = 80;
const MOST_ANSWERS = 1000;
const LONGEST_TEXT = 2000;
const MOST_PARTS = 200;
const SCORE_PARTS = 1000;

/** JSON as short as it goes: a code for a camera holds little. */
export function packResult({ id, course, name, handedInAt, answers }: HandedResult): unknown {
	const rows = answers.map(({ question, answer, score, right, certainty, spentMillis }) => [
		question,
		packAnswer(answer),
		Math.round(score * SCORE_PARTS),
		right ? 1 : 0,
		certainty === null ? -1 : CERTAINTIES.indexOf(certainty),
		Math.round(spentMillis / 1000)
	]);
	return { id, course, ...(name !== undefined && name !== '' && { name }), at: handedInAt, answers: rows };
}

/** Takes any JSON; `undefined` for what is no result. Never throws. */
export function unpackResult(value: unknown): HandedResult | undefined {
	if (!isRecord(value)) return undefined;
	const { id, course, name, at, answers } = value;
	if (!isWord(id) || !isWord(course) || !isMoment(at) || !Array.isArray(answers)) return undefined;
	if (name !== undefined && (typeof name !== 'string' || name.length > LONGEST_NAME || !HARMLESS.test(name)))
		return undefined;
	if (answers.length > MOST_ANSWERS) return undefined;
	const read = answers.map(unpackRow);
	if (read.some((answer) => answer === undefined)) return undefined;
	const whole = read as HandedAnswer[];
	// A question stands on a paper once.
	if (new Set(whole.map(({ question }) => question)).size < whole.length) return undefined;
	return { id, course, ...(name !== undefined && { name }), handedInAt: at, answers: whole };
}

function unpackRow(row: unknown): HandedAnswer | undefined {
	if (!Array.isArray(row)) return undefined;
	const [question, packed, score, right, certainty, seconds] = row as unknown[];
	const answer = unpackAnswer(packed);
	if (!isWord(question) || answer === undefined || !isCount(score, SCORE_PARTS) || !isCount(right, 1))
		return undefined;
	if (!isCount(seconds, 1e7) || !Number.isInteger(certainty)) return undefined;
	return {
		question,
		answer,
		score: score / SCORE_PARTS,
		right: right === 1,
		certainty: CERTAINTIES[certainty as number] ?? null,
		spentMillis: seconds * 1000
	};
}

function packAnswer(answer: Answer): unknown {
	switch (answer.kind) {
		case 'unknown':
			return 0;
		case 'choice':
			return { c: answer.options };
		case 'text':
			return { t: answer.text.slice(0, LONGEST_TEXT) };
		case 'gaps':
			return { g: answer.gaps };
		case 'pairs':
			return { p: answer.pairs };
		case 'order':
			return { o: answer.ids };
	}
}

function unpackAnswer(packed: unknown): Answer | undefined {
	if (packed === 0) return { kind: 'unknown' };
	if (!isRecord(packed)) return undefined;
	const { c, t, g, p, o } = packed;
	if (isTexts(c)) return { kind: 'choice', options: c };
	if (isText(t)) return { kind: 'text', text: t };
	if (isTextRecord(g)) return { kind: 'gaps', gaps: g };
	if (isTextRecord(p)) return { kind: 'pairs', pairs: p };
	return isTexts(o) ? { kind: 'order', ids: o } : undefined;
}

function isTextRecord(value: unknown): value is Readonly<Record<string, string>> {
	return isRecord(value) && isTexts(Object.values(value));
}

function isTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.length <= MOST_PARTS && value.every(isText);
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.length <= LONGEST_TEXT;
}

/** Of an id, of whatever making. */
function isWord(value: unknown): value is string {
	return typeof value === 'string' && value.length > 0 && value.length <= 200;
}

function isMoment(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 8.64e15;
}

function isCount(value: unknown, most: number): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}
