/** What stretch of numbers an option names: "below 20", "10 to 20", "2019". */

import type { RangeWords } from './words.ts';

export interface NumberRange {
	readonly low: number;
	readonly high: number;
	/** Whether the bounds themselves belong to it. */
	readonly hasLow: boolean;
	readonly hasHigh: boolean;
	/** What else the option says: ranges of different things do not overlap. */
	readonly rest: string;
}

const NUMBER = /-?\d[\d,，]*(?:\.\d+)?/g;

/** `undefined` for an option that names no number, or more than a range takes. */
export function readRange(text: string, words: RangeWords | undefined): NumberRange | undefined {
	const normal = text.normalize('NFKC').trim();
	const plain = words ? words.readNumerals(normal) : normal;
	const numbers = plain.match(NUMBER) ?? [];
	if (numbers.length === 0 || numbers.length > 2) return undefined;
	if (numbers.length === 2) return readBetween(plain, words);
	const value = toNumber(numbers[0]!);
	const bounded = words && readBound(plain, value, words);
	if (bounded) return bounded;
	return { low: value, high: value, hasLow: true, hasHigh: true, rest: restOf(plain, NUMBER) };
}

function readBetween(text: string, words: RangeWords | undefined): NumberRange | undefined {
	const hit = words?.between.exec(text);
	if (!words || !hit) return undefined;
	// The dash of "10-20" is no sign.
	const [first = '', last = ''] = hit.slice(1).filter((group) => group !== undefined);
	const [low, high] = [toNumber(first), Math.abs(toNumber(last))];
	if (low >= high) return undefined;
	return { low, high, hasLow: true, hasHigh: true, rest: restOf(text, words.between) };
}

function readBound(text: string, value: number, words: RangeWords): NumberRange | undefined {
	const bounds = [
		{ pattern: words.atMost, low: -Infinity, high: value, isIn: true },
		{ pattern: words.atLeast, low: value, high: Infinity, isIn: true },
		{ pattern: words.below, low: -Infinity, high: value, isIn: false },
		{ pattern: words.above, low: value, high: Infinity, isIn: false }
	];
	const hit = bounds.find(({ pattern }) => pattern.test(text));
	if (!hit) return undefined;
	const { low, high, isIn, pattern } = hit;
	return { low, high, hasLow: isIn, hasHigh: isIn, rest: restOf(text, pattern) };
}

function restOf(text: string, pattern: RegExp): string {
	return text
		.replace(pattern, ' ')
		.replace(NUMBER, ' ')
		.toLowerCase()
		.replace(
			/\b(?:exactly|about|around|roughly|between|from|and|to|or|more|less|fewer|older|younger|later|earlier|longer|shorter|years?)\b|[^\p{L}%°]+|约|大约|正好|以上|以下/gu,
			''
		);
}

function toNumber(text: string): number {
	return Number(text.replace(/[,，]/g, ''));
}

export function rangesOverlap(a: NumberRange, b: NumberRange): boolean {
	if (a.rest !== b.rest) return false;
	if (a.low === b.low && a.high === b.high) return a.hasLow === b.hasLow;
	const [first, second] = a.low < b.low || (a.low === b.low && a.high < b.high) ? [a, b] : [b, a];
	if (first.high > second.low) return true;
	return first.high === second.low && first.hasHigh && second.hasLow;
}
