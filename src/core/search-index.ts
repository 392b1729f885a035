import { FINDABLE_KINDS, type Findable, type SearchIndex } from './search.ts';
import { eachWord } from './search-words.ts';

/** So many findables are taken in, or laid out, and so many words sorted in, between two rests. */
const READ_STRIDE = 16;
const PLACE_STRIDE = 1000;
const WORD_STRIDE = 2000;

/**
 * Yields the share that is done, often enough for a screen to stay alive between two of them; returns the index.
 * The shares are as measured: reading takes most of the time.
 */
export function* indexFindables(findables: readonly Findable[]): Generator<number, SearchIndex> {
	const reading = new Reading(findables.length);
	for (const [number, findable] of findables.entries()) {
		reading.read(findable, number);
		if (number % READ_STRIDE === 0) yield (0.6 * number) / findables.length;
	}
	const vocabulary = yield* alongWith(0.6, 0.8, reading.sortWords());
	const { starts, next } = yield* alongWith(0.8, 0.9, reading.layOut(vocabulary));
	const places = new Uint32Array(reading.placeCount);
	for (let number = 0; number < findables.length; number += 1) {
		for (const read of reading.placesOf(number)) places[next[read >>> 1]!++] = 2 * number + (read & 1);
		if (number % PLACE_STRIDE === 0) yield 0.9 + (0.1 * number) / findables.length;
	}
	const kinds = Uint8Array.from(findables, ({ kind }) => FINDABLE_KINDS.indexOf(kind));
	return { findables, kinds, vocabulary, starts, places };
}

/** Work that is a part of some other. */
function* alongWith<T>(from: number, to: number, work: Generator<number, T>): Generator<number, T> {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
		yield from + (to - from) * step.value;
	}
}

interface Layout {
	readonly starts: Uint32Array;
	readonly next: Uint32Array;
}

/** What has been read so far: words are numbered as they are met. */
class Reading {
	readonly #numbers = new Map<string, number>();
	/** By word: in how many findables it stands, and the last of them. */
	readonly #counts: number[] = [];
	readonly #lastIn: number[] = [];
	/** As they were read: twice the word's number, and one more in the head. */
	#read = new Uint32Array(1024);
	placeCount = 0;
	/** By findable. */
	readonly #ends: Uint32Array;
	#current = 0;
	#isHead = 0;

	constructor(findableCount: number) {
		this.#ends = new Uint32Array(findableCount);
	}

	/** Head first: a word is noted once, where it counts most. */
	read({ head, body }: Findable, number: number): void {
		this.#current = number;
		this.#isHead = 1;
		eachWord(head, this.#note);
		this.#isHead = 0;
		for (const text of body) eachWord(text, this.#note);
		this.#ends[number] = this.placeCount;
	}

	readonly #note = (text: string): void => {
		let word = this.#numbers.get(text);
		if (word === undefined) {
			word = this.#counts.push(0) - 1;
			this.#numbers.set(text, word);
			this.#lastIn.push(-1);
		}
		if (this.#lastIn[word] === this.#current) return;
		this.#lastIn[word] = this.#current;
		this.#counts[word]! += 1;
		if (this.placeCount === this.#read.length) this.#grow();
		this.#read[this.placeCount++] = 2 * word + this.#isHead;
	};

	#grow(): void {
		const larger = new Uint32Array(2 * this.#read.length);
		larger.set(this.#read);
		this.#read = larger;
	}

	/** By their first unit, and then within it: to sort all at once would be felt. */
	*sortWords(): Generator<number, readonly string[]> {
		const groups = new Map<number, string[]>();
		let seen = 0;
		for (const word of this.#numbers.keys()) {
			const first = word.charCodeAt(0);
			const group = groups.get(first);
			if (group) group.push(word);
			else groups.set(first, [word]);
			if (++seen % WORD_STRIDE === 0) yield (0.5 * seen) / this.#counts.length;
		}
		const sorted: string[] = [];
		for (const [, group] of [...groups].sort(([one], [other]) => one - other)) {
			for (const word of group.sort()) sorted.push(word);
			yield 0.5 + (0.5 * sorted.length) / this.#counts.length;
		}
		return sorted;
	}

	/** Where each word's places begin: in the order of the vocabulary, and by the numbers of reading. */
	*layOut(vocabulary: readonly string[]): Generator<number, Layout> {
		const starts = new Uint32Array(vocabulary.length + 1);
		const next = new Uint32Array(vocabulary.length);
		for (const [at, text] of vocabulary.entries()) {
			const word = this.#numbers.get(text)!;
			next[word] = starts[at]!;
			starts[at + 1] = starts[at]! + this.#counts[word]!;
			if (at % WORD_STRIDE === 0) yield at / vocabulary.length;
		}
		return { starts, next };
	}

	placesOf(number: number): Uint32Array {
		return this.#read.subarray(number === 0 ? 0 : this.#ends[number - 1], this.#ends[number]);
	}
}
