/** Rules on options: that they exclude each other, that each stands by itself, in what order they stand. */

import type { Option } from '#core/question.ts';
import { choicesOf, isCount, pathOf, type Choice } from './choices.ts';
import type { Flaw, QuestionRule, Subject } from './finding.ts';
import { haladyna } from './guidelines.ts';
import { rangesOverlap, readRange, type NumberRange } from './ranges.ts';
import type { Words } from './words.ts';

export const OPTION_RULES: readonly QuestionRule[] = [
	{
		name: 'option-duplicate',
		severity: 'error',
		guideline: haladyna(22),
		mend: 'Reword one of the two, or delete it.',
		needs: 'structure',
		find: ({ question, words }) => choicesOf(question).flatMap((choice) => findDuplicates(choice, words))
	},
	{
		name: 'option-overlap',
		severity: 'error',
		guideline: haladyna(22),
		mend: 'Let each case belong to one option only: "10 to 19" and "20 to 29".',
		needs: 'structure',
		find: ({ question, words }) => choicesOf(question).flatMap((choice) => findOverlaps(choice, words))
	},
	{
		name: 'option-count',
		severity: 'warning',
		guideline: haladyna(18),
		mend: 'Offer three to five options; three are enough where no other is plausible.',
		needs: 'structure',
		find: findOddCounts
	},
	{
		name: 'number-order',
		severity: 'warning',
		guideline: haladyna(21),
		mend: 'Write the options from the least to the greatest, and add shuffle: false.',
		needs: 'structure',
		find: ({ question, words }) => choicesOf(question).flatMap((choice) => findDisorder(choice, words))
	},
	{
		name: 'all-of-the-above',
		severity: 'error',
		guideline: haladyna(26),
		mend: 'Use kind: multiple-choice, or replace the option by a plausible mistake.',
		needs: 'words',
		find: ({ question, words }) =>
			findOptions(choicesOf(question), words.allOfTheAbove, 'takes in the other options', words)
	},
	{
		name: 'combined-options',
		severity: 'error',
		guideline: haladyna(9),
		mend: 'Use kind: multiple-choice; options that name other options test combining, and give way once one is known.',
		needs: 'words',
		find: ({ question, words }) =>
			findOptions(choicesOf(question), words.combination, 'names other options', words)
	},
	{
		name: 'none-of-the-above',
		severity: 'warning',
		guideline: haladyna(25),
		mend: 'Replace it by a plausible mistake: to know what is wrong is not to know what is right.',
		needs: 'words',
		find: ({ question, words }) =>
			findOptions(choicesOf(question), words.noneOfTheAbove, 'refuses the other options', words)
	}
];

function findOptions(
	choices: readonly Choice[],
	pattern: RegExp,
	what: string,
	words: Words
): readonly Flaw[] {
	return choices.flatMap((choice) =>
		choice.options
			.filter((option) => pattern.test(option.text.trim()) && !isCount(choice, option, words))
			.map((option) => ({ path: pathOf(choice, option), message: `the option "${option.text}" ${what}` }))
	);
}

/** The check refuses equal texts; these differ in small words only, or in how a number is written. */
function findDuplicates(choice: Choice, words: Words | undefined): readonly Flaw[] {
	return findLater(choice, (a, b) => sameText(a.text, b.text, words)).map(([earlier, option]) => ({
		path: pathOf(choice, option),
		message: `the options "${earlier.text}" and "${option.text}" say the same`
	}));
}

function sameText(a: string, b: string, words: Words | undefined): boolean {
	if (squeeze(a, words) === squeeze(b, words) || isSwapped(a, b, words)) return true;
	if (!words || /\d/.test(a + b)) return false;
	const [first, second] = [words.contentOf(a), words.contentOf(b)];
	// Three words at least: with fewer, the small words may be what matters ("on time", "in time").
	return first.length >= 3 && first.length === second.length && sameOrder(first, second) && !differByNo(a, b);
}

/** "Salt and pepper", "pepper and salt"; in "sand and clay in layers" the words beside the "and". */
function isSwapped(a: string, b: string, words: Words | undefined): boolean {
	if (!words) return false;
	const sortParts = (text: string) =>
		text
			.split(words.joins)
			.map((part) => squeeze(part, words))
			.sort()
			.join();
	return sortParts(a) === sortParts(b) || squeeze(swapBesides(a, words), words) === squeeze(b, words);
}

function swapBesides(text: string, { joins }: Words): string {
	const [before = '', after, ...more] = text.split(joins);
	if (after === undefined || more.length > 0) return text;
	const last = /\S+$/.exec(before)?.[0] ?? '';
	const next = /^\S+/.exec(after)?.[0] ?? '';
	const [head, tail] = [before.slice(0, before.length - last.length), after.slice(next.length)];
	return `${head}${next}${text.slice(before.length, text.length - after.length)}${last}${tail}`;
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
	return a.every((word, index) => word === b[index]);
}

/** Small words that turn a sentence round. */
const TURNING =
	/\b(?:not|no|never|without|with|before|after|more|less|most|least|up|down|in|out|on|off|over|under|above|below|from|to|into|some|all|only|can|cannot|must|may|by|few|many|each|every|both|while|until|during|because)\b|n['’]t|[\u4e00-\u9fff]/gi;

function differByNo(a: string, b: string): boolean {
	const turns = (text: string) => (text.toLowerCase().match(TURNING) ?? []).join(' ');
	return turns(a) !== turns(b);
}

function squeeze(text: string, words: Words | undefined): string {
	const normal = text.normalize('NFKC');
	return (words ? words.range.readNumerals(normal) : normal)
		.toLowerCase()
		.replace(/(?<=\d),(?=\d{3})/g, '')
		.replace(/\b(?:the|an?)\b|[\s.。!;；，,'"“”]+(?!\d)/g, '');
}

function findOverlaps(choice: Choice, words: Words | undefined): readonly Flaw[] {
	if (choice.many === 'multiple') return [];
	const ranges = new Map(choice.options.map((option) => [option, readRange(option.text, words?.range)]));
	return findLater(choice, (a, b) => {
		const [first, second] = [ranges.get(a), ranges.get(b)];
		if (includes(a.text, b.text, words) || includes(b.text, a.text, words)) return true;
		return !!first && !!second && (isStretch(first) || isStretch(second)) && rangesOverlap(first, second);
	}).map(([earlier, option]) => ({
		path: pathOf(choice, option),
		message: `the options "${earlier.text}" and "${option.text}" overlap: one case may belong to both`
	}));
}

/** "In winter or spring" includes "in winter". */
function includes(wide: string, narrow: string, words: Words | undefined): boolean {
	if (!words) return false;
	const parts = wide.split(words.either).map((part) => squeeze(part, words));
	return parts.length > 1 && parts.includes(squeeze(narrow, words));
}

function isStretch({ low, high }: NumberRange): boolean {
	return low !== high;
}

/** Each option that meets the condition with an earlier one, with the first such. */
function findLater(
	{ options }: Choice,
	meets: (a: Option, b: Option) => boolean
): readonly (readonly [Option, Option])[] {
	return options.flatMap((option, index) => {
		const earlier = options.slice(0, index).find((other) => meets(other, option));
		return earlier ? [[earlier, option] as const] : [];
	});
}

function findOddCounts({ question }: Subject): readonly Flaw[] {
	if (question.kind !== 'single-choice') return [];
	const { length } = question.options;
	if (length >= 3 && length <= 5) return [];
	return [{ path: ['options'], message: `found ${length} options` }];
}

function findDisorder(choice: Choice, words: Words | undefined): readonly Flaw[] {
	const ranges = choice.options.map(({ text }) => readRange(text, words?.range));
	if (ranges.length < 3 || choice.path.length > 1) return [];
	const { rest } = ranges[0] ?? {};
	// Numbers of one thing only: in "3 apples, 2 pears" they are no order.
	if (!ranges.every((range): range is NumberRange => range !== undefined && range.rest === rest)) return [];
	const steps = ranges.slice(1).map((range, index) => compareRanges(ranges[index]!, range));
	const isSorted = steps.every((step) => step <= 0) || steps.every((step) => step >= 0);
	if (isSorted && choice.isOrdered) return [];
	const message = isSorted
		? 'the options are numbers in order, and learners see them shuffled'
		: 'the options are numbers out of order';
	return [{ path: choice.path, message }];
}

/** An open end counts as a little beyond its bound: "below 20" stands before "20". */
function compareRanges(a: NumberRange, b: NumberRange): number {
	return middleOf(a) - middleOf(b);
}

function middleOf({ low, high }: NumberRange): number {
	if (low === -Infinity) return high - 1e-6;
	if (high === Infinity) return low + 1e-6;
	return (low + high) / 2;
}
