/**
 * How much of a source's own wording a course repeats.
 *
 *     const index = indexSource(article);
 *     findLongestRun('The report counts 5.44 million base stations.', index, names)?.words
 */

import { Automaton } from './automaton.ts';
import { splitTokens, type Token } from './tokens.ts';

/**
 * A thousand English words become 1500 to 1700 Chinese characters (tianhengconsulting.com, "Chinese Character
 * Count vs. English Word Count"): a limit of 8 words is one of 13 characters.
 */
const CHARACTERS_PER_WORD = 1.6;

export interface SourceIndex {
	readonly text: string;
	readonly tokens: readonly Token[];
	/** A number for each word of the source. */
	readonly numbers: ReadonlyMap<string, number>;
	readonly automaton: Automaton;
}

export interface Run {
	/** As the checked text has it, from the first word to the last. */
	readonly text: string;
	/** Without names. */
	readonly words: number;
	/** Of scripts without spaces, without names. */
	readonly characters: number;
	/** In the source, in UTF-16 units. */
	readonly sourceStart: number;
}

/** Time grows with the length of the text, memory with the number of its words: made once for all strings. */
export function indexSource(text: string): SourceIndex {
	const tokens = splitTokens(text);
	const numbers = new Map<string, number>();
	const automaton = new Automaton();
	for (const { word } of tokens) {
		const number = numbers.get(word) ?? numbers.size;
		numbers.set(word, number);
		automaton.append(number);
	}
	return { text, tokens, numbers, automaton };
}

/** The longest run of words in common; words of `names` count for nothing, and do not end it. */
export function findLongestRun(text: string, index: SourceIndex, names: readonly string[]): Run | undefined {
	const tokens = splitTokens(text);
	const named = markNames(tokens, names);
	const weights = tokens.map(({ isCharacter }, place) =>
		named[place] ? 0 : isCharacter ? 1 / CHARACTERS_PER_WORD : 1
	);
	const sums = [0];
	for (const weight of weights) sums.push(sums.at(-1)! + weight);
	let best = { weight: 0, start: 0, end: 0, sourceStart: 0 };
	const numbers = tokens.map(({ word }) => index.numbers.get(word) ?? -1);
	for (const { end, length, sourceEnd } of index.automaton.match(numbers)) {
		const start = end - length;
		const weight = sums[end]! - sums[start]!;
		if (weight > best.weight + 1e-9) best = { weight, start, end, sourceStart: sourceEnd - length };
	}
	if (best.weight === 0) return undefined;
	let { start, end } = best;
	while (named[start]) start++;
	while (named[end - 1]) end--;
	const counted = tokens.slice(start, end).filter((_, place) => !named[start + place]);
	const characters = counted.filter(({ isCharacter }) => isCharacter).length;
	return {
		text: text.slice(tokens[start]!.start, tokens[end - 1]!.end),
		words: counted.length - characters,
		characters,
		sourceStart: index.tokens[best.sourceStart + (start - best.start)]!.start
	};
}

/** In words; a character is a part of one. */
export function weighRun({ words, characters }: Pick<Run, 'words' | 'characters'>): number {
	return words + characters / CHARACTERS_PER_WORD;
}

/** The limit for a script without spaces: whole characters. */
export function charactersFor(words: number): number {
	return Math.round(words * CHARACTERS_PER_WORD);
}

/** Whether more is repeated than `limit` words, or as many characters as make them. */
export function isAbove(run: Pick<Run, 'words' | 'characters'>, limit: number): boolean {
	return run.words === 0 ? run.characters > charactersFor(limit) : weighRun(run) > limit + 1e-9;
}

function markNames(tokens: readonly Token[], names: readonly string[]): readonly boolean[] {
	const marks = tokens.map(() => false);
	for (const name of names) {
		const words = splitTokens(name).map(({ word }) => word);
		if (words.length === 0) continue;
		for (let start = 0; start + words.length <= tokens.length; start++) {
			if (words.every((word, place) => tokens[start + place]!.word === word))
				marks.fill(true, start, start + words.length);
		}
	}
	return marks;
}
