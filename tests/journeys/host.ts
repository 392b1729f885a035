import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { serveSite } from '#pipeline/serve.mjs';
import { folderOf, SITES, type SiteName } from './sites.ts';

/** What a café's network answers to everything before one has paid. */
export const PORTAL = '<!doctype html><title>Welcome</title><p>Please log in to the network.</p>';

/** One worker's sites, each compressed once. */
export class Shelf {
	readonly #served = new Map<SiteName, ReturnType<typeof serveSite>>();

	async portOf(site: SiteName): Promise<number> {
		const serving = this.#served.get(site) ?? serveSite(folderOf(site), { base: SITES[site].base });
		this.#served.set(site, serving);
		return Number(new URL((await serving).address).port);
	}

	async close(): Promise<void> {
		for (const serving of this.#served.values()) await (await serving).close();
	}
}

/** An address that stays the same while what stands behind it changes: another version, a portal, nothing. */
export class Host {
	/** The paths asked for, in their order. */
	readonly asked: string[] = [];
	readonly #shelf: Shelf;
	readonly #server = createServer((request, response) => this.#answer(request, response));
	#port = 0;
	#site: SiteName;
	/** Addresses that a portal lets through; without it there is no portal. */
	#portalSpares: RegExp | undefined;

	constructor(shelf: Shelf, site: SiteName) {
		this.#shelf = shelf;
		this.#site = site;
	}

	get origin(): string {
		return `http://localhost:${this.#port}`;
	}

	/** Where the site begins. */
	get address(): string {
		return `${this.origin}${SITES[this.#site].base}/`;
	}

	async start(): Promise<void> {
		await new Promise<void>((listening) => this.#server.listen(this.#port, '127.0.0.1', listening));
		const bound = this.#server.address();
		if (typeof bound === 'object' && bound) this.#port = bound.port;
	}

	async stop(): Promise<void> {
		await new Promise<void>((closed) => {
			this.#server.close(() => closed());
			this.#server.closeAllConnections();
		});
	}

	deploy(site: SiteName): void {
		this.#site = site;
	}

	becomePortal(spares: RegExp): void {
		this.#portalSpares = spares;
	}

	endPortal(): void {
		this.#portalSpares = undefined;
	}

	#answer(request: IncomingMessage, response: ServerResponse): void {
		const { url: path = '/', method, headers } = request;
		this.asked.push(path);
		if (this.#portalSpares && !this.#portalSpares.test(path)) {
			response.writeHead(200, { 'content-type': 'text/html' }).end(PORTAL);
			return;
		}
		void this.#shelf.portOf(this.#site).then((port) => {
			const onward = forward({ port, path, method, headers }, (answer) => {
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(response);
			});
			onward.on('error', () => response.destroy());
			onward.end();
		});
	}
}
