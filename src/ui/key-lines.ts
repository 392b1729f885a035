import { isChosenGap, type Question } from '#core/question.ts';
import { splitCloze } from '#core/text.ts';
import { m } from './messages.ts';

/** The right answer, a line for each part of it, in the words of the screen. */
export function makeKeyLines(question: Question, locale?: string): readonly string[] {
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice':
			return question.options.filter(({ correct }) => correct).map(({ text }) => text);
		case 'true-false':
			return [question.answer ? m.choice_true() : m.choice_false()];
		case 'numeric':
		case 'estimate':
			return [makeQuantity(question.answer, question.unit, locale)];
		case 'short-text':
			return question.answers.slice(0, 1);
		case 'cloze':
			return [
				splitCloze(question.text)
					.map((part) => (part.kind === 'text' ? part.text : gapKey(question, part.id)))
					.join('')
			];
		case 'matching':
			return question.pairs.map(({ left, right }) => `${left} → ${right}`);
		case 'ordering':
			return question.steps.map(({ text }, index) => `${index + 1}. ${text}`);
		case 'categorise':
			return question.entries.map(
				({ text, category }) =>
					`${text} → ${question.categories.find(({ id }) => id === category)?.text ?? ''}`
			);
	}
}

function makeQuantity(value: number, unit: string | undefined, locale: string | undefined): string {
	const figure = new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 }).format(value);
	if (unit === undefined) return figure;
	return unit === '%' ? `${figure} %` : `${figure} ${unit}`;
}

function gapKey(question: Extract<Question, { kind: 'cloze' }>, id: string): string {
	const gap = question.gaps.find((each) => each.id === id);
	if (gap === undefined) return '';
	const key = isChosenGap(gap) ? gap.options.find(({ correct }) => correct)?.text : gap.answers[0];
	return `[${key ?? ''}]`;
}
