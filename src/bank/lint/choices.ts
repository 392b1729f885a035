/** The lists of options in a question, wherever its kind keeps them. */

import type { Option, Question } from '#core/question.ts';
import type { Path } from '../draft.ts';
import type { Words } from './words.ts';

export interface Choice {
	readonly path: Path;
	/** What the options answer or complete. */
	readonly stem: string;
	readonly many: 'single' | 'multiple';
	readonly options: readonly Option[];
	readonly keys: readonly Option[];
	readonly distractors: readonly Option[];
	/** Whether learners see the written order. */
	readonly isOrdered: boolean;
}

export function choicesOf(question: Question): readonly Choice[] {
	if (question.kind === 'single-choice' || question.kind === 'multiple-choice') {
		const many = question.kind === 'single-choice' ? 'single' : 'multiple';
		return [makeChoice(['options'], question.prompt, many, question.options, question.shuffle === false)];
	}
	if (question.kind !== 'cloze') return [];
	return question.gaps.flatMap((gap, index) => {
		if (!('options' in gap)) return [];
		const stem = question.text.split(`{${gap.id}}`)[0]?.replace(/\{[a-z0-9-]+\}/g, '…') ?? '';
		return [makeChoice(['gaps', index, 'options'], stem, 'single', gap.options, false)];
	});
}

function makeChoice(
	path: Path,
	stem: string,
	many: Choice['many'],
	options: readonly Option[],
	isOrdered: boolean
): Choice {
	const keys = options.filter(({ correct }) => correct);
	return {
		...{ path, stem, many, options, keys, isOrdered },
		distractors: options.filter(({ correct }) => !correct)
	};
}

/** "None of them" may be how many there are, "neither" that two are alike. */
export function isCount({ stem }: Choice, { text }: Option, words: Words): boolean {
	return words.countWord.test(text.trim()) && (words.asksQuantity.test(stem) || words.either.test(stem));
}

/** Path of an option's text. */
export function pathOf({ path, options }: Choice, option: Option): Path {
	return [...path, options.indexOf(option), 'text'];
}

/** What the question says before anything is answered. */
export function stemOf(question: Question): string {
	return question.kind === 'cloze' ? `${question.prompt} ${question.text}` : question.prompt;
}

/** What a right answer says, as far as it is text. */
export function keyTextsOf(question: Question): readonly string[] {
	if (question.kind === 'short-text') return question.answers;
	if (question.kind === 'numeric' || question.kind === 'estimate') return [String(question.answer)];
	if (question.kind === 'cloze')
		return question.gaps.flatMap((gap) =>
			'options' in gap ? gap.options.filter(({ correct }) => correct).map(({ text }) => text) : gap.answers
		);
	return choicesOf(question).flatMap(({ keys }) => keys.map(({ text }) => text));
}
