import { ANSWER_KINDS, type Answer } from '../answer.ts';
import { gradeAnswer } from '../grading.ts';
import type { Question } from '../question.ts';
import { normaliseText } from '../text.ts';

/**
 * An option with how often it was chosen, a typed text with how often it was given, or a part (gap, pair, step,
 * entry) with how often it was right.
 */
export interface Chosen {
	readonly of: 'option' | 'text' | 'part';
	/** The option's or part's id; the text as it was typed first. */
	readonly what: string;
	readonly times: number;
	readonly isRight: boolean;
}

const MOST_TEXTS = 8;

/** Options in their written order, never chosen ones too; texts by frequency; answers of another shape are left out. */
export function makeDistribution(question: Question, answers: readonly Answer[]): readonly Chosen[] {
	const fitting = answers.filter(({ kind }) => kind === ANSWER_KINDS[question.kind]);
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice':
			return countOptions(
				question.options.map(({ id, correct = false }) => ({ id, correct })),
				fitting
			);
		case 'true-false':
			return countOptions(
				['true', 'false'].map((id) => ({ id, correct: id === String(question.answer) })),
				fitting
			);
		case 'numeric':
		case 'estimate':
		case 'short-text':
			return countTexts(question, fitting);
		default:
			return countParts(question, fitting);
	}
}

function countOptions(
	options: readonly { readonly id: string; readonly correct: boolean }[],
	answers: readonly Answer[]
): readonly Chosen[] {
	const times = new Map<string, number>();
	for (const answer of answers)
		if (answer.kind === 'choice')
			for (const id of new Set(answer.options)) times.set(id, (times.get(id) ?? 0) + 1);
	return options.map(({ id, correct }) => ({
		of: 'option',
		what: id,
		times: times.get(id) ?? 0,
		isRight: correct
	}));
}

function countTexts(question: Question, answers: readonly Answer[]): readonly Chosen[] {
	const counted = new Map<string, { what: string; times: number; isRight: boolean }>();
	for (const answer of answers) {
		if (answer.kind !== 'text') continue;
		const key = normaliseText(answer.text);
		const same = counted.get(key);
		if (same) same.times += 1;
		else counted.set(key, { what: answer.text, times: 1, isRight: isRight(question, answer) });
	}
	return [...counted.values()]
		.sort((a, b) => b.times - a.times)
		.slice(0, MOST_TEXTS)
		.map((each) => ({ of: 'text', ...each }));
}

function countParts(question: Question, answers: readonly Answer[]): readonly Chosen[] {
	const times = new Map<string, number>(partsOf(question).map((id) => [id, 0]));
	for (const answer of answers) {
		const outcome = gradeAnswer(question, answer);
		if (outcome.kind !== 'graded') continue;
		for (const [id, right] of Object.entries(outcome.parts))
			if (right && times.has(id)) times.set(id, times.get(id)! + 1);
	}
	return [...times].map(([what, count]) => ({ of: 'part', what, times: count, isRight: true }));
}

function partsOf(question: Question): readonly string[] {
	const ids = (parts: readonly { readonly id: string }[]): readonly string[] => parts.map(({ id }) => id);
	if (question.kind === 'cloze') return ids(question.gaps);
	if (question.kind === 'matching') return ids(question.pairs);
	if (question.kind === 'ordering') return ids(question.steps);
	return question.kind === 'categorise' ? ids(question.entries) : [];
}

function isRight(question: Question, answer: Answer): boolean {
	const outcome = gradeAnswer(question, answer);
	return outcome.kind === 'graded' && outcome.right;
}
