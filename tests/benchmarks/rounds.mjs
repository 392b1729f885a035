/** Who is visited when. Both players and all sizes take turns, so that a busy machine is hard on each alike. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../tools/chromium.mjs';
import { Phone, VIEWPORT } from './browser.mjs';
import { writeHistory } from './history.mjs';
import { loadAgain, loadByHome, loadFirst, Run, waitForWorker } from './measure.mjs';

/**
 * @typedef {import('./measure.mjs').Load} Load
 * @typedef {import('./measure.mjs').Again} Again
 * @typedef {import('./players.mjs').Player} Player
 *
 * @typedef {object} Site
 * @property {string} label
 * @property {number} events that the learner has given before
 * @property {{ readonly grasp: Player, readonly floor: Player }} players
 *
 * @typedef {object} Loads
 * @property {Load[]} first
 * @property {Again[]} awake second visit, the worker running
 * @property {Again[]} asleep second visit, the worker stopped
 * @property {Load[]} home
 *
 * @typedef {{ readonly grasp: Loads, readonly floor: Loads }} LoadsByPlayer
 * @typedef {{ readonly grasp: Run, readonly floor: Run }} RunsByPlayer
 */

const LAUNCH = { executablePath: findChromium(), args: CHROMIUM_FLAGS };
const BLOCK = 10;
/** Enough of them make the app create its store, and more would end a session. */
const ANSWERS_BEFORE = 2;

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
 * @param {import('playwright').BrowserContext} context
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
 * Answers, in profiles on disk: without one the browser keeps its databases in memory.
 *
 * @param {readonly Site[]} sites
 * @param {number} answers
 * @param {string} temporary
 * @returns {Promise<RunsByPlayer[]>}
 */
export async function measureAnswers(sites, answers, temporary) {
	/** @type {RunsByPlayer[]} */
	const all = [];
	const contexts = [];
	for (const { label, events, players } of sites) {
		const profile = join(temporary, `profile-${label.replace(/\W+/g, '-')}`);
		await mkdir(profile);
		const context = await chromium.launchPersistentContext(profile, { ...LAUNCH, viewport: VIEWPORT });
		contexts.push(context);
		if (events > 0) await livePast(context, players.grasp, events);
		all.push({
			grasp: await beginRun(context, players.grasp),
			floor: await beginRun(context, players.floor)
		});
	}
	for (let done = 0; done < answers; done += BLOCK) {
		for (const runs of all) {
			for (const name of namesInTurn(done / BLOCK)) await runs[name].answer(Math.min(BLOCK, answers - done));
		}
	}
	for (const context of contexts) await context.close();
	return all;
}

/**
 * @param {import('playwright').BrowserContext} context
 * @param {Player} player
 * @param {number} events
 */
async function livePast(context, player, events) {
	const { phone } = await loadFirst(context, player);
	await waitForWorker(phone);
	await new Run(phone, player).answer(ANSWERS_BEFORE);
	await writeHistory(phone, events);
	await phone.page.close();
}

/**
 * @param {import('playwright').BrowserContext} context
 * @param {Player} player
 */
async function beginRun(context, player) {
	const { phone } = await loadFirst(context, player);
	if (player.hasWorker) await waitForWorker(phone);
	const run = new Run(phone, player);
	await run.begin();
	return run;
}

/**
 * Second visits of a learner with a past, in the profile that holds it.
 *
 * @param {readonly Site[]} sites
 * @param {number} rounds
 * @param {string} temporary
 */
export async function measurePasts(sites, rounds, temporary) {
	const contexts = [];
	for (const { label, events, players } of sites) {
		const profile = join(temporary, `past-${label.replace(/\W+/g, '-')}`);
		await mkdir(profile);
		const context = await chromium.launchPersistentContext(profile, { ...LAUNCH, viewport: VIEWPORT });
		contexts.push(context);
		await livePast(context, players.grasp, events);
	}
	/** @type {Again[][]} */
	const loads = sites.map(() => []);
	for (let round = 0; round < rounds; round += 1) {
		for (const [index, { players }] of sites.entries()) {
			const context = /** @type {import('playwright').BrowserContext} */ (contexts[index]);
			loads[index]?.push(await loadAgain(context, players.grasp, 'asleep'));
		}
	}
	for (const context of contexts) await context.close();
	return loads;
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
