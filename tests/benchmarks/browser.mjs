/** A phone: a slow processor on a slow line. What is asked of it goes through its debugging protocol alone. */
import { watchPage } from './probe.mjs';

/**
 * @typedef {import('playwright').BrowserContext} BrowserContext
 * @typedef {import('playwright').CDPSession} CDPSession
 * @typedef {import('./probe.mjs').Told} Told
 */

export const VIEWPORT = { width: 360, height: 740 };
const SLOWER = 4;
/** Bytes a second, and milliseconds. */
const LINE = {
	offline: false,
	downloadThroughput: 1_600_000 / 8,
	uploadThroughput: 750_000 / 8,
	latency: 150
};
/** A new window of the browser is busy with itself at first, on the processor that the page needs. */
const SETTLE_MILLIS = 1500;
const ATTEMPTS = 3;
const PATIENCE_MILLIS = 60_000;

/**
 * A response as the page's own network saw it; the worker's requests are not among them.
 *
 * @typedef {object} Transfer
 * @property {string} address
 * @property {number} body bytes, compressed
 * @property {number} total bytes, headers included
 * @property {number} begunAt when its first byte came; milliseconds since 1970
 * @property {boolean} isLocal answered by the service worker or a cache
 */

/** One page, with what it has told. */
export class Phone {
	/** @type {import('playwright').Page} */ page;
	/** @type {CDPSession} */ cdp;
	/** @type {Transfer[]} */ transfers = [];
	/** @type {Told[]} */ #told = [];
	/** @type {((told: Told) => void) | undefined} */ #waiting;

	/**
	 * @param {import('playwright').Page} page
	 * @param {CDPSession} cdp
	 */
	constructor(page, cdp) {
		this.page = page;
		this.cdp = cdp;
	}

	/** @param {BrowserContext} context */
	static async open(context) {
		const page = await context.newPage();
		const cdp = await context.newCDPSession(page);
		const phone = new Phone(page, cdp);
		await cdp.send('Runtime.enable');
		await cdp.send('Runtime.addBinding', { name: 'tellBench' });
		cdp.on('Runtime.bindingCalled', ({ payload }) => phone.#hear(JSON.parse(payload)));
		await cdp.send('Page.enable');
		await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchPage})()` });
		await cdp.send('Performance.enable');
		await cdp.send('Network.enable');
		await cdp.send('Network.emulateNetworkConditions', LINE);
		await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
		phone.#watchNetwork();
		await new Promise((done) => setTimeout(done, SETTLE_MILLIS));
		return phone;
	}

	/** @param {string} address */
	async visit(address) {
		for (let attempt = 1; ; attempt += 1) {
			this.#told = [];
			this.transfers.length = 0;
			const { errorText } = await this.cdp.send('Page.navigate', { url: address });
			if (!errorText) return;
			// Now and then a new window's own blank page gets in between.
			if (attempt === ATTEMPTS) throw new Error(`${address} was not opened: ${errorText}`);
		}
	}

	/** @returns {Promise<Told>} the next moment that the page tells of */
	hear() {
		const told = this.#told.shift();
		if (told) return Promise.resolve(told);
		return new Promise((heard, failed) => {
			const patience = setTimeout(
				() => failed(new Error(`Nothing was seen on ${this.page.url()}.`)),
				PATIENCE_MILLIS
			);
			this.#waiting = (next) => {
				clearTimeout(patience);
				heard(next);
			};
		});
	}

	/** @param {Told} told */
	#hear(told) {
		const waiting = this.#waiting;
		this.#waiting = undefined;
		if (waiting) waiting(told);
		else this.#told.push(told);
	}

	/**
	 * @template Argument, Result
	 * @param {(argument: Argument) => Result | Promise<Result>} work runs in the page, so it must stand alone
	 * @param {Argument} argument
	 * @returns {Promise<Result>}
	 */
	async run(work, argument) {
		const expression = `(${work})(${JSON.stringify(argument)})`;
		const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', {
			...{ expression, awaitPromise: true, returnByValue: true }
		});
		if (exceptionDetails) {
			throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
		}
		return result.value;
	}

	/**
	 * A real press, by the mouse, in the middle of the element.
	 *
	 * @param {string} selector
	 * @param {readonly string[]} [texts] the first of them that says one of these
	 */
	async press(selector, texts) {
		const point = await this.run(
			({ selector, texts }) => {
				const element = [...document.querySelectorAll(selector)].find(
					({ textContent }) => !texts || texts.includes(textContent?.trim() ?? '')
				);
				if (!element) throw new Error(`no ${selector} ${texts?.join(' or ') ?? ''} on the page`);
				element.scrollIntoView({ block: 'nearest' });
				const { x, y, width, height } = element.getBoundingClientRect();
				return { x: x + width / 2, y: y + height / 2 };
			},
			{ selector, texts }
		);
		await this.page.mouse.click(point.x, point.y);
	}

	/** @param {readonly string[]} texts */
	pressButton(texts) {
		return this.press('button', texts);
	}

	/** Bytes that scripts hold, once what nobody holds is gone. */
	async weighHeap() {
		await this.cdp.send('HeapProfiler.collectGarbage');
		await this.cdp.send('HeapProfiler.collectGarbage');
		const { metrics } = await this.cdp.send('Performance.getMetrics');
		return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
	}

	#watchNetwork() {
		/** @type {Map<string, Transfer>} */
		const open = new Map();
		/** @type {Set<string>} */
		const remembered = new Set();
		let sinceStart = 0;
		this.cdp.on('Network.requestWillBeSent', ({ timestamp, wallTime }) => {
			sinceStart = (wallTime - timestamp) * 1000;
		});
		this.cdp.on('Network.responseReceived', ({ requestId, response, timestamp }) => {
			if (!response.url.startsWith('http')) return;
			const { url: address, headers, fromServiceWorker, fromDiskCache } = response;
			const length = Number(headers['content-length'] ?? headers['Content-Length'] ?? 0);
			const isLocal = Boolean(fromServiceWorker || fromDiskCache || remembered.has(requestId));
			const begunAt = timestamp * 1000 + sinceStart;
			const body = response.status === 304 ? 0 : length;
			const transfer = { address, body, total: response.encodedDataLength + body, begunAt, isLocal };
			open.set(requestId, transfer);
			this.transfers.push(transfer);
		});
		this.cdp.on('Network.requestServedFromCache', ({ requestId }) => {
			remembered.add(requestId);
		});
		this.cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
			const transfer = open.get(requestId);
			if (transfer) transfer.total = encodedDataLength;
		});
	}
}
