/** What Grasp asks of a question and other tools do not keep: said plainly, to be written by a person later. */

import type { ForeignQuestion } from '#core/exchange.ts';
import type { ClaimKind, Option, Question } from '#core/question.ts';
import { LENGTHS } from '../schema-parts.ts';

interface FillWords {
	readonly explanation: (key: string) => string;
	readonly why: string;
	readonly true: string;
	readonly false: string;
}

const ENGLISH: FillWords = {
	explanation: (key) => `The answer is: ${key}`,
	why: 'No reason was given for this one.',
	true: 'True',
	false: 'False'
};
const CHINESE: FillWords = {
	explanation: (key) => `答案是：${key}`,
	why: '没有给出理由。',
	true: '对',
	false: '错'
};

export function fillWordsOf(language: string): FillWords {
	return /^zh\b/.test(language) ? CHINESE : ENGLISH;
}

/** Whether a sentence only stands where a reason is still to be written. */
export function isFilledIn(text: string): boolean {
	return [ENGLISH, CHINESE].some(
		(words) => text === words.why || text.startsWith(words.explanation('').trimEnd())
	);
}

/** The question with all that a section file must say. `filled` counts the sentences put in. */
export function fillQuestion(
	foreign: ForeignQuestion,
	own: Pick<Question, 'id' | 'claim' | 'level' | 'also'>,
	language: string
): { readonly question: Question; readonly filled: number } {
	const words = fillWordsOf(language);
	let filled = 0;
	const orFill = (text: string | undefined, fill: string): string => {
		if (text !== undefined && text.trim() !== '') return text;
		filled++;
		return fill;
	};
	const withWhy = (options: readonly Option[]): readonly Option[] =>
		options.map((option) => (option.correct ? option : { ...option, why: orFill(option.why, words.why) }));
	const explanation = orFill(
		foreign.explanation,
		cut(words.explanation(sayKey(foreign, language)), LENGTHS.text)
	);
	const question = { ...foreign, ...own, explanation, ...fillParts(foreign, withWhy, orFill, words) };
	return { question: question as Question, filled };
}

function fillParts(
	foreign: ForeignQuestion,
	withWhy: (options: readonly Option[]) => readonly Option[],
	orFill: (text: string | undefined, fill: string) => string,
	words: FillWords
): object {
	switch (foreign.kind) {
		case 'single-choice':
		case 'multiple-choice':
			return { options: withWhy(foreign.options) };
		case 'true-false':
			return { why: orFill(foreign.why, words.why) };
		case 'cloze':
			return {
				gaps: foreign.gaps.map((gap) => ('options' in gap ? { ...gap, options: withWhy(gap.options) } : gap))
			};
		case 'matching':
			return foreign.extras
				? { extras: foreign.extras.map((extra) => ({ ...extra, why: orFill(extra.why, words.why) })) }
				: {};
		default:
			return {};
	}
}

/** The key on one line. */
export function sayKey(question: ForeignQuestion, language: string): string {
	const words = fillWordsOf(language);
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice':
			return question.options
				.filter(({ correct }) => correct)
				.map(({ text }) => text)
				.join('; ');
		case 'true-false':
			return question.answer ? words.true : words.false;
		case 'numeric':
		case 'estimate':
			return [question.answer, question.unit].filter((part) => part !== undefined).join(' ');
		case 'short-text':
			return question.answers[0] ?? '';
		case 'cloze':
			return question.gaps.reduce(
				(text, gap) =>
					text.replace(
						`{${gap.id}}`,
						'options' in gap ? (gap.options.find(({ correct }) => correct)?.text ?? '') : gap.answers[0]!
					),
				question.text
			);
		case 'matching':
			return question.pairs.map(({ left, right }) => `${left} → ${right}`).join('; ');
		case 'ordering':
			return question.steps.map(({ text }) => text).join(' → ');
		case 'categorise':
			return question.entries
				.map(({ text, category }) => `${text} → ${nameOf(question.categories, category)}`)
				.join('; ');
	}
}

/** A claim for a question that came without one: what it asks, and its key. */
export function makeClaimText(question: ForeignQuestion, language: string): string {
	const isSentence = question.kind === 'true-false' && question.answer;
	const text = isSentence ? question.prompt : `${question.prompt} → ${sayKey(question, language)}`;
	return cut(text, LENGTHS.claim);
}

/** What can be told of a claim that nobody has read in its source. */
export const IMPORTED_CLAIM_KIND: ClaimKind = 'description';

function nameOf(named: readonly { readonly id: string; readonly text: string }[], id: string): string {
	return named.find((each) => each.id === id)?.text ?? id;
}

function cut(text: string, longest: number): string {
	return text.length <= longest ? text : `${text.slice(0, longest - 1).toWellFormed()}…`;
}
