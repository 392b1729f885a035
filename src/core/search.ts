/**
 * Finds claims, lessons and questions by the beginnings of their words, as one types.
 *
 *     findIn(index, 'base sta', 10).hits.claim   // "The report counts 5.44 million 4G base stations.", …
 *
 * The index is a sorted vocabulary with one long list of places. Words that begin alike stand side by side, and
 * so do their places: a beginning is one stretch of the list, however many words it has.
 */

import { isOneCharacter, listQueryWords } from './search-words.ts';
import { measureSpread } from './search-text.ts';

export const FINDABLE_KINDS = ['claim', 'lesson', 'question'] as const;
export type FindableKind = (typeof FINDABLE_KINDS)[number];

/** What a search can find. Holds nothing that tells the answer of a question. */
export interface Findable {
	readonly kind: FindableKind;
	readonly section: string;
	/** Of a claim, and of a question. */
	readonly claim?: string;
	/** A claim's text, a lesson's title: a word counts more here than in the body. */
	readonly head: string;
	/** A lesson's paragraphs, a question's prompt. */
	readonly body: readonly string[];
}

export interface SearchIndex {
	readonly findables: readonly Findable[];
	/** By findable: the place of its kind in `FINDABLE_KINDS`. */
	readonly kinds: Uint8Array;
	/** Sorted by UTF-16 units. */
	readonly vocabulary: readonly string[];
	/** By word: where its places begin; and where the last one's end. */
	readonly starts: Uint32Array;
	/** Twice the findable's number, and one more where the word stands in the head. */
	readonly places: Uint32Array;
}

export interface FoundOfKind {
	readonly count: number;
	readonly best: readonly Findable[];
}
export type Found = Readonly<Record<FindableKind, FoundOfKind>>;

/** So many of each kind, the best by their words alone, are looked at closely. */
const LOOKED_AT = 40;

/** All that holds every word of the query, or a word that begins with it; of each kind the `limit` best. */
export function findIn(index: SearchIndex, query: string, limit: number): Found {
	const words = listQueryWords(query);
	const most = Math.max(LOOKED_AT, limit);
	const [claim, lesson, question] = rankByScore(index, scoreFitting(index, words), most).map(
		({ count, first }): FoundOfKind => ({ count, best: rankByLook(first, words).slice(0, limit) })
	);
	return { claim: claim!, lesson: lesson!, question: question! };
}

interface Fitting {
	/** Of the findables that hold every word. */
	readonly numbers: Uint32Array;
	/** By findable: how well it fits. */
	readonly scores: Uint16Array;
}

/** Costs what there are places of words that begin so, and next to nothing for the rest of a large bank. */
function scoreFitting(index: SearchIndex, words: readonly string[]): Fitting {
	// The rarest word goes first: what does not hold it is never looked at again.
	const stretches = words.map((word) => findStretch(index, word)).sort((a, b) => sizeOf(a) - sizeOf(b));
	const [rarest] = stretches;
	if (!rarest || sizeOf(rarest) === 0) return { numbers: new Uint32Array(), scores: new Uint16Array() };
	const scores = new Uint16Array(index.findables.length);
	/** How many of the words each holds, counted from the rarest without a gap. */
	const held = new Uint8Array(index.findables.length);
	for (const [turn, stretch] of stretches.entries()) addScores(index.places, stretch, turn, held, scores);
	return { numbers: listFitting(index.places, rarest, stretches.length, held), scores };
}

function addScores(
	places: Uint32Array,
	{ from, wholeTo, to }: Stretch,
	turn: number,
	held: Uint8Array,
	scores: Uint16Array
): void {
	for (let at = from; at < to; at += 1) {
		const place = places[at]!;
		const number = place >>> 1;
		if (held[number] !== turn) continue;
		held[number] = turn + 1;
		scores[number]! += SCORE + HEAD_SCORE * (place & 1) + (at < wholeTo ? WHOLE_SCORE : 0);
	}
}

/** Each once. */
function listFitting(
	places: Uint32Array,
	{ from, to }: Stretch,
	count: number,
	held: Uint8Array
): Uint32Array {
	const numbers = new Uint32Array(to - from);
	let kept = 0;
	for (let at = from; at < to; at += 1) {
		const number = places[at]! >>> 1;
		if (held[number] !== count) continue;
		held[number] = 0;
		numbers[kept++] = number;
	}
	return numbers.subarray(0, kept);
}

/** Of a word; in a head rather than in a body; as a whole rather than as a beginning. */
const SCORE = 1;
const HEAD_SCORE = 2;
const WHOLE_SCORE = 1;

/** The places of all words that begin with the word; those of the word itself come first. */
interface Stretch {
	readonly from: number;
	readonly wholeTo: number;
	readonly to: number;
}

function sizeOf({ from, to }: Stretch): number {
	return to - from;
}

function findStretch({ vocabulary, starts }: SearchIndex, word: string): Stretch {
	const first = findFirst(vocabulary, word);
	// No sign sorts behind this one.
	const behind = findFirst(vocabulary, `${word}\uffff`);
	// A character alone is a word only where its run ends, which means nothing.
	const isWhole = vocabulary[first] === word && !isOneCharacter(word);
	const [from, to] = [starts[first]!, starts[behind]!];
	return { from, wholeTo: isWhole ? starts[first + 1]! : from, to };
}

/** The number of the first word that does not sort before this one. */
function findFirst(vocabulary: readonly string[], word: string): number {
	let [low, high] = [0, vocabulary.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (vocabulary[middle]! < word) low = middle + 1;
		else high = middle;
	}
	return low;
}

interface Scored {
	readonly findable: Findable;
	readonly score: number;
}

interface Ranked {
	readonly count: number;
	readonly first: readonly Scored[];
}

/** By kind: how many fit, and the `most` best of them. */
function rankByScore(index: SearchIndex, { numbers, scores }: Fitting, most: number): readonly Ranked[] {
	const counts = FINDABLE_KINDS.map(() => 0);
	const byScore = FINDABLE_KINDS.map((): number[][] => []);
	for (const number of numbers) {
		const kind = index.kinds[number]!;
		counts[kind]! += 1;
		const equals = (byScore[kind]![scores[number]!] ??= []);
		if (equals.length < most) equals.push(number);
	}
	return counts.map((count, kind) => {
		const best = byScore[kind]!.reverse().flat().slice(0, most);
		const first = best.map((number) => ({ findable: index.findables[number]!, score: scores[number]! }));
		return { count, first };
	});
}

/** Reading more than this, in UTF-16 units, would be felt while typing. */
const MOST_READ = 10_000;

/** Among equal scores, where the words stand close together comes first, and then the shorter text. */
function rankByLook(scored: readonly Scored[], words: readonly string[]): readonly Findable[] {
	let read = 0;
	const looked = scored.map(({ findable, score }) => {
		const texts = [findable.head, ...findable.body];
		const length = texts.reduce((sum, text) => sum + text.length, 0);
		read += length;
		const spread = read > MOST_READ ? Infinity : Math.min(...texts.map((text) => measureSpread(text, words)));
		return { findable, score, spread, length };
	});
	return looked
		.sort((a, b) => b.score - a.score || compare(a.spread, b.spread) || a.length - b.length)
		.map(({ findable }) => findable);
}

/** The difference of two infinities is no number. */
function compare(one: number, other: number): number {
	return one === other ? 0 : one - other;
}
