/**
 * What Grasp costs beside a page that only asks, on a slow phone. Prints ratios; fails on nothing but its own
 * mistakes.
 *
 *     npm run bench              # 20 and 1,000 questions, 10,000 stored events
 *     npm run bench -- --quick   # 20 questions, fewer rounds
 *     npm run bench -- --replay  # how long a million events take to be folded; builds and visits nothing
 *     npm run bench -- --full    # up to 100,000 questions and a million events; most of an hour
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { serveSite } from '../../src/pipeline/serve.mjs';
import { buildSites } from './build.mjs';
import { makeFloor, makeGrasp } from './players.mjs';
import { benchReplay } from './replay.mjs';
import { makeGrowthLines, makeLines, makeTable } from './report.mjs';
import { measureLives, measureLoads } from './rounds.mjs';

/**
 * @typedef {import('./report.mjs').Measured} Measured
 * @typedef {import('./rounds.mjs').Site} Site
 */

const PLANS = {
	quick: { sizes: [20], events: [], rounds: 3, answers: 20 },
	usual: { sizes: [20, 1000], events: [0, 10_000], rounds: 5, answers: 60 },
	full: { sizes: [20, 1000, 10_000, 100_000], events: [0, 10_000, 1_000_000], rounds: 7, answers: 60 }
};

const { values } = parseArgs({
	options: { quick: { type: 'boolean' }, full: { type: 'boolean' }, replay: { type: 'boolean' } }
});
const plan = PLANS[values.quick ? 'quick' : values.full ? 'full' : 'usual'];
if (values.replay) {
	await benchReplay();
	process.exit();
}
// The servers compress each file when it is first asked for: one temporary folder, one set of servers.
const temporary = await mkdtemp(join(tmpdir(), 'grasp-bench-'));
/** @type {(() => Promise<void>)[]} */
const closings = [() => rm(temporary, { recursive: true, force: true })];
try {
	await bench();
} finally {
	for (const close of closings.reverse()) await close();
}

async function bench() {
	/** @type {Site[]} */
	const banks = [];
	for (const size of plan.sizes) {
		console.log(`Building with ${say(size)} questions …`);
		banks.push({ label: `${say(size)} questions`, players: await serve(size) });
	}
	console.log('Visiting …');
	const loads = await measureLoads(banks, plan.rounds);
	console.log('Answering …');
	const lives = await measureLives(banks, plan, await makeFolder('banks'));
	const measured = banks.map((site, index) => assemble({ site, loads: loads[index], life: lives[index] }));
	const pasts = plan.events.length > 0 ? await benchPasts(/** @type {Site} */ (banks[0])) : [];
	await tell(measured, pasts);
}

/**
 * @param {Site} smallest
 * @returns {Promise<Measured[]>}
 */
async function benchPasts({ players }) {
	console.log('Living through the past, and answering …');
	const sites = plan.events.map((events) => ({ label: `${say(events)} events`, events, players }));
	const lives = await measureLives(sites, plan, await makeFolder('pasts'));
	return sites.map((site, index) => assemble({ site, life: lives[index] }));
}

/**
 * @param {readonly Measured[]} measured
 * @param {readonly Measured[]} pasts
 */
async function tell(measured, pasts) {
	const growth = [measured, pasts].flatMap(([smallest, ...larger]) =>
		smallest ? larger.flatMap((one) => makeGrowthLines(one, smallest)) : []
	);
	console.log(`\n${makeTable([...measured.flatMap(makeLines), ...growth])}`);
	const raw = join(await mkdtemp(join(tmpdir(), 'grasp-bench-result-')), 'result.json');
	await writeFile(raw, JSON.stringify({ plan, measured, pasts }, undefined, '\t'));
	console.log(`\nEvery figure: ${raw}`);
}

/** @param {number} size */
async function serve(size) {
	const folders = await buildSites(temporary, size);
	const [grasp, floor] = await Promise.all([serveSite(folders.grasp), serveSite(folders.floor)]);
	closings.push(grasp.close, floor.close);
	await Promise.all([
		warm(makeGrasp(grasp.address).first),
		warm(floor.address),
		warm(`${floor.address}bank/0.json`)
	]);
	return { grasp: makeGrasp(grasp.address), floor: makeFloor(floor.address) };
}

/** @param {string} address */
async function warm(address) {
	await (await fetch(address, { headers: { 'accept-encoding': 'br' } })).arrayBuffer();
}

/** @param {string} name */
async function makeFolder(name) {
	return mkdtemp(join(temporary, `${name}-`));
}

/** @param {{ site: Site, loads?: Measured['loads'], life: Measured['life'] | undefined }} parts */
function assemble({ site, loads, life }) {
	if (life === undefined) throw new Error(`${site.label} was not measured`);
	return loads ? { site, loads, life } : { site, life };
}

/** @param {number} number */
function say(number) {
	return number.toLocaleString('en');
}
