import { isChosenGap, type Question } from '#core/question.ts';
import { splitCloze } from '#core/text.ts';
import { LOCALE } from './locale.ts';
import { m } from './messages.ts';

/** The right answer, a line for each part of it, in the words of the screen. */
export function makeKeyLines(question: Question, locale: string = LOCALE): readonly string[] {
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

function makeQuantity(value: number, unit: string | undefined, locale: string): string {
	// A year is written as one: figures are grouped from five on.
	const digits = { maximumSignificantDigits: 15, useGrouping: 'min2' } as const;
	if (unit === '%')
		return new Intl.NumberFormat(locale, { ...digits, style: 'unit', unit: 'percent' }).format(value);
	const figure = new Intl.NumberFormat(locale, digits).format(value);
	return unit === undefined ? figure : `${figure} ${unit}`;
}

function gapKey(question: Extract<Question, { kind: 'cloze' }>, id: string): string {
	const gap = question.gaps.find((each) => each.id === id);
	if (gap === undefined) return '';
	const key = isChosenGap(gap) ? gap.options.find(({ correct }) => correct)?.text : gap.answers[0];
	return `[${key ?? ''}]`;
}
