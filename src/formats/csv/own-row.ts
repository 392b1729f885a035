/** Our own columns: every kind of question, a row each. */

import { isChosenGap, type Cloze, type Question } from '#core/question.ts';

export const MOST_PARTS = 8;
export const NUMBERS = Array.from({ length: MOST_PARTS }, (_, index) => index + 1);

export const OWN_COLUMNS: readonly string[] = [
	...[
		'id',
		'section',
		'kind',
		'level',
		'claim',
		'also',
		'prompt',
		'answer',
		'unit',
		'tolerance',
		'close',
		'far',
		'text'
	],
	...NUMBERS.flatMap((number) => [`option ${number}`, `match ${number}`, `why ${number}`]),
	...['order', 'explanation']
];

export type OwnRow = Readonly<Record<string, string>>;

export function isOwnHeader(row: readonly string[]): boolean {
	return ['id', 'kind', 'prompt', 'option 1', 'explanation'].every((name) => row.includes(name));
}

/** Between accepted answers; within one it is written as `\|`. */
const BAR = '|';

export interface Part {
	readonly option: string;
	readonly match: string;
	readonly why: string;
}

export function writeOwnRow(question: Question, section: string): OwnRow {
	const { id, kind, level, claim, also = [], prompt, explanation } = question;
	const parts = partsOf(question).flatMap(({ option, match, why }, index) => [
		[`option ${index + 1}`, option] as const,
		[`match ${index + 1}`, match] as const,
		[`why ${index + 1}`, why] as const
	]);
	return {
		...{ id, section, kind, level, claim, also: also.join(' '), prompt, explanation },
		...Object.fromEntries(parts),
		...fieldsOf(question)
	};
}

function partsOf(question: Question): readonly Part[] {
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice':
			return question.options.map(({ text, why = '' }) => ({ option: text, match: '', why }));
		case 'true-false':
			return [{ option: '', match: '', why: question.why }];
		case 'matching':
			return [
				...question.pairs.map(({ left, right, why = '' }) => ({ option: left, match: right, why })),
				...(question.extras ?? []).map(({ text, why }) => ({ option: '', match: text, why }))
			].slice(0, MOST_PARTS);
		case 'ordering':
			return question.steps.map(({ text }) => ({ option: text, match: '', why: '' }));
		case 'categorise': {
			const nameOf = new Map(question.categories.map(({ id, text }) => [id, text]));
			return question.entries.map(({ text, category, why = '' }) => ({
				option: text,
				match: nameOf.get(category)!,
				why
			}));
		}
		default:
			return [];
	}
}

function fieldsOf(question: Question): Readonly<Record<string, string>> {
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice': {
			const keys = question.options.flatMap(({ correct }, index) => (correct ? [index + 1] : []));
			return { answer: keys.join(' '), order: question.shuffle === false ? 'fixed' : '' };
		}
		case 'true-false':
			return { answer: question.answer ? 'TRUE' : 'FALSE' };
		case 'numeric':
			return {
				answer: `${question.answer}`,
				unit: question.unit ?? '',
				tolerance: `${question.tolerance ?? ''}`
			};
		case 'estimate':
			return {
				answer: `${question.answer}`,
				unit: question.unit ?? '',
				close: `${question.close}`,
				far: `${question.far}`
			};
		case 'short-text':
			return { answer: joinBars(question.answers) };
		case 'categorise':
			return { answer: joinBars(question.categories.map(({ text }) => text)) };
		case 'cloze':
			return { text: writeCloze(question) };
		default:
			return {};
	}
}

/** "The {=moon|Moon} pulls the {*sea|sky}.": typed, and chosen with the right one first. */
function writeCloze({ text, gaps }: Cloze): string {
	return text
		.split(/(\{[a-z0-9-]+\})/)
		.map((part) => {
			const gap = gaps.find(({ id }) => part === `{${id}}`);
			if (gap === undefined) return part.replace(/[\\{}]/g, '\\$&');
			if (!isChosenGap(gap)) return `{=${joinBars(gap.answers)}}`;
			const sorted = [...gap.options].sort((a, b) => Number(b.correct ?? false) - Number(a.correct ?? false));
			return `{*${joinBars(sorted.map((option) => option.text))}}`;
		})
		.join('');
}

function joinBars(texts: readonly string[]): string {
	return texts.map((text) => text.replace(/[\\|{}]/g, '\\$&')).join(BAR);
}
