/** Reads files beside the page, so that the page goes on answering. */

import { makeAuthoredStore } from '#storage/idb-authored-store.ts';
import { ImportJob } from './import-job.ts';
import type { ImportAsk, ImportTell } from './import-messages.ts';

/** The first message says which courses are built in; each one after it is a wish. */
type FromPage = { readonly kind: 'begin'; readonly builtIn: readonly string[] } | ImportAsk;

let job: ImportJob | undefined;

function tell(message: ImportTell): void {
	postMessage(message);
}

addEventListener('message', ({ data }: MessageEvent<FromPage>) => {
	if (data.kind === 'begin') {
		job = new ImportJob({
			store: makeAuthoredStore(),
			tell,
			builtIn: data.builtIn,
			random: (length) => crypto.getRandomValues(new Uint8Array(length)),
			now: Date.now
		});
		return;
	}
	job?.ask(data).catch((error: unknown) => {
		console.error(error);
		tell({ kind: 'failed' });
	});
});
