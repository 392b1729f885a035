import type { Chosen } from '#core/class/distribution.ts';
import type { Question } from '#core/question.ts';
import { m } from '../messages.ts';

/** What was chosen, in the words of the screen. */
export function makeChosenWords(question: Question, { of, what }: Chosen): string {
	if (of === 'text') return what;
	if (question.kind === 'true-false') return what === 'true' ? m.choice_true() : m.choice_false();
	if (question.kind === 'cloze')
		return m.class_gap({ number: question.gaps.findIndex(({ id }) => id === what) + 1 });
	return partsOf(question).find(({ id }) => id === what)?.text ?? what;
}

function partsOf(question: Question): readonly { readonly id: string; readonly text: string }[] {
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice':
			return question.options;
		case 'matching':
			return question.pairs.map(({ id, left }) => ({ id, text: left }));
		case 'ordering':
			return question.steps;
		case 'categorise':
			return question.entries;
		default:
			return [];
	}
}
