/** SCORM 1.2 and SCORM 2004: the same acts under other names, in other forms and within other limits. */

import type { AnswerReport, Part } from './answer-report.ts';
import { ReportError, type Reporter, type Standing } from './reporter.ts';

/** As platforms give it: a bag of functions that take and give strings. */
export type ScormApi = Readonly<Record<string, (...args: readonly string[]) => unknown>>;

interface Dialect {
	readonly calls: Readonly<
		Record<'initialize' | 'terminate' | 'get' | 'set' | 'commit' | 'lastError' | 'errorText', string>
	>;
	/** Longest text that is kept for the next visit. */
	readonly suspendLength: number;
	readonly entry: string;
	begin(): Fields;
	standing(standing: Standing): Fields;
	answer(index: number, report: AnswerReport): Fields;
	/** Of the time since the page was opened; `isDone`: there is nothing to come back to. */
	leave(spentMillis: number, isDone: boolean): Fields;
}

type Fields = readonly (readonly [name: string, value: string])[];

export function makeScorm12(api: ScormApi, now?: () => number): Reporter {
	return new Scorm(api, SCORM_12, now);
}

export function makeScorm2004(api: ScormApi, now?: () => number): Reporter {
	return new Scorm(api, SCORM_2004, now);
}

class Scorm implements Reporter {
	readonly #api: ScormApi;
	readonly #dialect: Dialect;
	readonly #now: () => number;
	readonly #openedAt: number;
	/** Of the next answer: those of earlier visits stay. */
	#index = 0;
	#isDone = false;
	#isClosed = false;

	constructor(api: ScormApi, dialect: Dialect, now: () => number = Date.now) {
		this.#api = api;
		this.#dialect = dialect;
		this.#now = now;
		this.#openedAt = now();
	}

	async open(): Promise<string | undefined> {
		const { calls, entry } = this.#dialect;
		if (!isTrue(this.#call(calls.initialize, ''))) throw this.#error();
		this.#index = Number(this.#get('cmi.interactions._count')) || 0;
		const kept = this.#get(entry) === 'ab-initio' ? '' : this.#get('cmi.suspend_data');
		if (kept === '') this.#setAll(this.#dialect.begin());
		return kept === '' ? undefined : kept;
	}

	async tell(standing: Standing, answer?: AnswerReport): Promise<void> {
		const { marks } = standing;
		this.#isDone = standing.isDone;
		const problems = [
			...(answer ? this.#setAll(this.#dialect.answer(this.#index, answer)) : []),
			...this.#setAll(this.#dialect.standing(standing)),
			...(marks.length <= this.#dialect.suspendLength ? this.#setAll([['cmi.suspend_data', marks]]) : [])
		];
		if (answer) this.#index++;
		if (!isTrue(this.#call(this.#dialect.calls.commit, ''))) throw this.#error();
		const [first] = problems;
		if (first) throw first;
	}

	close(): void {
		if (this.#isClosed) return;
		this.#isClosed = true;
		this.#setAll(this.#dialect.leave(this.#now() - this.#openedAt, this.#isDone));
		this.#call(this.#dialect.calls.commit, '');
		this.#call(this.#dialect.calls.terminate, '');
	}

	#get(name: string): string {
		return String(this.#call(this.#dialect.calls.get, name) ?? '');
	}

	/** One field that is refused does not keep back the others. */
	#setAll(fields: Fields): readonly ReportError[] {
		return fields.flatMap(([name, value]) =>
			isTrue(this.#call(this.#dialect.calls.set, name, value)) ? [] : [this.#error(name)]
		);
	}

	#call(name: string, ...args: readonly string[]): unknown {
		return this.#api[name]?.(...args);
	}

	#error(field = ''): ReportError {
		const { lastError, errorText } = this.#dialect.calls;
		const code = String(this.#call(lastError) ?? '');
		const text = String(this.#call(errorText, code) ?? '');
		return new ReportError([field, code, text].filter((part) => part !== '').join(' '));
	}
}

function isTrue(answer: unknown): boolean {
	return answer === true || answer === 'true';
}

const SCORM_12: Dialect = {
	calls: {
		initialize: 'LMSInitialize',
		terminate: 'LMSFinish',
		get: 'LMSGetValue',
		set: 'LMSSetValue',
		commit: 'LMSCommit',
		lastError: 'LMSGetLastError',
		errorText: 'LMSGetErrorString'
	},
	suspendLength: 4096,
	entry: 'cmi.core.entry',
	begin: () => [
		['cmi.core.lesson_status', 'incomplete'],
		['cmi.core.score.min', '0'],
		['cmi.core.score.max', '100']
	],
	standing: ({ score, isDone, hasPassed }) => [
		['cmi.core.score.raw', inHundred(score)],
		['cmi.core.lesson_status', isDone ? (hasPassed ? 'passed' : 'failed') : 'incomplete']
	],
	answer: (index, report) => {
		const at = `cmi.interactions.${index}`;
		const response = join12(report.response, report.type);
		return [
			[`${at}.id`, report.id.slice(0, 255)],
			[`${at}.time`, clockTime(report.atMillis)],
			[`${at}.type`, report.type],
			[`${at}.correct_responses.0.pattern`, join12(report.correct, report.type)],
			...(report.response.length > 0 ? [[`${at}.student_response`, response] as const] : []),
			[`${at}.result`, resultOf(report, 'wrong')],
			[`${at}.latency`, clockSpan(report.spentMillis)]
		];
	},
	leave: (spentMillis, isDone) => [
		['cmi.core.session_time', clockSpan(spentMillis)],
		['cmi.core.exit', isDone ? '' : 'suspend']
	]
};

const SCORM_2004: Dialect = {
	calls: {
		initialize: 'Initialize',
		terminate: 'Terminate',
		get: 'GetValue',
		set: 'SetValue',
		commit: 'Commit',
		lastError: 'GetLastError',
		errorText: 'GetErrorString'
	},
	suspendLength: 64_000,
	entry: 'cmi.entry',
	begin: () => [
		['cmi.completion_status', 'incomplete'],
		['cmi.success_status', 'unknown'],
		['cmi.score.min', '0'],
		['cmi.score.max', '100']
	],
	standing: ({ score, isDone, hasPassed }) => [
		['cmi.score.raw', inHundred(score)],
		['cmi.score.scaled', decimals(score, 4)],
		['cmi.completion_status', isDone ? 'completed' : 'incomplete'],
		['cmi.success_status', isDone ? (hasPassed ? 'passed' : 'failed') : 'unknown']
	],
	answer: (index, report) => {
		const at = `cmi.interactions.${index}`;
		const { type } = report;
		return [
			[`${at}.id`, report.id],
			[`${at}.type`, type],
			[`${at}.timestamp`, new Date(report.atMillis).toISOString().replace(/\.(\d\d)\dZ$/, '.$1Z')],
			[`${at}.correct_responses.0.pattern`, joinPattern(report.correct, type)],
			...(report.response.length > 0
				? [[`${at}.learner_response`, joinParts(report.response, type)] as const]
				: []),
			[`${at}.result`, resultOf(report, 'incorrect')],
			[`${at}.latency`, isoSpan(report.spentMillis)],
			[`${at}.description`, report.prompt.slice(0, 250)]
		];
	},
	leave: (spentMillis, isDone) => [
		['cmi.session_time', isoSpan(spentMillis)],
		['cmi.exit', isDone ? 'normal' : 'suspend']
	]
};

/** A share of the score stands as a number, as both standards allow. */
function resultOf({ right, score }: AnswerReport, wrong: string): string {
	if (right) return 'correct';
	return score > 0 ? decimals(score, 2) : wrong;
}

const LONGEST_12 = 255;

function join12(parts: readonly Part[], type: AnswerReport['type']): string {
	if (type === 'true-false') return parts.map((part) => String(part).slice(0, 1)).join('');
	return parts
		.map((part) => (typeof part === 'string' ? part : part.join('.')))
		.join(type === 'fill-in' ? '; ' : ',')
		.slice(0, LONGEST_12);
}

/** As SCORM 2004 and xAPI separate the parts of a response. */
export function joinParts(parts: readonly Part[], type: AnswerReport['type']): string {
	const longest = type === 'fill-in' ? 250 : 4000;
	return parts
		.map((part) => (typeof part === 'string' ? part.slice(0, longest) : part.join('[.]')))
		.join('[,]');
}

/** A number is a range in a pattern. */
export function joinPattern(parts: readonly Part[], type: AnswerReport['type']): string {
	const joined = joinParts(parts, type);
	return type === 'numeric' ? `${joined}[:]${joined}` : joined;
}

function inHundred(score: number): string {
	return decimals(score * 100, 2);
}

function decimals(value: number, places: number): string {
	return String(Number(value.toFixed(places)));
}

/** "0012:05:09.50" */
function clockSpan(millis: number): string {
	const [hours, minutes, seconds] = partsOf(millis);
	return `${String(hours).padStart(4, '0')}:${two(minutes)}:${two(seconds)}.${two(Math.floor((millis % 1000) / 10))}`;
}

/** By the learner's clock, since the field has no zone. */
function clockTime(atMillis: number): string {
	const at = new Date(atMillis);
	return [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
}

/** "PT1H2M3.5S" */
export function isoSpan(millis: number): string {
	const [hours, minutes] = partsOf(millis);
	const seconds = decimals((millis % 60_000) / 1000, 2);
	return `PT${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds}S`;
}

function partsOf(millis: number): readonly [hours: number, minutes: number, seconds: number] {
	const seconds = Math.floor(millis / 1000);
	return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}
