/**
 * What a keystroke costs in the search over 100,000 made-up questions with their claims and lessons, in English
 * and in Chinese: `node tests/benchmarks/search.mjs [questions]`. No chance in it: each run types the same. Every
 * keystroke is typed in three rounds, and the least of its times counts: what a busy machine adds is not the
 * search's own. The very first one is told apart.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { median, quantile } from './statistics.mjs';

/**
 * @typedef {import('../../src/core/search.ts').Findable} Findable
 * @typedef {import('../../src/core/search-shelf.ts').Shelf} Shelf
 */

const COUNT = Number(process.argv[2] ?? 100_000);
/** A course has a lesson for so many questions. */
const SECTION_SIZE = 30;
const QUERIES = 60;
const SHOWN = { claim: 6, lesson: 3, question: 6 };
const ROUNDS = 3;

const { indexFindables } = /** @type {typeof import('#core/search-index.ts')} */ (await load('search-index'));
const { makeShelf, searchShelf, warmUp } = /** @type {typeof import('#core/search-shelf.ts')} */ (
	await load('search-shelf')
);
const { seededRandom } = /** @type {typeof import('#core/shuffle.ts')} */ (await load('shuffle'));

for (const language of [
	{ name: 'English', words: makeEnglishWords(), between: ' ', length: 15 },
	{ name: 'Chinese', words: makeChineseWords(), between: '', length: 16 }
]) {
	measure(language);
}

/**
 * @typedef {object} Language
 * @property {string} name
 * @property {readonly string[]} words the frequent ones first
 * @property {string} between
 * @property {number} length of a sentence, in words
 */

/** @param {Language} language */
function measure(language) {
	const findables = [...makeFindables(language)];
	const { index, millis, longest } = build(findables);
	const strokes = [...listStrokes(language)];
	const shelf = makeShelf(index, { sections: [] });
	const warming = warmUp(shelf);
	while (!warming.next().done);
	const first = time(shelf, strokes[0] ?? '');
	const rounds = Array.from({ length: ROUNDS }, () => strokes.map((query) => time(shelf, query)));
	const times = strokes.map((_, at) => Math.min(...rounds.map((round) => round[at] ?? NaN)));
	const worst = Math.max(...times);
	const megabytes = (index.places.byteLength + index.starts.byteLength) / 1e6;
	console.log(
		[
			`${language.name}: ${COUNT} questions, ${findables.length} texts`,
			`  index      ${say(millis)} in all, ${say(longest)} at a stretch; ${index.vocabulary.length} words, ${megabytes.toFixed(1)} MB`,
			`  keystroke  ${say(median(times))} in the median, ${say(quantile(times, 0.99))} for 99 of 100`,
			`             ${say(worst)} at worst ("${strokes[times.indexOf(worst)]?.slice(0, 20)}"), ${say(first)} the very first; ${times.length} typed`
		].join('\n')
	);
}

/**
 * All that stands between a keystroke and the screen's own work.
 *
 * @param {Shelf} shelf
 * @param {string} query
 */
function time(shelf, query) {
	const from = performance.now();
	searchShelf(shelf, query, SHOWN);
	return performance.now() - from;
}

/** @param {number} millis */
function say(millis) {
	return `${millis.toFixed(millis < 100 ? 1 : 0)} ms`;
}

/** @param {readonly Findable[]} findables */
function build(findables) {
	const work = indexFindables(findables);
	const began = performance.now();
	let longest = 0;
	for (;;) {
		const from = performance.now();
		const { done, value } = work.next();
		longest = Math.max(longest, performance.now() - from);
		if (done) return { index: value, millis: performance.now() - began, longest };
	}
}

/**
 * @param {Language} language
 * @returns {Generator<Findable>}
 */
function* makeFindables(language) {
	const random = seededRandom(1);
	const sentence = (length = language.length) => makeSentence(language, length, random);
	for (let number = 0; number < COUNT; number += 1) {
		const section = `s-${Math.floor(number / SECTION_SIZE)}`;
		const claim = `c-${number}`;
		if (number % SECTION_SIZE === 0) {
			yield { kind: 'lesson', section, head: sentence(4), body: [sentence(70), sentence(70), sentence(70)] };
		}
		yield { kind: 'claim', section, claim, head: sentence(), body: [] };
		yield { kind: 'question', section, claim, head: '', body: [sentence()] };
	}
}

/**
 * What is typed, sign by sign: words of a text that is there, letters alone, the most frequent words, what is
 * nowhere, and a page that is pasted.
 *
 * @param {Language} language
 */
function* listStrokes(language) {
	const random = seededRandom(2);
	const pick = () => language.words[Math.floor(language.words.length * random())];
	for (let number = 0; number < QUERIES; number += 1) {
		const length = 1 + (number % 4);
		const query =
			number % 2 ? makeSentence(language, length, random) : [pick(), pick()].join(language.between);
		for (let end = 1; end <= query.length; end += 1) yield query.slice(0, end);
	}
	yield* 'abcdefghijklmnopqrstuvwxyz';
	yield language.words.slice(0, 8).join(language.between);
	yield [...'abcdefghijklmnopqrstuvwxyz'].join(' ');
	yield makeSentence(language, 1000, random);
	yield 'q'.repeat(100_000);
}

/**
 * A few words are frequent and many are rare, as people write.
 *
 * @param {Language} language
 * @param {number} length
 * @param {() => number} random
 */
function makeSentence({ words, between }, length, random) {
	return Array.from({ length }, () => words[Math.floor(words.length ** random()) - 1]).join(between);
}

function makeEnglishWords() {
	const random = seededRandom(3);
	const syllables =
		'an ber co dis en for ga hol in ju ka lem mo nor op per qui re sta ten un ver wa xi yo zen'.split(' ');
	return Array.from({ length: 30_000 }, (_, rank) => {
		const length = rank < 60 ? 1 : 2 + Math.floor(3 * random());
		return Array.from({ length }, () => syllables[Math.floor(syllables.length * random())]).join('');
	});
}

/** Of two characters each, out of the three thousand that one reads. */
function makeChineseWords() {
	const random = seededRandom(4);
	const character = () => String.fromCharCode(0x4e00 + Math.floor(3000 ** random()));
	return Array.from({ length: 30_000 }, () => character() + character());
}

/** @param {string} name */
async function load(name) {
	const { module } = await runnerImport(
		fileURLToPath(new URL(`../../src/core/${name}.ts`, import.meta.url)),
		{
			configFile: false,
			logLevel: 'error',
			root: fileURLToPath(new URL('../..', import.meta.url)),
			// @ts-expect-error Vite hands this on to its transformer, and leaves it out of its own types.
			oxc: { tsconfig: false }
		}
	);
	return module;
}
