import { LONGEST_PAPER } from '../draw-paper.ts';
import { HARMLESS } from '../harmless.ts';
import { isRecord } from '../is-record.ts';

/** What an instructor asks of learners. Holds no question: the course is handed out by itself. */
export interface Assignment {
	/** Drawn by lot; an exam's questions are drawn by it, so that everybody has the same. */
	readonly id: string;
	readonly course: string;
	/** To say which course is missing. */
	readonly courseTitle: string;
	readonly title: string;
	/** Who says that it is theirs; nobody vouches for it. */
	readonly from?: string;
	readonly task: 'exam' | 'learn';
	/** Ids. */
	readonly sections: readonly string[];
	/** Of an exam: how many questions. */
	readonly length: number;
	/** Of an exam: these questions, by id, instead of some that are drawn. */
	readonly questions?: readonly string[];
	/** Of an exam with a clock. */
	readonly minutes?: number;
	/** "2026-12-01". */
	readonly readyBy?: string;
}

const LONGEST_WORDS = 200;
const MOST_SECTIONS = 500;
const LONGEST_MINUTES = 300;

/** Takes any JSON; `undefined` for what is no assignment. Never throws. */
export function readAssignment(value: unknown): Assignment | undefined {
	if (!isRecord(value)) return undefined;
	const { id, course, courseTitle, title, from, task, sections, length, questions, minutes, readyBy } = value;
	if (!isWords(id) || !isWords(course) || !isWords(courseTitle) || !isWords(title)) return undefined;
	if ((task !== 'exam' && task !== 'learn') || !isSections(sections)) return undefined;
	if (!isCount(length, LONGEST_PAPER)) return undefined;
	if (questions !== undefined && !isQuestions(questions)) return undefined;
	if (from !== undefined && !isWords(from)) return undefined;
	if (minutes !== undefined && !isCount(minutes, LONGEST_MINUTES)) return undefined;
	if (readyBy !== undefined && !isDay(readyBy)) return undefined;
	return {
		...{ id, course, courseTitle, title, task, sections, length },
		...(questions !== undefined && { questions }),
		...(from !== undefined && { from }),
		...(minutes !== undefined && { minutes }),
		...(readyBy !== undefined && { readyBy })
	};
}

function isWords(value: unknown): value is string {
	return (
		typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_WORDS && HARMLESS.test(value)
	);
}

function isSections(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.length > 0 && value.length <= MOST_SECTIONS && value.every(isWords);
}

function isQuestions(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.length > 0 && value.length <= LONGEST_PAPER && value.every(isWords);
}

function isCount(value: unknown, most: number): value is number {
	return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
}

function isDay(value: unknown): value is string {
	return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}
