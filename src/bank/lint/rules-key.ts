/** Rules on what gives the key away to somebody who does not know it. */

import type { Option } from '#core/question.ts';
import { choicesOf, isCount, pathOf, type Choice } from './choices.ts';
import type { Flaw, QuestionRule } from './finding.ts';
import { haladyna } from './guidelines.ts';
import type { Words } from './words.ts';

export const KEY_RULES: readonly QuestionRule[] = [
	{
		name: 'key-length',
		severity: 'warning',
		guideline: haladyna(24),
		mend: 'Shorten the key, or give the wrong options as much to say.',
		...onChoices(findOddLength)
	},
	{
		name: 'key-detail',
		severity: 'warning',
		guideline: haladyna(28),
		mend: 'Move the detail to the explanation, or give the wrong options the like.',
		...onChoices(findOddDetail)
	},
	{
		name: 'clang',
		severity: 'warning',
		guideline: haladyna(28),
		mend: 'Say the key in other words than the prompt, or let a wrong option share the word.',
		...onChoices(findClang)
	},
	{
		name: 'grammar-clue',
		severity: 'warning',
		guideline: haladyna(28),
		mend: 'Move "a" or "an" into the options, and let all be singular or all plural.',
		...onChoices(findGrammarClue)
	},
	{
		name: 'absolutes',
		severity: 'warning',
		guideline: haladyna(28),
		mend: 'Take the absolute word out of the wrong options: most readers know that little is always so.',
		...onChoices(findAbsolutes)
	},
	{
		name: 'hedged-key',
		severity: 'warning',
		guideline: haladyna(28),
		mend: 'Take the cautious word out of the key, or use one in a wrong option too.',
		...onChoices(findHedge)
	}
];

type Find = (choice: Choice, words: Words) => readonly Flaw[];

function onChoices(find: Find): Pick<Extract<QuestionRule, { needs: 'words' }>, 'needs' | 'find'> {
	return {
		needs: 'words',
		find: ({ question, words }) =>
			choicesOf(question)
				.filter(({ keys, distractors }) => keys.length > 0 && distractors.length > 1)
				.filter(({ keys }) => !keys.some(({ text }) => namesOthers(text, words)))
				.flatMap((choice) => find(choice, words))
	};
}

/** "All of these" has no words of its own; that it stands there is another rule's affair. */
function namesOthers(text: string, { allOfTheAbove, noneOfTheAbove, combination }: Words): boolean {
	return [allOfTheAbove, noneOfTheAbove, combination].some((pattern) => pattern.test(text.trim()));
}

/** Shares of the next longest or shortest option; found to separate sound from flawed items by eye. */
const LONG = 1.4;
const SHORT = 0.5;

function findOddLength(choice: Choice, words: Words): readonly Flaw[] {
	const widths = (options: readonly Option[]) => options.map(({ text }) => words.widthOf(text));
	const [keys, others] = [widths(choice.keys), widths(choice.distractors)];
	const [shortKey, longKey] = [Math.min(...keys), Math.max(...keys)];
	const [shortOther, longOther] = [Math.min(...others), Math.max(...others)];
	const key = choice.keys[0]!;
	if (shortKey >= longOther * LONG && shortKey - longOther >= words.leastWidthGap)
		return [flawAt(choice, key, `is much longer than any wrong option`)];
	if (longKey <= shortOther * SHORT && shortOther - longKey >= words.leastWidthGap)
		return [flawAt(choice, key, `is much shorter than any wrong option`)];
	return [];
}

function findOddDetail(choice: Choice, words: Words): readonly Flaw[] {
	const hasNumber = (text: string) => /\d/.test(text);
	const hasAside = (text: string) => words.detail.test(text) || commasOf(text) >= 2;
	const [what] = [
		{ has: hasNumber, name: 'a number' },
		{ has: hasAside, name: 'an aside, a reason or an example' }
	].filter(({ has }) => onlyKeys(choice, has));
	return what ? [flawAt(choice, choice.keys[0]!, `alone has ${what.name}`)] : [];
}

function commasOf(text: string): number {
	return text.match(/[,，](?!\d)|、/g)?.length ?? 0;
}

function onlyKeys({ keys, distractors }: Choice, has: (text: string) => boolean): boolean {
	return keys.every(({ text }) => has(text)) && !distractors.some(({ text }) => has(text));
}

function findClang(choice: Choice, words: Words): readonly Flaw[] {
	const stem = new Set(words.contentOf(choice.stem).filter((word) => word.length > 1));
	const echoes = (option: Option) =>
		words
			.contentOf(option.text)
			.filter((word) => stem.has(word) || [...stem].some((other) => areKin(word, other)));
	if (choice.distractors.some((option) => echoes(option).length > 0)) return [];
	if (!choice.keys.every((option) => echoes(option).length > 0)) return [];
	const key = choice.keys[0]!;
	return [flawAt(choice, key, `alone repeats words of the prompt (${sayEchoes(key, echoes(key), words)})`)];
}

/** "Seismic" and "seismograph": most of the shorter word, and five letters at least. */
function areKin(a: string, b: string): boolean {
	let shared = 0;
	while (shared < a.length && a[shared] === b[shared]) shared++;
	return shared >= 5 && shared >= Math.min(a.length, b.length) * 0.7;
}

/** As they stand in the option, without the cuts that made them comparable. */
function sayEchoes({ text }: Option, echoes: readonly string[], words: Words): string {
	const said = (text.match(/[\p{L}\p{N}'’-]+/gu) ?? []).filter((word) =>
		words.contentOf(word).some((part) => echoes.includes(part))
	);
	return [...new Set(/\p{Script=Han}/u.test(text) ? echoes : said)].join(', ');
}

function findGrammarClue(choice: Choice, words: Words): readonly Flaw[] {
	const { agrees } = words;
	if (!agrees) return [];
	const fits = (option: Option) => agrees(choice.stem, option.text);
	if (!choice.keys.every((option) => fits(option) === true)) return [];
	// One plausible companion is enough to hide the key.
	if (!choice.distractors.every((option) => fits(option) === false)) return [];
	return [flawAt(choice, choice.keys[0]!, 'alone fits the grammar of the prompt')];
}

function findAbsolutes(choice: Choice, words: Words): readonly Flaw[] {
	const { keys, distractors } = choice;
	// "Never", "no one" or "all of them" by itself is a step of a scale.
	const isStep = (option: Option) =>
		!/[\p{L}\p{N}]/u.test(option.text.replace(words.absolute, ' ')) || isCount(choice, option, words);
	const isAbsolute = (option: Option) => words.absolute.test(option.text) && !isStep(option);
	const isMild = (option: Option) =>
		isAbsolute(option) || (words.mildAbsolute.test(option.text) && !isStep(option));
	if (keys.some(isMild)) return [];
	const option = distractors.find(isAbsolute) ?? (distractors.every(isMild) ? distractors[0] : undefined);
	return option ? [flawAt(choice, option, 'is absolute, and the key is not')] : [];
}

function findHedge(choice: Choice, words: Words): readonly Flaw[] {
	if (!onlyKeys(choice, (text) => words.hedge.test(text))) return [];
	return [flawAt(choice, choice.keys[0]!, 'alone is cautious')];
}

function flawAt(choice: Choice, option: Option, what: string): Flaw {
	const noun = option.correct ? 'the key' : 'the wrong option';
	return { path: pathOf(choice, option), message: `${noun} "${option.text}" ${what}` };
}
