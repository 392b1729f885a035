/** What is measured, one visit or one run of answers at a time. */
import diagnostics from 'node:diagnostics_channel';
import { Phone } from './browser.mjs';

/**
 * @typedef {import('playwright').BrowserContext} BrowserContext
 * @typedef {import('./players.mjs').Player} Player
 *
 * @typedef {object} Load
 * @property {number} millis to the frame that shows the first answerable question
 * @property {number} requests that went over the network, and had an answer by then
 * @property {number} body bytes of them, compressed
 * @property {number} total bytes of them, headers included
 * @property {readonly string[]} addresses of them
 *
 * @typedef {Load & { readonly served: readonly string[] }} Again `served`: what this visit asked for and the server had
 *   to answer, whoever sent the request
 */

export const HEAP_ANSWERS = 18;
/** In Grasp a session is ten questions; the floor page fetches as many at a time. */
const SESSION = 10;
/** An echo of a tap is not taken for another one; a reader takes longer still. */
const READING_MILLIS = 500;
/** Until the page has nothing more to do. */
const SETTLED_MILLIS = 150;
/** What stands on the buttons, the floor page's too. */
const CERTAINTY = ['Think so'];
const ONWARD = ['Next', 'See the summary'];
const NEXT_SESSION = ['Next section'];
const WORKER_MILLIS = 120_000;

/**
 * What reached a server of this process.
 *
 * @type {string[]}
 */
const served = [];
diagnostics.subscribe('http.server.request.start', (message) => {
	const { request } = /** @type {{ request: import('node:http').IncomingMessage }} */ (message);
	served.push(request.url ?? '');
});

/**
 * The first visit of all, in a context that has seen nothing.
 *
 * @param {BrowserContext} context
 * @param {Player} player
 */
export async function loadFirst(context, player) {
	const phone = await Phone.open(context);
	const load = await loadQuestion(phone, player.first);
	return { phone, load };
}

/**
 * By way of the first screen: its whole cost, and the time from the press of "Start" alone.
 *
 * @param {BrowserContext} context
 * @param {Player} player
 * @returns {Promise<Load>}
 */
export async function loadByHome(context, player) {
	const phone = await Phone.open(context);
	await phone.visit(player.address);
	await phone.run(waitForApp, WORKER_MILLIS);
	const pressedAt = Date.now();
	await phone.press('main a[href*="study/"]');
	const { seenAt, paintedAt } = await phone.hear();
	const load = { millis: paintedAt - pressedAt, ...countTransfers(phone, seenAt) };
	await phone.page.close();
	return load;
}

/**
 * Pressed before, "Start" is a plain link to another document. Kit's announcer is there once the app is.
 *
 * @param {number} patience in milliseconds
 */
async function waitForApp(patience) {
	const until = performance.now() + patience;
	while (!document.querySelector('#svelte-announcer') && performance.now() < until) {
		await new Promise((done) => setTimeout(done, 30));
	}
}

/**
 * The same context again. Asleep, as it is after a minute, the worker has to be started first.
 *
 * @param {BrowserContext} context
 * @param {Player} player
 * @param {'awake' | 'asleep'} worker
 * @returns {Promise<Again>}
 */
export async function loadAgain(context, player, worker) {
	const phone = await Phone.open(context);
	if (player.hasWorker && worker === 'asleep') await stopWorkers(phone);
	const before = served.length;
	const load = await loadQuestion(phone, player.first);
	// A worker that goes on fetching a large bank does so beside the visit, not for it.
	const asked = new Set(phone.transfers.map(({ address }) => new URL(address).pathname));
	const again = { ...load, served: served.slice(before).filter((path) => asked.has(path)) };
	await phone.page.close();
	return again;
}

/**
 * With an empty cache and no worker, but with the learner's own store.
 *
 * @param {BrowserContext} context
 * @param {Player} player
 */
export async function loadAnew(context, player) {
	const phone = await Phone.open(context);
	await phone.cdp.send('Storage.clearDataForOrigin', {
		origin: new URL(player.address).origin,
		storageTypes: 'service_workers,cache_storage'
	});
	await phone.cdp.send('Network.clearBrowserCache');
	const load = await loadQuestion(phone, player.first);
	await phone.page.close();
	return load;
}

/**
 * @param {Phone} phone
 * @param {string} address
 * @returns {Promise<Load>}
 */
async function loadQuestion(phone, address) {
	await phone.visit(address);
	const { millis, seenAt } = await phone.hear();
	return { millis, ...countTransfers(phone, seenAt) };
}

/**
 * What had begun to come when the question stood there. What was asked for while it is read comes later.
 *
 * @param {Phone} phone
 * @param {number} seenAt
 */
function countTransfers(phone, seenAt) {
	const needed = phone.transfers.filter(({ begunAt, isLocal }) => begunAt <= seenAt && !isLocal);
	return {
		requests: needed.length,
		body: needed.reduce((sum, { body }) => sum + body, 0),
		total: needed.reduce((sum, { total }) => sum + total, 0),
		addresses: needed.map(({ address, body }) => `${new URL(address).pathname} ${body}`)
	};
}

/**
 * Until the site is on the device: its worker controls the page, and no cache grows any more.
 *
 * @param {Phone} phone
 */
export async function waitForWorker(phone) {
	await phone.run(async (patience) => {
		const until = performance.now() + patience;
		const wait = (/** @type {number} */ millis) => new Promise((done) => setTimeout(done, millis));
		const count = async () => {
			const names = await caches.keys();
			const caches_ = await Promise.all(names.map((name) => caches.open(name)));
			const keys = await Promise.all(caches_.map((cache) => cache.keys()));
			return keys.flat().length;
		};
		await navigator.serviceWorker.ready;
		while (!navigator.serviceWorker.controller && performance.now() < until) await wait(50);
		for (let before = -1, now = 0; before !== now && performance.now() < until;) {
			before = now;
			await wait(700);
			now = await count();
		}
	}, WORKER_MILLIS);
}

/** @param {Phone} phone */
async function stopWorkers(phone) {
	await phone.cdp.send('ServiceWorker.enable');
	await phone.cdp.send('ServiceWorker.stopAllWorkers');
	await phone.cdp.send('ServiceWorker.disable');
}

/** A learner at work: answers, reads, goes on. */
export class Run {
	/** @type {number[]} */ feedback = [];
	/** @type {number[]} */ next = [];
	heapFirst = 0;
	heapLater = 0;
	#answered = 0;
	/** @type {Phone} */ #phone;

	/** @param {Phone} phone */
	constructor(phone) {
		this.#phone = phone;
	}

	/** With the first question on the screen, and what comes behind it fetched. */
	async begin() {
		this.heapFirst = await this.#phone.weighHeap();
	}

	/** @param {number} count */
	async answer(count) {
		await this.#phone.page.bringToFront();
		for (let index = 0; index < count; index += 1) await this.#answerOne();
	}

	async #answerOne() {
		const phone = this.#phone;
		await pause(SETTLED_MILLIS);
		await phone.press(`label:nth-of-type(${1 + (this.#answered % 3)}) input`);
		await pause(SETTLED_MILLIS);
		await phone.pressButton(CERTAINTY);
		this.feedback.push((await phone.hear()).millis);
		this.#answered += 1;
		if (this.#answered === HEAP_ANSWERS) this.heapLater = await phone.weighHeap();
		await pause();
		await phone.pressButton(ONWARD);
		const { moment, millis } = await phone.hear();
		if (moment === 'summary') await this.#goOn();
		else if (this.#answered % SESSION > 0) this.next.push(millis);
	}

	async #goOn() {
		await pause();
		await this.#phone.pressButton(NEXT_SESSION);
		await this.#phone.hear();
	}
}

/** @param {number} [millis] */
function pause(millis = READING_MILLIS) {
	return new Promise((done) => setTimeout(done, millis));
}
