import type * as Answering from './answering.ts';

let loading: Promise<typeof Answering> | undefined;

/** Held, since an `import()` of its own takes a turn of the browser's each time, be the file there or not. */
export function loadAnswering(): Promise<typeof Answering> {
	loading ??= import('./answering.ts').catch((error: unknown) => {
		// Must not be kept when it failed: the file may be reachable a moment later.
		loading = undefined;
		throw error;
	});
	return loading;
}
