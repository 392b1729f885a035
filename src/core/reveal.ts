import type { Answer } from './answer.ts';
import { isChosenGap, type Question } from './question.ts';

/** Something the learner chose, and what there is to say about it. */
export interface Why {
	readonly id: string;
	readonly text: string;
	readonly why: string;
}

/**
 * Why each wrong choice is wrong, in the words of whoever wrote it. A right choice says nothing: the
 * explanation does.
 */
export function whysFor(question: Question, answer: Answer): readonly Why[] {
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice': {
			const chosen = answer.kind === 'choice' ? answer.options : [];
			return question.options.filter(({ id, correct }) => !correct && chosen.includes(id)).flatMap(toWhy);
		}
		case 'true-false': {
			const chosen = answer.kind === 'choice' ? answer.options[0] : undefined;
			const isWrong = chosen !== undefined && (chosen === 'true') !== question.answer;
			return isWrong ? [{ id: chosen, text: '', why: question.why }] : [];
		}
		case 'cloze': {
			const gaps = answer.kind === 'gaps' ? answer.gaps : {};
			return question.gaps
				.filter(isChosenGap)
				.flatMap(({ id: gap, options }) => options.filter(({ id, correct }) => !correct && gaps[gap] === id))
				.flatMap(toWhy);
		}
		case 'matching': {
			const pairs = answer.kind === 'pairs' ? answer.pairs : {};
			const wrong = question.pairs.filter(({ id, right }) => {
				const given = pairs[id];
				return given !== undefined && question.pairs.find((pair) => pair.id === given)?.right !== right;
			});
			const extras = (question.extras ?? []).filter(({ id }) => wrong.some((pair) => pairs[pair.id] === id));
			return [...wrong.map(({ id, left, why }) => ({ id, text: left, why })), ...extras].flatMap(toWhy);
		}
		case 'categorise': {
			const pairs = answer.kind === 'pairs' ? answer.pairs : {};
			return question.entries
				.filter(({ id, category }) => pairs[id] !== undefined && pairs[id] !== category)
				.flatMap(toWhy);
		}
		default:
			return [];
	}
}

function toWhy({ id, text, why }: { id: string; text: string; why?: string | undefined }): Why[] {
	return why === undefined ? [] : [{ id, text, why }];
}
