/** From what was measured to a table of ratios, and to which aims are met. Asserts nothing. */
import { median, medianRatio, quantile } from './statistics.mjs';

/**
 * @typedef {import('./rounds.mjs').Life} Life
 * @typedef {import('./rounds.mjs').LoadsByPlayer} LoadsByPlayer
 * @typedef {import('./rounds.mjs').Site} Site
 *
 * @typedef {object} Measured
 * @property {Site} site
 * @property {LoadsByPlayer} [loads] absent for a learner with a past
 * @property {Life} life
 *
 * @typedef {object} Line
 * @property {string} what
 * @property {string} grasp
 * @property {string} floor
 * @property {string} ratio
 * @property {string} aim
 * @property {boolean} [isMet] absent where nothing is aimed at
 */

/** "Grasp ÷ floor", or what stands behind the name. */
const AIMS = {
	bodyBytes: 45_000,
	first: 1.7,
	again: 1,
	feedback: 1.3,
	feedbackSlowestMillis: 100,
	heapBytes: 3_000_000,
	growth: 1.1
};

/**
 * @param {Measured} measured
 * @returns {readonly Line[]}
 */
export function makeLines({ site, loads, life }) {
	return [...(loads ? makeLoadLines(loads) : []), ...makeLifeLines(life)].map((line) => ({
		...line,
		what: `${site.label}: ${line.what}`
	}));
}

/**
 * @param {LoadsByPlayer} loads
 * @returns {readonly Line[]}
 */
function makeLoadLines({ grasp, floor }) {
	const [first, floorFirst] = [grasp.first, floor.first];
	return [
		compare('bytes, bodies', bodiesOf(first), bodiesOf(floorFirst), sayBytes, {
			...{ aim: `≤ ${sayBytes(AIMS.bodyBytes)}`, isMet: (bytes) => bytes <= AIMS.bodyBytes }
		}),
		compare('bytes, with headers', totalsOf(first), totalsOf(floorFirst), sayBytes),
		compare('requests', requestsOf(first), requestsOf(floorFirst), String),
		compare('bytes by way of home, bodies', bodiesOf(grasp.home), bodiesOf(floorFirst), sayBytes),
		compare('requests by way of home', requestsOf(grasp.home), requestsOf(floorFirst), String),
		compare('first visit', millisOf(first), millisOf(floorFirst), sayMillis, atMost(AIMS.first)),
		compare('"Start" to the question', millisOf(grasp.home), millisOf(floorFirst), sayMillis),
		compare('second visit', millisOf(grasp.awake), millisOf(floor.awake), sayMillis, atMost(AIMS.again)),
		compare('second visit, worker asleep', millisOf(grasp.asleep), millisOf(floor.asleep), sayMillis),
		compare('requests of a second visit', servedOf(grasp.awake), servedOf(floor.awake), String, {
			...{ aim: 'none', isMet: (count) => count === 0 }
		})
	];
}

/**
 * @param {Life} life
 * @returns {readonly Line[]}
 */
function makeLifeLines({ grasp, floor }) {
	const slowest = (/** @type {readonly number[]} */ numbers) => [quantile(numbers, 0.98)];
	return [
		compare('tap to feedback', grasp.feedback, floor.feedback, sayMillis, atMost(AIMS.feedback)),
		compare('tap to feedback, p98', slowest(grasp.feedback), slowest(floor.feedback), sayMillis, {
			aim: `≤ ${AIMS.feedbackSlowestMillis} ms`,
			isMet: (millis) => millis <= AIMS.feedbackSlowestMillis
		}),
		compare('next question', grasp.next, floor.next, sayMillis),
		compare('heap, first question', [grasp.heapFirst], [floor.heapFirst], sayBytes),
		compare('heap, after 18 answers', [grasp.heapLater], [floor.heapLater], sayBytes, {
			aim: `≤ ${sayBytes(AIMS.heapBytes)}`,
			isMet: (bytes) => bytes <= AIMS.heapBytes
		})
	];
}

/**
 * What a larger bank, or a longer past, costs Grasp more than the smallest, and what it costs the floor.
 *
 * @param {Measured} larger
 * @param {Measured} smallest
 * @returns {readonly Line[]}
 */
export function makeGrowthLines(larger, smallest) {
	/** @type {(what: string, pick: (measured: Measured, name: 'grasp' | 'floor') => readonly number[]) => Line} */
	const grow = (what, pick) => {
		const of = (/** @type {'grasp' | 'floor'} */ name) =>
			median(pick(larger, name)) / median(pick(smallest, name));
		const [ratio, floor] = [of('grasp'), of('floor')];
		return {
			...{ what: `${larger.site.label}: growth of ${what}`, grasp: sayRatio(ratio) },
			...{ floor: Number.isFinite(floor) ? sayRatio(floor) : '–', ratio: sayRatio(ratio) },
			...{ aim: `≤ ${AIMS.growth} ×`, isMet: ratio <= AIMS.growth }
		};
	};
	const visits = larger.loads
		? [
				grow('first visit', ({ loads }, name) => millisOf(loads?.[name].first ?? [])),
				grow('second visit', ({ loads }, name) => millisOf(loads?.[name].awake ?? []))
			]
		: [
				grow('first visit', ({ life }, name) => (name === 'grasp' ? millisOf(life.anew) : [])),
				grow('second visit', ({ life }, name) => (name === 'grasp' ? millisOf(life.again) : []))
			];
	return [
		...visits,
		grow('tap to feedback', ({ life }, name) => life[name].feedback),
		grow('heap', ({ life }, name) => [life[name].heapLater])
	];
}

/** @param {readonly Line[]} lines */
export function makeTable(lines) {
	const rows = lines.map(({ what, grasp, floor, ratio, aim, isMet }) => [
		...[what, grasp, floor, ratio, aim, isMet === undefined ? '' : isMet ? 'met' : 'MISSED']
	]);
	const table = [['', 'Grasp', 'floor', 'Grasp ÷ floor', 'aim', ''], ...rows];
	const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
	return table
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}

/**
 * @param {string} what
 * @param {readonly number[]} grasp
 * @param {readonly number[]} floor
 * @param {(number: number) => string} say
 * @param {{ aim: string, isMet: (number: number, ratio: number) => boolean }} [goal]
 * @returns {Line}
 */
function compare(what, grasp, floor, say, goal) {
	const number = median(grasp);
	const ratio = grasp.length === floor.length ? medianRatio(grasp, floor) : number / median(floor);
	return {
		...{ what, grasp: say(number), floor: say(median(floor)), ratio: sayRatio(ratio) },
		...(goal ? { aim: goal.aim, isMet: goal.isMet(number, ratio) } : { aim: '' })
	};
}

/** @param {number} most */
function atMost(most) {
	return {
		aim: `≤ ${most} ×`,
		isMet: (/** @type {number} */ _, /** @type {number} */ ratio) => ratio <= most
	};
}

/** @typedef {import('./measure.mjs').Load} Load */

const bodiesOf = (/** @type {readonly Load[]} */ loads) => loads.map(({ body }) => body);
const totalsOf = (/** @type {readonly Load[]} */ loads) => loads.map(({ total }) => total);
const requestsOf = (/** @type {readonly Load[]} */ loads) => loads.map(({ requests }) => requests);
const millisOf = (/** @type {readonly Load[]} */ loads) => loads.map(({ millis }) => millis);
/** The worst round: "none" is meant of each. */
const servedOf = (/** @type {readonly import('./measure.mjs').Again[]} */ loads) => [
	Math.max(...loads.map(({ served }) => served.length))
];

/** @param {number} millis */
function sayMillis(millis) {
	return `${millis.toFixed(0)} ms`;
}

/** @param {number} bytes */
function sayBytes(bytes) {
	return bytes >= 100_000 ? `${(bytes / 1e6).toFixed(2)} MB` : `${(bytes / 1000).toFixed(1)} kB`;
}

/** @param {number} ratio */
function sayRatio(ratio) {
	return Number.isFinite(ratio) ? ratio.toFixed(2) : '–';
}
