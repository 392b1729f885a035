/**
 * How long a learner's whole past takes to be folded: what a rebuild costs beside its disk. Prints seconds;
 * the aim is a million events within ten.
 *
 *     npm run bench -- --replay
 */
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/**
 * @typedef {import('#core/fold.ts')} Fold
 * @typedef {import('#core/fold-card.ts')} FoldCard
 * @typedef {import('#core/fold-session.ts')} FoldSession
 * @typedef {import('#core/read-event.ts')} ReadEvent
 */

const PAST = Date.UTC(2000, 0, 1);
const MINUTE = 60_000;
const SESSION_SIZE = 10;
/** Claims of a course; there are as many courses as it takes. */
const COURSE_CLAIMS = 1000;
/** How often each claim is answered. */
const CLAIM_ANSWERS = 25;
const MODES = ['learn', 'review', 'review', 'again', 'practice', 'exam'];
const CERTAINTIES = ['sure', 'think-so', 'guess'];

/** @param {number} events */
export async function benchReplay(events = 1_000_000) {
	const { foldEvents } = /** @type {Fold} */ (await load('fold'));
	const { readEvent } = /** @type {ReadEvent} */ (await load('read-event'));
	const stored = makePast(events);
	const [read, readSeconds] = time(() => stored.map(readEvent).filter((event) => event !== undefined));
	console.log(`reading ${say(read.length)} of ${say(events)} events: ${readSeconds.toFixed(2)} s`);
	const [state, foldSeconds] = time(() => foldEvents(read));
	const counts = `${say(state.cards.size)} cards, ${say(state.days.size)} days, ${say(state.sessions.size)} sessions`;
	console.log(`folding them to ${counts}: ${foldSeconds.toFixed(2)} s`);
	const megabytes = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
	console.log(`heap at the end: ${say(megabytes)} MB`);
	await benchOneMore();
}

/** One event more, on a card that has had few and on one that has had many, and in a session. */
async function benchOneMore() {
	const { addToCard, foldCard } = /** @type {FoldCard} */ (await load('fold-card'));
	const { addToSession, foldSession } = /** @type {FoldSession} */ (await load('fold-session'));
	/** @type {any[]} */
	const answers = Array.from({ length: 100_001 }, (_, index) => makeAnswer(index, placeOf(0, 1)));
	for (const length of [10, 100_000]) {
		const card = foldCard(answers.slice(0, length));
		const next = answers[length];
		console.log(`one answer more on a card of ${say(length)}: ${timeEach(() => addToCard(card, next))}`);
	}
	/** @type {any} */
	const start = makeStart(0, 1);
	const session = foldSession([start]);
	const first = answers[0];
	console.log(`one answer more in a session: ${timeEach(() => session && addToSession(session, first))}`);
}

/**
 * In the order of a life: each session begins, has its ten answers, of which one in forty is taken back,
 * and is closed; now and then a question is flagged or a claim suspended.
 *
 * @param {number} count
 */
function makePast(count) {
	const courses = Math.max(1, Math.round(count / CLAIM_ANSWERS / COURSE_CLAIMS));
	/** @type {unknown[]} */
	const events = [];
	for (let answer = 0; events.length < count; answer += 1) {
		if (answer % SESSION_SIZE === 0) events.push(makeStart(answer, courses));
		const answered = makeAnswer(answer, placeOf(answer, courses));
		events.push(answered);
		if (answer % 40 === 39) events.push(makeUndo(answer, answered));
		if (answer % 100 === 99) events.push(makeMark(answer, answered));
		if (answer % SESSION_SIZE === SESSION_SIZE - 1) events.push(makeClose(answer, answered));
	}
	return events.slice(0, count);
}

/**
 * @typedef {object} Place
 * @property {string} course
 * @property {string} section
 * @property {string} claim
 * @property {string} question
 */

/**
 * Sessions take turns among the courses, and each course is gone through from its first claim to its last.
 *
 * @param {number} answer
 * @param {number} courses
 * @returns {Place}
 */
function placeOf(answer, courses) {
	const session = Math.floor(answer / SESSION_SIZE);
	const nth = Math.floor(session / courses) * SESSION_SIZE + (answer % SESSION_SIZE);
	const claim = nth % COURSE_CLAIMS;
	return {
		course: `course-${session % courses}`,
		section: `s-${Math.floor(claim / 10)}`,
		claim: `c-${claim}`,
		question: `q-${claim}-${Math.floor(nth / COURSE_CLAIMS) % 3}`
	};
}

/**
 * @param {number} answer
 * @param {number} part of the answer's minute
 */
function makeStamp(answer, part) {
	const at = PAST + answer * 4 * MINUTE + part;
	const [time, last] = [
		at.toString(16).padStart(12, '0'),
		(answer * 8 + part).toString(16).padStart(12, '0')
	];
	return { id: `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${last}`, version: 2, at, offset: 60 };
}

/** @param {number} answer */
function sessionOf(answer) {
	return `session-${Math.floor(answer / SESSION_SIZE)}`;
}

/** @param {number} answer */
function modeOf(answer) {
	return MODES[Math.floor(answer / SESSION_SIZE) % MODES.length];
}

/**
 * @param {number} answer the session's first
 * @param {number} courses
 */
function makeStart(answer, courses) {
	const { id, version, at, offset } = makeStamp(answer, 0);
	const places = Array.from({ length: SESSION_SIZE }, (_, place) => placeOf(answer + place, courses));
	return {
		id,
		version,
		at,
		offset,
		kind: 'session-started',
		session: sessionOf(answer),
		course: places[0]?.course,
		mode: modeOf(answer),
		questions: places.map(({ section, claim, question }) => ({ section, claim, question }))
	};
}

/**
 * Written out, not spread: what is thrown away by the way fills the heap, and the collector's time is taken
 * for that of the fold.
 *
 * @param {number} answer
 * @param {Place} place
 */
function makeAnswer(answer, { course, section, claim, question }) {
	const { id, version, at, offset } = makeStamp(answer, 1);
	const right = answer % 5 !== 0;
	return {
		id,
		version,
		at,
		offset,
		kind: 'answered',
		session: sessionOf(answer),
		course,
		section,
		claim,
		question,
		answer: { kind: 'choice', options: ['key'] },
		order: ['near', 'key', 'far'],
		score: right ? 1 : 0,
		right,
		certainty: CERTAINTIES[answer % 3],
		spentMillis: 9000,
		mode: modeOf(answer),
		chance: 3333
	};
}

/**
 * @param {number} answer
 * @param {ReturnType<typeof makeAnswer>} target
 */
function makeUndo(answer, { id: target, session, course, claim }) {
	return { ...makeStamp(answer, 2), kind: 'undone', target, session, course, claim };
}

/**
 * @param {number} answer
 * @param {Place} place
 */
function makeMark(answer, { course, section, claim, question }) {
	const place = { ...makeStamp(answer, 3), course, section, claim };
	return answer % 200 === 99
		? { ...place, kind: 'flagged', question, flagged: true }
		: { ...place, kind: 'suspended', suspended: answer % 400 === 199 };
}

/**
 * @param {number} answer
 * @param {Place} place
 */
function makeClose(answer, { course }) {
	return { ...makeStamp(answer, 4), kind: 'session-closed', session: sessionOf(answer), course };
}

/** @param {string} file of `core` */
async function load(file) {
	const path = fileURLToPath(new URL(`../../src/core/${file}.ts`, import.meta.url));
	const { module } = await runnerImport(path, {
		configFile: false,
		logLevel: 'error',
		root: fileURLToPath(new URL('../..', import.meta.url)),
		// As in the command line: the project's tsconfig extends one that SvelteKit has to make first.
		// @ts-expect-error Vite hands this on to its transformer, and leaves it out of its own types.
		oxc: { tsconfig: false }
	});
	return module;
}

/**
 * @template T
 * @param {() => T} work
 * @returns {[T, number]} what it gave, and the seconds it took
 */
function time(work) {
	const start = performance.now();
	const made = work();
	return [made, (performance.now() - start) / 1000];
}

/** @param {number} count */
function say(count) {
	return count.toLocaleString('en');
}

/** @param {() => unknown} work */
function timeEach(work) {
	const rounds = 20_000;
	const [, seconds] = time(() => {
		for (let round = 0; round < rounds; round += 1) work();
	});
	return `${((seconds / rounds) * 1e6).toFixed(1)} µs`;
}
