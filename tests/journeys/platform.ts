import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { unzipSync } from 'fflate';

const RUN_TIME = readFileSync(
	new URL('../../node_modules/scorm-again/dist/scorm-again.min.js', import.meta.url),
	'utf8'
);
const TYPES: Readonly<Record<string, string>> = {
	html: 'text/html; charset=utf-8',
	js: 'text/javascript',
	css: 'text/css',
	json: 'application/json'
};

export interface Statement {
	readonly id: string;
	readonly verb: { readonly id: string };
	readonly [key: string]: unknown;
}

/** A learning platform: it unpacks a package, speaks SCORM by scorm-again, and keeps what cmi5 tells it. */
export class Platform {
	/** As they came. */
	readonly statements: Statement[] = [];
	/** By state id. */
	readonly states = new Map<string, string>();
	readonly files: ReadonlyMap<string, Uint8Array>;
	readonly #server: Server;

	constructor(zip: Uint8Array) {
		this.files = new Map(Object.entries(unzipSync(zip)));
		this.#server = createServer((request, response) => {
			void this.#answer(request).then(([status, type, body]) =>
				response.writeHead(status, { 'content-type': type }).end(body)
			);
		});
	}

	async start(): Promise<void> {
		await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
	}

	async stop(): Promise<void> {
		await new Promise<void>((closed) => {
			this.#server.close(() => closed());
			this.#server.closeAllConnections();
		});
	}

	get origin(): string {
		const address = this.#server.address();
		return `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
	}

	/** As a cmi5 platform opens a part of the course. */
	launchAddress(section: string): string {
		const query = new URLSearchParams({
			section,
			endpoint: `${this.origin}/lrs/`,
			fetch: `${this.origin}/token`,
			actor: JSON.stringify({ objectType: 'Agent', account: { homePage: this.origin, name: 'ada' } }),
			registration: '0f9c1d4e-6f0a-4f66-9b0e-0d8f6f2f7a11',
			activityId: `urn:grasp:networks:${section}`
		});
		return `${this.origin}/package/index.html?${query}`;
	}

	async #answer(request: IncomingMessage): Promise<readonly [number, string, string | Uint8Array]> {
		const { pathname, searchParams } = new URL(request.url ?? '/', this.origin);
		if (pathname === '/') return [200, TYPES['html']!, '<!doctype html><script src="run-time.js"></script>'];
		if (pathname === '/run-time.js') return [200, TYPES['js']!, RUN_TIME];
		if (pathname === '/favicon.ico') return [204, 'image/x-icon', ''];
		if (pathname === '/token') return [200, TYPES['json']!, JSON.stringify({ 'auth-token': 'c2VjcmV0' })];
		if (pathname.startsWith('/lrs/')) return this.#record(pathname.slice(5), searchParams, request);
		const name = pathname.replace(/^\/package\//, '');
		const file = this.files.get(name);
		return file ? [200, TYPES[name.split('.').at(-1)!]!, file] : [404, 'text/plain', 'no such file'];
	}

	async #record(
		path: string,
		query: URLSearchParams,
		request: IncomingMessage
	): Promise<readonly [number, string, string]> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const body = Buffer.concat(chunks).toString();
		if (request.headers.authorization !== 'Basic c2VjcmV0') return [401, 'text/plain', 'who is there?'];
		if (path === 'statements') {
			this.statements.push(...(JSON.parse(body) as Statement[]));
			return [200, TYPES['json']!, '[]'];
		}
		const id = query.get('stateId') ?? '';
		if (request.method === 'PUT') this.states.set(id, body);
		const kept = path === 'agents/profile' ? '{}' : this.states.get(id);
		return kept === undefined ? [404, 'text/plain', ''] : [200, TYPES['json']!, kept];
	}
}
