/** What a platform is told of an answer, in the words of its own kinds of interaction. */

import type { Answer } from '#core/answer.ts';
import { readInUnit } from '#core/number.ts';
import { isChosenGap, type Cloze, type Estimate, type Numeric, type Question } from '#core/question.ts';

/** The kinds that SCORM 2004 and xAPI share; SCORM 1.2 knows all of them but one. */
export type InteractionType = 'true-false' | 'choice' | 'fill-in' | 'matching' | 'sequencing' | 'numeric';

export interface AnswerReport {
	/** Of the question. */
	readonly id: string;
	readonly type: InteractionType;
	readonly prompt: string;
	/** BCP 47 tag of the prompt. */
	readonly language: string;
	/** One member for each part; pairs have two names. Empty for "I don't know". */
	readonly response: readonly Part[];
	readonly correct: readonly Part[];
	readonly right: boolean;
	/** From 0 to 1. */
	readonly score: number;
	readonly spentMillis: number;
	/** When it was given. */
	readonly atMillis: number;
}

export type Part = string | readonly [string, string];

interface Described {
	readonly type: InteractionType;
	readonly response: readonly Part[];
	readonly correct: readonly Part[];
}

/** Names are ids of the course: the same in every language, and short. */
export function describeAnswer(question: Question, answer: Answer): Described {
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice': {
			const right = question.options.filter(({ correct }) => correct).map(({ id }) => id);
			return { type: 'choice', response: chosen(answer), correct: right };
		}
		case 'true-false':
			return { type: 'true-false', response: chosen(answer), correct: [String(question.answer)] };
		case 'numeric':
		case 'estimate':
			return {
				type: 'numeric',
				response: typedNumber(answer, question),
				correct: [String(question.answer)]
			};
		case 'short-text':
			return { type: 'fill-in', response: typed(answer), correct: question.answers.slice(0, 1) };
		case 'cloze':
			return describeCloze(question, answer);
		case 'matching':
			return {
				type: 'matching',
				response: paired(answer),
				correct: question.pairs.map(({ id }) => [id, id])
			};
		case 'categorise':
			return {
				type: 'matching',
				response: paired(answer),
				correct: question.entries.map(({ id, category }) => [id, category])
			};
		case 'ordering':
			return {
				type: 'sequencing',
				response: answer.kind === 'order' ? answer.ids : [],
				correct: question.steps.map(({ id }) => id)
			};
	}
}

function describeCloze({ gaps }: Cloze, answer: Answer): Described {
	const correct = gaps.map((gap) =>
		isChosenGap(gap) ? (gap.options.find((option) => option.correct)?.id ?? '') : gap.answers[0]!
	);
	const given = answer.kind === 'gaps' ? answer.gaps : undefined;
	return { type: 'fill-in', response: given ? gaps.map(({ id }) => given[id] ?? '') : [], correct };
}

function chosen(answer: Answer): readonly string[] {
	return answer.kind === 'choice' ? answer.options : [];
}

function typed(answer: Answer): readonly string[] {
	return answer.kind === 'text' ? [answer.text] : [];
}

/** As a plain figure in the unit of the question: the reading that the grader took, the nearest to the answer. */
function typedNumber(answer: Answer, { answer: right, unit }: Numeric | Estimate): readonly string[] {
	const readings = answer.kind === 'text' ? readInUnit(answer.text, unit) : [];
	const [nearest] = readings.toSorted((a, b) => Math.abs(a - right) - Math.abs(b - right));
	return nearest === undefined ? [] : [String(nearest)];
}

function paired(answer: Answer): readonly Part[] {
	return answer.kind === 'pairs' ? Object.entries(answer.pairs) : [];
}
