/** Who is visited when. Both players and all sizes take turns, so that a busy machine is hard on each alike. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../tools/chromium.mjs';
import { VIEWPORT } from './browser.mjs';
import { writeHistory } from './history.mjs';
import { loadAgain, loadAnew, loadByHome, loadFirst, Run, waitForWorker } from './measure.mjs';

/**
 * @typedef {import('playwright').BrowserContext} BrowserContext
 * @typedef {import('./measure.mjs').Load} Load
 * @typedef {import('./measure.mjs').Again} Again
 * @typedef {import('./players.mjs').Player} Player
 *
 * @typedef {object} Site
 * @property {string} label
 * @property {number} [events] that were stored before; without it, the learner is a newcomer
 * @property {{ readonly grasp: Player, readonly floor: Player }} players
 *
 * @typedef {object} Loads
 * @property {Load[]} first
 * @property {Again[]} awake second visit, the worker running
 * @property {Again[]} asleep second visit, the worker stopped
 * @property {Load[]} home
 *
 * @typedef {{ readonly grasp: Loads, readonly floor: Loads }} LoadsByPlayer
 *
 * @typedef {object} Life
 * @property {Run} grasp
 * @property {Run} floor
 * @property {Again[]} again visits to Grasp with what is stored, the worker stopped
 * @property {Load[]} anew the same with nothing of the site on the device, only the learner's own store
 */

const program = findChromium();
const LAUNCH = { ...(program === undefined ? {} : { executablePath: program }), args: CHROMIUM_FLAGS };
/** One session: what is left open would be gone on with at the next visit. */
const BLOCK = 10;

/**
 * First and second visits, each pair in a context of its own, which has seen nothing.
 *
 * @param {readonly Site[]} sites
 * @param {number} rounds
 * @returns {Promise<LoadsByPlayer[]>}
 */
export async function measureLoads(sites, rounds) {
	const browser = await chromium.launch(LAUNCH);
	const loads = sites.map(() => ({ grasp: makeLoads(), floor: makeLoads() }));
	for (let round = 0; round < rounds; round += 1) {
		for (const [index, { players }] of sites.entries()) {
			for (const name of namesInTurn(round)) {
				const context = await browser.newContext({ viewport: VIEWPORT });
				await visitTwice(context, players[name], /** @type {Loads} */ (loads[index]?.[name]));
				await context.close();
			}
			const context = await browser.newContext({ viewport: VIEWPORT });
			loads[index]?.grasp.home.push(await loadByHome(context, players.grasp));
			await context.close();
		}
	}
	await browser.close();
	return loads;
}

/**
 * @param {BrowserContext} context
 * @param {Player} player
 * @param {Loads} loads
 */
async function visitTwice(context, player, loads) {
	const { phone, load } = await loadFirst(context, player);
	loads.first.push(load);
	if (player.hasWorker) await waitForWorker(phone);
	await phone.page.close();
	loads.awake.push(await loadAgain(context, player, 'awake'));
	loads.asleep.push(await loadAgain(context, player, 'asleep'));
}

/**
 * Answers, and then visits, in profiles on disk: without one the browser keeps its databases in memory.
 *
 * @param {readonly Site[]} sites
 * @param {{ readonly answers: number, readonly rounds: number }} amounts `answers` by tens, so that no session stays open
 * @param {string} temporary
 * @returns {Promise<Life[]>}
 */
export async function measureLives(sites, { answers, rounds }, temporary) {
	/** @type {{ site: Site, context: BrowserContext, life: Life }[]} */
	const lives = [];
	for (const site of sites) {
		const profile = join(temporary, `profile-${lives.length}`);
		await mkdir(profile);
		const context = await chromium.launchPersistentContext(profile, { ...LAUNCH, viewport: VIEWPORT });
		if (site.events !== undefined) await livePast(context, site.players.grasp, site.events);
		const grasp = await beginRun(context, site.players.grasp);
		const floor = await beginRun(context, site.players.floor);
		lives.push({ site, context, life: { grasp, floor, again: [], anew: [] } });
	}
	for (let block = 0; block * BLOCK < answers; block += 1) {
		for (const { life } of lives) {
			for (const name of namesInTurn(block)) await life[name].answer(BLOCK);
		}
	}
	const grown = lives.filter(({ site }) => site.events !== undefined);
	for (let round = 0; round < rounds; round += 1) {
		for (const { site, context, life } of grown)
			life.again.push(await loadAgain(context, site.players.grasp, 'asleep'));
	}
	for (let round = 0; round < rounds; round += 1) {
		for (const { site, context, life } of grown) life.anew.push(await loadAnew(context, site.players.grasp));
	}
	for (const { context } of lives) await context.close();
	return lives.map(({ life }) => life);
}

/**
 * @param {BrowserContext} context
 * @param {Player} player
 * @param {number} events
 */
async function livePast(context, player, events) {
	const { phone } = await loadFirst(context, player);
	await waitForWorker(phone);
	await new Run(phone).answer(BLOCK);
	await writeHistory(phone, events);
	await phone.page.close();
}

/**
 * @param {BrowserContext} context
 * @param {Player} player
 */
async function beginRun(context, player) {
	const { phone } = await loadFirst(context, player);
	if (player.hasWorker) await waitForWorker(phone);
	const run = new Run(phone);
	await run.begin();
	return run;
}

/** @returns {Loads} */
function makeLoads() {
	return { first: [], awake: [], asleep: [], home: [] };
}

/**
 * @param {number} round
 * @returns {readonly ('grasp' | 'floor')[]}
 */
function namesInTurn(round) {
	return round % 2 === 0 ? ['floor', 'grasp'] : ['grasp', 'floor'];
}
