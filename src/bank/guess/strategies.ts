/** Ways to answer without knowing anything of the source. */

import { parseNumber } from '#core/number.ts';
import { listTraits } from '../tokens.ts';
import type { OptionDecision } from './decisions.ts';
import { countTestWords } from './test-words.ts';

export interface Strategy {
	readonly name: string;
	/** A figure for each option, the highest being chosen; `undefined` where there is nothing to go by. */
	readonly rate?: (decision: OptionDecision, language: string) => readonly number[] | undefined;
	/** Above 0 for "true", below 0 for "false", 0 where there is nothing to go by. */
	readonly judge?: (statement: string, language: string) => number;
}

/** What an eye sees: characters, in every language. */
const lengthOf = (text: string): number => [...text.trim()].length;

export const STRATEGIES: readonly Strategy[] = [
	{ name: 'longest option', rate: rateEach((text) => lengthOf(text)) },
	{ name: 'shortest option', rate: rateEach((text) => -lengthOf(text)) },
	{ name: 'most words of the stem', rate: rateStemWords },
	{ name: 'least alike', rate: (decision) => rateLikeness(decision).map((likeness) => -likeness) },
	{ name: 'most alike', rate: rateLikeness },
	{ name: 'middle number', rate: rateMiddle },
	{
		name: 'no absolute word',
		rate: rateEach((text, language) => -(countTestWords(text, language, 'absolute') ?? 0)),
		judge: (statement, language) => -(countTestWords(statement, language, 'absolute') ?? 0)
	},
	{
		name: 'most hedged',
		rate: rateEach((text, language) => countTestWords(text, language, 'hedging') ?? 0),
		judge: (statement, language) => countTestWords(statement, language, 'hedging') ?? 0
	},
	{ name: 'always true', judge: () => 1 },
	{ name: 'always false', judge: () => -1 },
	// Shuffled options have no first one that a learner could know of.
	{
		name: 'first listed',
		rate: ({ options, inOrder }) => (inOrder ? options.map((_, index) => -index) : undefined)
	}
];

function rateEach(rate: (text: string, language: string) => number) {
	return ({ options }: OptionDecision, language: string): readonly number[] =>
		options.map(({ text }) => rate(text, language));
}

function rateStemWords({ stem, options }: OptionDecision): readonly number[] {
	const asked = listTraits(stem);
	return options.map(({ text }) => countCommon(listTraits(text), asked));
}

/** Mean Jaccard index with each of the others (Jaccard 1912): common traits as a share of all of the two. */
function rateLikeness({ options }: OptionDecision): readonly number[] {
	const traits = options.map(({ text }) => listTraits(text));
	return traits.map((own, index) => {
		const others = traits.filter((_, other) => other !== index);
		const sum = others.reduce((total, other) => {
			const common = countCommon(own, other);
			return total + common / Math.max(1, own.size + other.size - common);
		}, 0);
		return sum / others.length;
	});
}

function countCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	return [...a].filter((trait) => b.has(trait)).length;
}

/** The nearer to the middle of the row, the higher; both middle ones of an even row are equal. */
function rateMiddle({ options }: OptionDecision): readonly number[] | undefined {
	const values = options.map(({ text }) => readFirstNumber(text));
	if (options.length < 3 || values.includes(undefined)) return undefined;
	const sorted = [...(values as number[])].sort((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return (values as number[]).map((value) => {
		const place = (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2;
		return -Math.abs(place - middle);
	});
}

const NUMBER = /\d[\d.,]*(?:\s?(?:thousand|million|billion|trillion)\b|[千百十万亿]+)?/iu;

/** "It is below 10.88 million" is 10 880 000. */
function readFirstNumber(text: string): number | undefined {
	const found = NUMBER.exec(text.normalize('NFKC'))?.[0].replace(/[.,]+$/, '');
	const typed = found === undefined ? undefined : parseNumber(found);
	return typed && typed.figure * typed.factor;
}
