/**
 * Courses of any size, and the same questions for the floor page. No chance in it: the same count gives the
 * same bytes, so that two runs measure the same site.
 *
 *     await writeCourse('/tmp/questions', 1000);   // /tmp/questions/bench/001.yaml …
 *     await writeFloor('/tmp/floor', 1000);        // /tmp/floor/index.html, /tmp/floor/bank/0.json …
 */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @typedef {object} Option
 * @property {string} id
 * @property {string} text
 * @property {boolean} [correct]
 * @property {string} [why]
 *
 * @typedef {object} Question
 * @property {string} id
 * @property {string} claim
 * @property {string} statement the claim's text
 * @property {string} prompt
 * @property {readonly Option[]} options
 * @property {string} explanation
 */

export const COURSE = 'bench';

/**
 * Ten questions are a lesson, as people write them; a bank of ten thousand and more comes from elsewhere, in
 * larger parts.
 *
 * @param {number} count
 */
export function sectionSize(count) {
	return count > 1000 ? 100 : 10;
}

/**
 * @param {string} root
 * @param {number} count of questions
 */
export async function writeCourse(root, count) {
	const folder = join(root, COURSE);
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'course.yaml'), makeCourseFile());
	for (const [number, questions] of chunksOf(count)) {
		await writeFile(join(folder, `${pad(number, 4)}.yaml`), makeSectionFile(number, questions));
	}
}

/**
 * @param {string} folder
 * @param {number} count of questions
 */
export async function writeFloor(folder, count) {
	await mkdir(join(folder, 'bank'), { recursive: true });
	await copyFile(new URL('floor/index.html', import.meta.url), join(folder, 'index.html'));
	for (const [number, questions] of chunksOf(count)) {
		await writeFile(join(folder, 'bank', `${number}.json`), JSON.stringify(questions));
	}
}

/**
 * @param {number} count
 * @returns {Generator<readonly [number: number, questions: readonly Question[]]>}
 */
function* chunksOf(count) {
	const size = sectionSize(count);
	for (let first = 0; first < count; first += size) {
		const length = Math.min(size, count - first);
		yield [first / size, Array.from({ length }, (_, index) => makeQuestion(first + index))];
	}
}

function makeCourseFile() {
	return [
		'course:',
		'  title: A course to measure with',
		'  language: en',
		'  description: Questions without a meaning, as long as questions are.',
		'source: { title: No source, form: generated text, paragraphs: 9 }',
		''
	].join('\n');
}

/**
 * Flow style inside: JSON is YAML.
 *
 * @param {number} number
 * @param {readonly Question[]} questions
 */
function makeSectionFile(number, questions) {
	const claims = questions.map(({ claim, statement }) => ({
		...{ id: claim, kind: 'description', where: { paragraph: 1 + (number % 9), sentence: 1 } },
		text: statement
	}));
	const asked = questions.map(({ id, claim, prompt, options, explanation }) => ({
		...{ id, kind: 'single-choice', claim, level: 'understand', prompt, options, explanation }
	}));
	const lines = (/** @type {readonly object[]} */ list) =>
		list.map((entry) => `  - ${JSON.stringify(entry)}`);
	const head = `section: { id: s-${pad(number, 4)}, title: ${JSON.stringify(`Section ${number + 1}`)} }`;
	return [head, 'claims:', ...lines(claims), 'questions:', ...lines(asked), ''].join('\n');
}

/**
 * As long as those of a real course: about 840 bytes as JSON, its claim included.
 *
 * @param {number} index
 * @returns {Question}
 */
function makeQuestion(index) {
	const random = makeRandom(index + 1);
	const number = pad(index, 6);
	return {
		id: `q-${number}`,
		claim: `c-${number}`,
		statement: makeSentence(random, 16),
		prompt: makeSentence(random, 14).replace(/\.$/, '?'),
		options: ['key', 'near', 'far'].map((id, place) => ({
			id,
			text: `${makeSentence(random, 5)} ${place + 1}`,
			...(id === 'key' ? { correct: true } : { why: makeSentence(random, 11) })
		})),
		explanation: `${makeSentence(random, 13)} ${makeSentence(random, 13)}`
	};
}

const SYLLABLES =
	'an ber co dis en for ga hol in ju ka lem mo nor op per qui re sta ten un ver wa xi yo zen tion ment ly er'.split(
		' '
	);

/** A few words are frequent and many are rare, so that it compresses like prose. */
const WORDS = Array.from({ length: 1200 }, (_, index) => {
	const random = makeRandom(index * 7919 + 13);
	const length = index < 60 ? 1 : 2 + Math.floor(random() * 2);
	return Array.from({ length }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
});

/**
 * @param {() => number} random
 * @param {number} length in words
 */
function makeSentence(random, length) {
	const words = Array.from({ length }, () => WORDS[Math.floor(WORDS.length ** random()) - 1]);
	const text = words.join(' ');
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/**
 * Mulberry32: small, and good enough for words.
 *
 * @param {number} seed
 */
function makeRandom(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * @param {number} number
 * @param {number} width
 */
function pad(number, width) {
	return String(number).padStart(width, '0');
}
