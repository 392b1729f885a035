import { ANSWER_KINDS, type Answer, type AnswerOf } from './answer.ts';
import { readInUnit } from './number.ts';
import {
	isChosenGap,
	type Categorise,
	type ChosenGap,
	type Cloze,
	type Estimate,
	type Matching,
	type MultipleChoice,
	type Numeric,
	type Ordering,
	type Question,
	type ShortText,
	type SingleChoice,
	type TrueFalse,
	type TypedGap
} from './question.ts';
import { matchesText } from './text.ts';

/** Why there is nothing to grade yet. The screen says it and keeps the question open. */
export type NotGradable = 'empty' | 'incomplete' | 'not-a-number';

/**
 * What an answer is worth. "Not gradable" is an outcome of its own and never "wrong": nothing is
 * written, and the learner goes on with the same question.
 */
export type Outcome =
	| {
			readonly kind: 'graded';
			/** From 0 to 1; partial credit lies between. */
			readonly score: number;
			/** For the schedule and the verdict: in full, or, for an estimate, close enough. */
			readonly right: boolean;
			/** By part (option, gap, pair, step, entry), where there are several. */
			readonly parts: Readonly<Record<string, boolean>>;
	  }
	| { readonly kind: 'not-gradable'; readonly reason: NotGradable };

/** Pure. An answer of another shape than the question takes is our own mistake, and throws. */
export function gradeAnswer(question: Question, answer: Answer): Outcome {
	if (answer.kind === 'unknown') return graded(0);
	if (answer.kind !== ANSWER_KINDS[question.kind]) {
		throw new TypeError(`A ${question.kind} question takes no answer of the shape "${answer.kind}".`);
	}
	// The table is typed by kind; the line above has held the answer to the same kind.
	const grade = GRADERS[question.kind] as (question: Question, answer: Answer) => Outcome;
	return grade(question, answer);
}

const GRADERS = {
	'single-choice': gradeSingleChoice,
	'multiple-choice': gradeMultipleChoice,
	'true-false': gradeTrueFalse,
	numeric: gradeNumeric,
	'short-text': gradeShortText,
	cloze: gradeCloze,
	matching: gradeMatching,
	ordering: gradeOrdering,
	categorise: gradeCategorise,
	estimate: gradeEstimate
} satisfies {
	[K in Question['kind']]: (
		question: Extract<Question, { kind: K }>,
		answer: AnswerOf<(typeof ANSWER_KINDS)[K]>
	) => Outcome;
};

function gradeSingleChoice(question: SingleChoice, { options }: AnswerOf<'choice'>): Outcome {
	const chosen = question.options.find(({ id }) => id === options[0]);
	if (chosen === undefined) return notGradable('empty');
	return graded(chosen.correct ? 1 : 0, { [chosen.id]: chosen.correct === true });
}

/** Right choices less wrong ones, as a share of the keys, never below nothing. */
function gradeMultipleChoice(question: MultipleChoice, { options }: AnswerOf<'choice'>): Outcome {
	const chosen = question.options.filter(({ id }) => options.includes(id));
	if (chosen.length === 0) return notGradable('empty');
	const keys = question.options.filter(({ correct }) => correct).length;
	const hits = chosen.filter(({ correct }) => correct).length;
	const score = Math.max(0, (hits - (chosen.length - hits)) / keys);
	return graded(score, Object.fromEntries(chosen.map(({ id, correct }) => [id, correct === true])));
}

function gradeTrueFalse(question: TrueFalse, { options }: AnswerOf<'choice'>): Outcome {
	const chosen = options[0];
	if (chosen !== 'true' && chosen !== 'false') return notGradable('empty');
	return graded((chosen === 'true') === question.answer ? 1 : 0);
}

function gradeNumeric(question: Numeric, { text }: AnswerOf<'text'>): Outcome {
	if (text.trim() === '') return notGradable('empty');
	const values = readInUnit(text, question.unit);
	if (values.length === 0) return notGradable('not-a-number');
	const { answer, tolerance = 0 } = question;
	// A hair above the tolerance, since 0.1 + 0.2 is not 0.3 in binary.
	const allowed = tolerance + Math.abs(answer) * 1e-9;
	return graded(values.some((value) => Math.abs(value - answer) <= allowed) ? 1 : 0);
}

function gradeShortText(question: ShortText, { text }: AnswerOf<'text'>): Outcome {
	if (text.trim() === '') return notGradable('empty');
	return graded(matchesText(text, question.answers) ? 1 : 0);
}

function gradeCloze(question: Cloze, { gaps }: AnswerOf<'gaps'>): Outcome {
	const given = (gap: { id: string }): string => ownValue(gaps, gap.id) ?? '';
	if (question.gaps.every((gap) => given(gap).trim() === '')) return notGradable('empty');
	if (question.gaps.some((gap) => given(gap).trim() === '')) return notGradable('incomplete');
	return gradedByParts(question.gaps.map((gap) => [gap.id, isGapRight(gap, given(gap))]));
}

function isGapRight(gap: TypedGap | ChosenGap, given: string): boolean {
	if (isChosenGap(gap)) return gap.options.some(({ id, correct }) => id === given && correct);
	return matchesText(given, gap.answers);
}

function gradeMatching(question: Matching, { pairs }: AnswerOf<'pairs'>): Outcome {
	return gradePairs(
		question.pairs.map(({ id, right }) => [id, right]),
		pairs,
		(key, given) => {
			// Two right sides that read the same are the same to the learner.
			const text = question.pairs.find(({ id }) => id === given)?.right;
			return text === key;
		}
	);
}

function gradeCategorise(question: Categorise, { pairs }: AnswerOf<'pairs'>): Outcome {
	return gradePairs(
		question.entries.map(({ id, category }) => [id, category]),
		pairs,
		(key, given) => key === given
	);
}

function gradePairs(
	keys: readonly (readonly [id: string, key: string])[],
	pairs: Readonly<Record<string, string>>,
	isRight: (key: string, given: string) => boolean
): Outcome {
	const given = (id: string): string => ownValue(pairs, id) ?? '';
	if (keys.every(([id]) => given(id) === '')) return notGradable('empty');
	if (keys.some(([id]) => given(id) === '')) return notGradable('incomplete');
	return gradedByParts(keys.map(([id, key]) => [id, isRight(key, given(id))]));
}

/**
 * The longest run of steps that stand in the right order among themselves, less the one that any
 * arrangement has: one misplaced step costs one step, wherever it went.
 */
function gradeOrdering(question: Ordering, { ids }: AnswerOf<'order'>): Outcome {
	const key = question.steps.map(({ id }) => id);
	const places = ids.map((id) => key.indexOf(id));
	const isWhole = ids.length === key.length && new Set(ids).size === key.length && !places.includes(-1);
	if (!isWhole) return notGradable('incomplete');
	const score = (longestRise(places) - 1) / (key.length - 1);
	return graded(score, Object.fromEntries(ids.map((id, place) => [id, key[place] === id])));
}

/** Length of the longest increasing subsequence. At most eight steps: the square is cheap. */
function longestRise(places: readonly number[]): number {
	const lengths: number[] = [];
	for (const [index, place] of places.entries()) {
		const before = lengths.filter((_, earlier) => places[earlier]! < place);
		lengths[index] = Math.max(0, ...before) + 1;
	}
	return Math.max(0, ...lengths);
}

/** In full within `close`, then falling in a straight line to nothing at `far`. */
function gradeEstimate(question: Estimate, { text }: AnswerOf<'text'>): Outcome {
	if (text.trim() === '') return notGradable('empty');
	const values = readInUnit(text, question.unit);
	if (values.length === 0) return notGradable('not-a-number');
	const off =
		Math.min(...values.map((value) => Math.abs(value - question.answer))) / Math.abs(question.answer);
	if (off <= question.close + 1e-9) return graded(1);
	return graded(Math.max(0, (question.far - off) / (question.far - question.close)));
}

function graded(score: number, parts: Readonly<Record<string, boolean>> = {}): Outcome {
	return { kind: 'graded', score, right: score === 1, parts };
}

function gradedByParts(parts: readonly (readonly [string, boolean])[]): Outcome {
	const hits = parts.filter(([, right]) => right).length;
	return graded(hits / parts.length, Object.fromEntries(parts));
}

function notGradable(reason: NotGradable): Outcome {
	return { kind: 'not-gradable', reason };
}

/** Ids come from files: "constructor" must find nothing that it did not bring. */
function ownValue(record: Readonly<Record<string, string>>, key: string): string | undefined {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}
