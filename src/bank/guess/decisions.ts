/** What a learner decides in a question, without what the source says. */

import { isChosenGap, type Option, type Question } from '#core/question.ts';

export interface OptionDecision {
	readonly kind: 'options';
	/** What the learner has read before. */
	readonly stem: string;
	readonly options: readonly { readonly text: string; readonly correct: boolean }[];
	/** Whether the screen shows them in the order of the file. */
	readonly inOrder: boolean;
}

/** Where one says whether a statement is true. */
export interface StatementDecision {
	readonly kind: 'statement';
	readonly statement: string;
	readonly isTrue: boolean;
}

export type Decision = OptionDecision | StatementDecision;

/**
 * Numbers and words that are typed cannot be guessed by wording, and steps never stand in their order:
 * such questions give no decision. A gap, a pair and an entry are a decision each.
 */
export function listDecisions(question: Question): readonly Decision[] {
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice':
			return [choose(question.prompt, question.options, question.shuffle === false)];
		case 'true-false':
			return [{ kind: 'statement', statement: question.prompt, isTrue: question.answer }];
		case 'cloze': {
			const stem = `${question.prompt} ${question.text.replace(/\{[a-z0-9-]+\}/g, ' ')}`;
			return question.gaps.filter(isChosenGap).map(({ options }) => choose(stem, options, false));
		}
		case 'matching': {
			const rights = [...question.pairs.map(({ right }) => right), ...extrasOf(question)];
			return question.pairs.map(({ left, right }) => pick(left, rights, right, false));
		}
		case 'categorise': {
			const names = new Map(question.categories.map(({ id, text }) => [id, text]));
			return question.entries.map(({ text, category }) =>
				pick(text, [...names.values()], names.get(category) ?? '', true)
			);
		}
		default:
			return [];
	}
}

function extrasOf({ extras = [] }: Extract<Question, { kind: 'matching' }>): readonly string[] {
	return extras.map(({ text }) => text);
}

function choose(stem: string, options: readonly Option[], inOrder: boolean): OptionDecision {
	const shown = options.map(({ text, correct }) => ({ text, correct: correct === true }));
	return { kind: 'options', stem, options: shown, inOrder };
}

function pick(stem: string, texts: readonly string[], key: string, inOrder: boolean): OptionDecision {
	const options = texts.map((text) => ({ text, correct: text === key }));
	return { kind: 'options', stem, options, inOrder };
}
