import type { Answer } from '#core/answer.ts';
import { gradeAnswer } from '#core/grading.ts';
import type { ChosenGap, Option, Question, TypedGap } from '#core/question.ts';

export type Wish = 'right' | 'wrong';

/** An answer of that worth; the app's own rules are asked whether it is. */
export function makeAnswer(question: Question, wish: Wish): Answer {
	const answer = wish === 'right' ? rightAnswer(question) : wrongAnswer(question);
	const outcome = gradeAnswer(question, answer);
	if (outcome.kind !== 'graded' || outcome.right !== (wish === 'right')) {
		throw new Error(`No ${wish} answer could be made to ${question.id}.`);
	}
	return answer;
}

function rightAnswer(question: Question): Answer {
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice':
			return { kind: 'choice', options: keysOf(question.options) };
		case 'true-false':
			return { kind: 'choice', options: [String(question.answer)] };
		case 'numeric':
		case 'estimate':
			return { kind: 'text', text: String(question.answer) };
		case 'short-text':
			return { kind: 'text', text: question.answers[0]! };
		case 'cloze':
			return gapsAnswer(question.gaps, (gap) =>
				'options' in gap ? keysOf(gap.options)[0]! : gap.answers[0]!
			);
		case 'matching':
			return { kind: 'pairs', pairs: Object.fromEntries(question.pairs.map(({ id }) => [id, id])) };
		case 'ordering':
			return { kind: 'order', ids: question.steps.map(({ id }) => id) };
		case 'categorise':
			return {
				kind: 'pairs',
				pairs: Object.fromEntries(question.entries.map(({ id, category }) => [id, category]))
			};
	}
}

/** Wrong in every part. */
function wrongAnswer(question: Question): Answer {
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice':
			return { kind: 'choice', options: othersOf(question.options).slice(0, 1) };
		case 'true-false':
			return { kind: 'choice', options: [String(!question.answer)] };
		case 'numeric':
		case 'estimate':
			return { kind: 'text', text: String(Math.ceil(question.answer * 7 + 10)) };
		case 'short-text':
			return { kind: 'text', text: 'zzz' };
		case 'cloze':
			return gapsAnswer(question.gaps, (gap) => ('options' in gap ? othersOf(gap.options)[0]! : 'zzz'));
		case 'matching': {
			const { pairs, extras = [] } = question;
			const rights = [...pairs.slice(1), ...extras, pairs[0]!];
			return { kind: 'pairs', pairs: Object.fromEntries(pairs.map(({ id }, at) => [id, rights[at]!.id])) };
		}
		case 'ordering':
			return { kind: 'order', ids: question.steps.map(({ id }) => id).reverse() };
		case 'categorise': {
			const other = (right: string): string => question.categories.find(({ id }) => id !== right)!.id;
			return {
				kind: 'pairs',
				pairs: Object.fromEntries(question.entries.map(({ id, category }) => [id, other(category)]))
			};
		}
	}
}

function keysOf(options: readonly Option[]): readonly string[] {
	return options.filter(({ correct }) => correct).map(({ id }) => id);
}

function othersOf(options: readonly Option[]): readonly string[] {
	return options.filter(({ correct }) => !correct).map(({ id }) => id);
}

function gapsAnswer(
	gaps: readonly (TypedGap | ChosenGap)[],
	fill: (gap: TypedGap | ChosenGap) => string
): Answer {
	return { kind: 'gaps', gaps: Object.fromEntries(gaps.map((gap) => [gap.id, fill(gap)])) };
}
