/** What the rules must know of a language, and which languages are known. */

import { ENGLISH } from './words-en.ts';
import { CHINESE } from './words-zh.ts';

export interface Words {
	/** Words that carry meaning, brought to a form in which they can be compared. */
	readonly contentOf: (text: string) => readonly string[];
	/** Like `contentOf`, for texts of a few words. */
	readonly atomsOf: (text: string) => readonly string[];
	/** How many of these a text must have that are new, to say something. */
	readonly leastNews: number;
	/** How long a text is on the screen, in Latin letters. */
	readonly widthOf: (text: string) => number;
	/** In the unit of the budgets. */
	readonly loadOf: (text: string) => number;
	readonly unit: string;
	readonly budgets: { readonly prompt: number; readonly passage: number; readonly option: number };
	/** A difference in width below this is no clue. */
	readonly leastWidthGap: number;

	/** Whole options. */
	readonly allOfTheAbove: RegExp;
	readonly noneOfTheAbove: RegExp;
	/** An option that names others by their letters or numbers. */
	readonly combination: RegExp;

	/** The stem asks, or leaves a blank. */
	readonly asks: RegExp;
	/** The stem breaks off where an option goes on. */
	readonly leads: RegExp;
	/** Stems that would fit any question: what is left without them is what the question is about. */
	readonly formulas: readonly RegExp[];
	/** A number or a share answers the stem, and "none" may be one. */
	readonly asksQuantity: RegExp;
	/** Options that say how many of the things that the stem names. */
	readonly countWord: RegExp;
	/** The negative words of a stem that asks for what is not so. */
	readonly findNegatives: (stem: string) => readonly string[];
	readonly howMany: RegExp;
	readonly attribution: RegExp;

	/** One such word gives a wrong option away. */
	readonly absolute: RegExp;
	/** So do these where most wrong options have one. */
	readonly mildAbsolute: RegExp;
	readonly hedge: RegExp;
	/** Asides and reasons, which authors add to what must be right. */
	readonly detail: RegExp;
	/** Words by which an explanation says no more than that an answer is right or wrong. */
	readonly verdict: RegExp;

	/** How much or how many, in a word. */
	readonly amount: RegExp;
	/** Between things that may change places: "salt and pepper". */
	readonly joins: RegExp;
	/** Between things one of which is enough: "in winter or spring". */
	readonly either: RegExp;

	/** Bounds of a range: what stands before the number, or behind it. */
	readonly range: RangeWords;
	/** Whether the option fits what stands right before it; absent where grammar tells nothing. */
	readonly agrees?: (stem: string, option: string) => boolean | undefined;
}

export interface RangeWords {
	/** Writes numbers that are spelt out as digits, and shares of a hundred with "%". */
	readonly readNumerals: (text: string) => string;
	/** Not including the bound. */
	readonly below: RegExp;
	readonly above: RegExp;
	/** Including it. */
	readonly atMost: RegExp;
	readonly atLeast: RegExp;
	readonly between: RegExp;
}

/** By the language of a tag: "zh" for "zh-Hant". */
const WORDS: ReadonlyMap<string, Words> = new Map([
	['en', ENGLISH],
	['zh', CHINESE]
]);

export function findWords(language: string): Words | undefined {
	return WORDS.get(language.split('-')[0]!.toLowerCase());
}
