import type { Answer } from '#core/answer.ts';
import { isChosenGap, type Question } from '#core/question.ts';
import { splitCloze } from '#core/text.ts';
import { m } from '../messages.ts';

/** What was answered, a line for each part of it, in the words of the screen; a part left open says so. */
export function makeAnswerLines(question: Question, answer: Answer): readonly string[] {
	switch (answer.kind) {
		case 'unknown':
			return [m.exam_result_left_open()];
		case 'text':
			return [answer.text];
		case 'choice':
			return answer.options.map((id) => optionText(question, id));
		case 'gaps':
			return question.kind === 'cloze' ? [fillCloze(question, answer.gaps)] : [];
		case 'pairs':
			return pairLines(question, answer.pairs);
		case 'order':
			return answer.ids.map((id, place) => `${place + 1}. ${stepText(question, id)}`);
	}
}

function optionText(question: Question, id: string): string {
	if (question.kind === 'true-false') return id === 'true' ? m.choice_true() : m.choice_false();
	return textOf('options' in question ? question.options : [], id);
}

function fillCloze(
	{ text, gaps }: Extract<Question, { kind: 'cloze' }>,
	given: Readonly<Record<string, string>>
): string {
	const words = (id: string): string => {
		const gap = gaps.find((each) => each.id === id);
		const filled = given[id] ?? '';
		return gap && isChosenGap(gap) ? textOf(gap.options, filled) : filled.trim() || m.exam_result_left_open();
	};
	return splitCloze(text)
		.map((part) => (part.kind === 'text' ? part.text : `[${words(part.id)}]`))
		.join('');
}

function pairLines(question: Question, pairs: Readonly<Record<string, string>>): readonly string[] {
	if (question.kind === 'categorise')
		return question.entries.map(({ id, text }) => `${text} → ${textOf(question.categories, pairs[id])}`);
	if (question.kind !== 'matching') return [];
	const rights = [
		...question.pairs.map(({ id, right }) => ({ id, text: right })),
		...(question.extras ?? [])
	];
	return question.pairs.map(({ id, left }) => `${left} → ${textOf(rights, pairs[id])}`);
}

function stepText(question: Question, id: string): string {
	return textOf(question.kind === 'ordering' ? question.steps : [], id);
}

function textOf(
	parts: readonly { readonly id: string; readonly text: string }[],
	id: string | undefined
): string {
	return parts.find((part) => part.id === id)?.text ?? m.exam_result_left_open();
}
