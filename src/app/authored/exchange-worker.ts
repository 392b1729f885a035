/** The worker that reads and writes the files of other tools: their parsers stay out of every page. */

import type { ImportAsk, ImportTell } from './import-messages.ts';
import workerAddress from './import-worker.ts?worker&url';

export interface ExchangeWorker {
	postMessage(ask: ImportAsk): void;
	terminate(): void;
}

/** `builtIn`: ids of the courses that none may take the place of. */
export function openWorker(
	builtIn: readonly string[],
	hear: (told: ImportTell) => void,
	fail: () => void
): ExchangeWorker {
	const worker = new Worker(trusted(workerAddress) as unknown as URL, { type: 'module' });
	worker.onmessage = ({ data }: MessageEvent<ImportTell>) => hear(data);
	worker.onerror = fail;
	worker.postMessage({ kind: 'begin', builtIn });
	return worker;
}

interface TrustedTypesFactory {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string }
	): {
		createScriptURL(url: string): string;
	};
}

let policy: ReturnType<TrustedTypesFactory['createPolicy']> | undefined;

/** Under Trusted Types a plain string is refused; this policy lets the reading worker's address through alone. */
function trusted(address: string): string {
	const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
	if (factory === undefined) return address;
	policy ??= factory.createPolicy('grasp-import', {
		createScriptURL(url) {
			if (url !== address) throw new TypeError(`No script may be loaded from ${url}.`);
			return url;
		}
	});
	return policy.createScriptURL(address);
}
