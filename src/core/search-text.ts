/** Looks closely at one text: where the words of a query stand in it, and what to show of it. */

import type { Findable } from './search.ts';
import { eachWord, endOfBeginning } from './search-words.ts';

/** A stretch of a text as it is shown; `isMatch` where it is what was searched for. */
export interface TextPart {
	readonly text: string;
	readonly isMatch: boolean;
}

/** In UTF-16 units of the text. */
interface Stretch {
	readonly start: number;
	readonly end: number;
}

/** Where a word of the text begins as a word of the query does. */
interface Match extends Stretch {
	/** The number of the word in the query. */
	readonly word: number;
}

/** What to show of something found: its head, and of its body the text in which most of the words stand. */
export function showFound(
	{ head, body }: Findable,
	words: readonly string[]
): { readonly head: readonly TextPart[]; readonly body: readonly TextPart[] } {
	const counts = body.map((text) => new Set(listMatches(text, words).map(({ word }) => word)).size);
	const best = body[counts.indexOf(Math.max(...counts))] ?? '';
	return { head: markText(head, words), body: markText(best, words) };
}

/** How far apart the words stand where they stand closest, in UTF-16 units; infinite where one is missing. */
export function measureSpread(text: string, words: readonly string[]): number {
	const matches = listMatches(text, words);
	const held = words.map(() => 0);
	let [missing, from, least] = [words.length, 0, Infinity];
	for (const { word, end } of matches) {
		if (held[word]!++ === 0) missing -= 1;
		while (missing === 0) {
			const first = matches[from++]!;
			least = Math.min(least, end - first.start);
			if (--held[first.word]! === 0) missing += 1;
		}
	}
	return least;
}

/** The text with its matches told apart; of a long one, about `longest` UTF-16 units around the first match. */
export function markText(text: string, words: readonly string[], longest = 300): readonly TextPart[] {
	const matches = joinMatches(listMatches(text, words));
	const shown = cutAround(text, matches[0]?.start ?? 0, longest);
	const parts: TextPart[] = [];
	const add = (part: string, isMatch: boolean): void => {
		if (part !== '') parts.push({ text: part, isMatch });
	};
	let at = shown.start;
	if (at > 0) add('…', false);
	for (const { start, end } of matches) {
		if (start < shown.start || end > shown.end) continue;
		add(text.slice(at, start), false);
		add(text.slice(start, end), true);
		at = end;
	}
	add(text.slice(at, shown.end), false);
	if (shown.end < text.length) add('…', false);
	return parts;
}

/** In the order of the text. */
function listMatches(text: string, words: readonly string[]): readonly Match[] {
	const matches: Match[] = [];
	eachWord(text, (found, start, end) => {
		// At most one: no word of a query begins another one.
		const word = words.findIndex((wanted) => found.startsWith(wanted));
		if (word < 0) return;
		matches.push({ word, start, end: endOfBeginning(text, start, end, words[word]!.length) });
	});
	return matches.sort((one, other) => one.start - other.start);
}

/** Pairs of Chinese characters overlap. */
function joinMatches(matches: readonly Stretch[]): readonly Stretch[] {
	const joined: Stretch[] = [];
	for (const { start, end } of matches) {
		const last = joined.at(-1);
		if (last && start <= last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, end) };
		else joined.push({ start, end });
	}
	return joined;
}

/** What stands before the first match, and how far a cut may move to fall between two words. */
const BEFORE = 60;
const NEAR = 20;

function cutAround(text: string, match: number, longest: number): Stretch {
	if (text.length <= longest) return { start: 0, end: text.length };
	const from = wholeSign(text, Math.max(0, Math.min(match - BEFORE, text.length - longest)));
	const space = text.indexOf(' ', from);
	const start = from > 0 && space >= 0 && space < from + NEAR ? space + 1 : from;
	const to = Math.min(text.length, from + longest + 1);
	const spaceBefore = text.lastIndexOf(' ', to);
	const end = to < text.length && spaceBefore > to - NEAR ? spaceBefore : wholeSign(text, to);
	return { start, end };
}

/** Not between the two units of one sign. */
function wholeSign(text: string, at: number): number {
	const isInside = at > 0 && text.codePointAt(at - 1)! > 0xffff;
	return isInside ? at - 1 : at;
}
