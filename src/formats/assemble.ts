/**
 * Makes questions of what other tools keep: accepted answers, numbers, pairs, steps (options: `assemble-choice.ts`). What cannot
 * be kept as it was is said in the notes; where no question can be made, they say why.
 */

import type { ForeignQuestion } from '#core/exchange.ts';
import { matchesText } from '#core/text.ts';
import type { Notes } from './notes.ts';
import type { OwnWords } from './own-words.ts';

export interface Stem extends OwnWords {
	readonly prompt: string;
	readonly explanation?: string;
}

export interface RatedAnswer {
	readonly text: string;
	/** Of the full marks, from -1 to 1. */
	readonly share: number;
}

export interface RatedNumber {
	readonly value: number;
	readonly tolerance: number;
	readonly share: number;
}

/** What other tools round is still the whole. */
export const FULL = 0.999;
const MOST_CATEGORIES = 4;
const MOST_ANSWERS = 50;
/** What has more is no question, and would take its time. */
const MOST_PAIRS = 200;

export function makeTrueFalse(
	stem: Stem,
	{ answer, why, whyRight }: { answer: boolean; why?: string | undefined; whyRight?: string | undefined },
	notes: Notes
): ForeignQuestion | undefined {
	if (!hasPrompt(stem, notes)) return undefined;
	const explanation = stem.explanation || whyRight;
	if (stem.explanation && whyRight && whyRight !== stem.explanation)
		notes.add('choice/feedback-on-right', `What was said on the right answer was left out: "${whyRight}"`);
	return { kind: 'true-false', ...stem, ...(explanation && { explanation }), answer, ...(why && { why }) };
}

export function makeShortText(
	stem: Stem,
	rated: readonly RatedAnswer[],
	notes: Notes
): ForeignQuestion | undefined {
	if (!hasPrompt(stem, notes)) return undefined;
	const answers = acceptedAnswers(rated, notes);
	if (answers.length === 0)
		return refuse(notes, 'answers/none', 'It has no accepted answer that can be compared letter by letter.');
	return { kind: 'short-text', ...stem, answers };
}

/** Those worth full marks that can be compared. */
export function acceptedAnswers(rated: readonly RatedAnswer[], notes: Notes): readonly string[] {
	const partly = rated.filter(({ share }) => share > 0 && share < FULL);
	if (partly.length > 0)
		notes.add('answers/partly', `Worth some of the marks before, and wrong now: ${quote(partly)}`);
	const texts = rated
		.filter(({ share }) => share >= FULL)
		.flatMap(({ text }) => withoutWildcard(text, notes));
	const fitting = texts.filter((text) => {
		if (matchesText(text, [text])) return true;
		notes.add('answers/unmatchable', `Left out, since punctuation is not compared: "${text}"`);
		return false;
	});
	const answers = [...new Set(fitting)];
	if (answers.length > MOST_ANSWERS)
		notes.add('answers/many', `Of ${answers.length} accepted answers the first ${MOST_ANSWERS} came in.`);
	return answers.slice(0, MOST_ANSWERS);
}

/** A star stood for anything; what begins or ends with one is taken without it. */
function withoutWildcard(text: string, notes: Notes): readonly string[] {
	const plain = text.replaceAll('\\*', '\u0001').trim();
	if (!plain.includes('*')) return plain === '' ? [] : [plain.replaceAll('\u0001', '*')];
	const kept = plain.replace(/^\*+|\*+$/g, '').trim();
	if (kept === '' || kept.includes('*')) {
		notes.add('answers/wildcard', `Left out, since * stands for anything in it: "${text}"`);
		return [];
	}
	notes.add('answers/wildcard-cut', `"${text}" accepted more around it; now only "${kept}" does.`);
	return [kept.replaceAll('\u0001', '*')];
}

export function makeNumeric(
	stem: Stem,
	rated: readonly RatedNumber[],
	notes: Notes,
	unit?: string
): ForeignQuestion | undefined {
	if (!hasPrompt(stem, notes)) return undefined;
	const [key, ...others] = rated.filter(({ share, value }) => share >= FULL && Number.isFinite(value));
	if (key === undefined)
		return refuse(notes, 'numeric/no-key', 'It has no number that is worth all the marks.');
	if (others.length > 0)
		notes.add(
			'numeric/several',
			`Several numbers were right; only the first is now, and not ${others.map(({ value }) => value).join(', ')}.`
		);
	if (rated.some(({ share }) => share > 0 && share < FULL))
		notes.add('numeric/partly', 'Numbers that were worth some of the marks are wrong now.');
	const { value: answer, tolerance } = key;
	return { kind: 'numeric', ...stem, answer, ...(unit && { unit }), ...(tolerance > 0 && { tolerance }) };
}

export interface MadePair {
	readonly left: string;
	readonly right: string;
	readonly why?: string;
}

/** Pairs; or, where right sides stand more than once, categories with their entries. */
export function makePairs(
	stem: Stem,
	pairs: readonly MadePair[],
	extras: readonly { readonly text: string; readonly why?: string }[],
	notes: Notes
): ForeignQuestion | undefined {
	if (!hasPrompt(stem, notes)) return undefined;
	if (pairs.length + extras.length > MOST_PAIRS)
		return refuse(notes, 'matching/too-many', `It has ${pairs.length + extras.length} sides to match.`);
	const rights = [...new Set(pairs.map(({ right }) => right))];
	if (rights.length < pairs.length)
		return makeCategories(stem, pairs, [...rights, ...extras.map(({ text }) => text)], notes);
	if (pairs.length < 2) return refuse(notes, 'matching/too-few', 'It has fewer than two pairs.');
	const others = extras.filter(({ text }) => !rights.includes(text));
	return {
		...{ kind: 'matching', ...stem, pairs: withIds('p', pairs) },
		...(others.length > 0 && { extras: withIds('x', others) })
	};
}

function makeCategories(
	stem: Stem,
	pairs: readonly MadePair[],
	names: readonly string[],
	notes: Notes
): ForeignQuestion | undefined {
	const categories = withIds(
		'c',
		[...new Set(names)].map((text) => ({ text }))
	);
	if (categories.length < 2 || categories.length > MOST_CATEGORIES)
		return refuse(
			notes,
			'matching/repeated',
			`Right sides stand more than once, which makes ${categories.length} categories; 2 to ${MOST_CATEGORIES} can come in.`
		);
	const entries = pairs.map(({ left, right, why }) => ({
		text: left,
		category: categories.find(({ text }) => text === right)!.id,
		...(why && { why })
	}));
	return { kind: 'categorise', ...stem, categories, entries: withIds('e', entries) };
}

export function makeOrdering(
	stem: Stem,
	steps: readonly string[],
	notes: Notes
): ForeignQuestion | undefined {
	if (!hasPrompt(stem, notes)) return undefined;
	if (steps.length < 3) return refuse(notes, 'ordering/too-few', 'It has fewer than three steps to order.');
	return {
		kind: 'ordering',
		...stem,
		steps: withIds(
			's',
			steps.map((text) => ({ text }))
		)
	};
}

/** Ids by place where a part has none: the same whenever the same file is read. */
export function withIds<T extends object>(
	prefix: string,
	parts: readonly T[]
): (T & { readonly id: string })[] {
	const own = parts.map((part) => ('id' in part && isId(part.id) ? part.id : undefined));
	const isWhole = own.every((id) => id !== undefined) && new Set(own).size === own.length;
	return parts.map((part, index) => ({ ...part, id: isWhole ? own[index]! : `${prefix}${index + 1}` }));
}

export function isId(text: unknown): text is string {
	return (
		typeof text === 'string' &&
		text.length >= 2 &&
		text.length <= 60 &&
		/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) &&
		!['constructor', 'prototype'].includes(text)
	);
}

export function refuse(notes: Notes, code: string, message: string): undefined {
	notes.add(code, message);
	return undefined;
}

export function hasPrompt({ prompt }: Stem, notes: Notes): boolean {
	if (prompt.trim() !== '') return true;
	notes.add('item/no-prompt', 'It has no words that ask something.');
	return false;
}

export function quote(parts: readonly { readonly text: string }[]): string {
	return parts.map(({ text }) => `"${text}"`).join(', ');
}
