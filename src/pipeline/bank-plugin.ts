/**
 * Gives the app its courses: `virtual:bank` holds what the first screen needs, and each section is a file that
 * is fetched when it is opened. Bad content stops the build; the dev server shows it and keeps the last good bank.
 */

import type { Bank } from '#bank/compile.ts';
import type { Checked, Issue } from '#core/issue.ts';
import { makeIssueLine } from '#core/issue.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { readBank, type BankReading } from './read-bank.ts';
import { turnBank } from './turn-bank.ts';

export { questionsRoot } from './read-bank.ts';

const VIRTUAL_ID = 'virtual:bank';
const RESOLVED_ID = '\0virtual:bank';
/** An editor writes a file in several steps. In milliseconds. */
const SETTLE_MILLIS = 80;

const EMPTY: Bank = { entries: [], files: new Map() };

/** @param language BCP 47 tag: the courses are given in it, where they are in it. */
export function graspBank(root: string, language: string): Plugin {
	let reading: Promise<Checked<BankReading>> | undefined;
	let dev: DevBank | undefined;
	const read = async (): Promise<Bank> => {
		if (dev) return dev.bank();
		const { value, issues } = await (reading ??= readBank(root));
		if (!value) throw new Error(sayIssues(issues));
		return turnBank(value.bank, language);
	};
	return {
		name: 'grasp-bank',
		async configureServer(server) {
			dev = new DevBank(root, language, server);
			await dev.start();
		},
		resolveId(id) {
			return id === VIRTUAL_ID ? RESOLVED_ID : undefined;
		},
		async load(id) {
			if (id !== RESOLVED_ID) return undefined;
			const { entries } = await read();
			// Parsed as JSON text: faster than a literal, and no key can mean anything to the language.
			return `export const courses = JSON.parse(${JSON.stringify(JSON.stringify(entries))});`;
		},
		async generateBundle() {
			// The pages that the server build renders fetch nothing.
			if (this.environment.name !== 'client') return;
			const { files } = await read();
			for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
		}
	};
}

function sayIssues(issues: readonly Issue[]): string {
	return ['the questions hold mistakes:', ...issues.map(makeIssueLine)].join('\n');
}

/** The bank while someone writes it. */
class DevBank {
	readonly #root: string;
	readonly #language: string;
	readonly #server: ViteDevServer;
	#good: Bank = EMPTY;
	#issues: readonly Issue[] = [];
	#timer: NodeJS.Timeout | undefined;
	#latest = 0;

	constructor(root: string, language: string, server: ViteDevServer) {
		this.#root = resolve(root);
		this.#language = language;
		this.#server = server;
	}

	bank(): Bank {
		return this.#good;
	}

	async start(): Promise<void> {
		await this.#read();
		this.#server.watcher.add(this.#root);
		this.#server.watcher.on('all', (_, path) => {
			if (!resolve(path).startsWith(this.#root + sep)) return;
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => void this.#reload(), SETTLE_MILLIS);
		});
		this.#server.ws.on('connection', () => this.#showIssues());
		this.#server.middlewares.use((request, response, next) => {
			if (!this.#serve(request, response)) next();
		});
	}

	async #reload(): Promise<void> {
		const isLatest = await this.#read();
		if (!isLatest) return;
		if (this.#issues.length > 0) {
			this.#showIssues();
			return;
		}
		for (const { moduleGraph, hot } of Object.values(this.#server.environments)) {
			const known = moduleGraph.getModuleById(RESOLVED_ID);
			if (known) moduleGraph.invalidateModule(known);
			hot.send({ type: 'full-reload' });
		}
	}

	/** Whether no later reading has begun meanwhile. */
	async #read(): Promise<boolean> {
		const turn = ++this.#latest;
		const { value, issues } = await readBank(this.#root);
		if (turn !== this.#latest) return false;
		this.#issues = issues;
		if (value) this.#good = turnBank(value.bank, this.#language);
		else this.#server.config.logger.error(sayIssues(issues));
		return true;
	}

	#showIssues(): void {
		const [first] = this.#issues;
		if (!first) return;
		const { file, line, column } = first.where;
		const err = { message: sayIssues(this.#issues), stack: '', plugin: 'grasp-bank', id: file };
		this.#server.ws.send({ type: 'error', err: { ...err, loc: { file, line, column } } });
	}

	#serve({ url = '' }: IncomingMessage, response: ServerResponse): boolean {
		const [path = ''] = url.split('?');
		const { base } = this.#server.config;
		const below = path.startsWith(base) ? path.slice(base.length) : path.slice(1);
		if (!below.startsWith('bank/')) return false;
		const text = this.#good.files.get(below);
		response.statusCode = text === undefined ? 404 : 200;
		response.setHeader('content-type', 'application/json; charset=utf-8');
		response.end(text ?? '{}');
		return true;
	}
}
