import { expect, type BrowserContext } from '@playwright/test';

/** A page may be left, or be opened on something else, before it needs what it has asked for early. */
const IDLE_PRELOAD = /was preloaded using link preload but not used/;

/** What must never happen in any journey: an error, a warning, a broken policy, a word to another host. */
export class Faults {
	readonly #seen: string[] = [];
	readonly #allowed: RegExp[] = [];

	/** Every page of the context, and its service worker. */
	async watch(context: BrowserContext, origin: string): Promise<void> {
		context.on('console', (message) => {
			const isIdle = IDLE_PRELOAD.test(message.text());
			if (['error', 'warning'].includes(message.type()) && !isIdle) this.#seen.push(message.text());
		});
		context.on('weberror', (error) => this.#seen.push(String(error.error())));
		context.on('request', (request) => {
			const url = new URL(request.url());
			if (/^https?:$/.test(url.protocol) && url.origin !== origin) this.#seen.push(`asked ${url.href}`);
		});
		await context.addInitScript(() =>
			addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
				console.error(`policy broken: ${violatedDirective} ${blockedURI} ${sample}`)
			)
		);
	}

	/** What a journey brings about on purpose. */
	allow(pattern: RegExp): void {
		this.#allowed.push(pattern);
	}

	get unexpected(): readonly string[] {
		return this.#seen.filter((fault) => !this.#allowed.some((pattern) => pattern.test(fault)));
	}

	check(): void {
		expect(this.unexpected, 'errors, warnings, broken policies and words to other hosts').toEqual([]);
	}
}
