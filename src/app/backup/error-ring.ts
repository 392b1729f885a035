/** The last errors of this device, for a report that its owner may copy: nothing is ever sent. */

const NAME = 'grasp-errors';
const MOST = 50;
const LONGEST = 300;

export interface KeptError {
	/** ISO 8601. */
	readonly at: string;
	readonly message: string;
}

/** From now on, what goes wrong unseen is kept. */
export function watchErrors(
	target: EventTarget = globalThis,
	keep: (message: string) => void = keepError
): void {
	target.addEventListener('error', (event) => {
		const { message, filename, lineno } = event as ErrorEvent;
		// A picture or a script that did not load has no message.
		if (message) keep(`${message} (${filename}:${lineno})`);
	});
	target.addEventListener('unhandledrejection', (event) =>
		keep(String((event as PromiseRejectionEvent).reason))
	);
}

export function keepError(message: string, now: Date = new Date()): void {
	try {
		const kept = [...readErrors(), { at: now.toISOString(), message: withoutPlaces(message) }];
		localStorage.setItem(NAME, JSON.stringify(kept.slice(-MOST)));
	} catch {
		// No room, or no storage at all: an error of the ring's own must not be another one.
	}
}

export function readErrors(): readonly KeptError[] {
	try {
		const kept = JSON.parse(localStorage.getItem(NAME) ?? '[]') as unknown;
		return Array.isArray(kept) ? (kept as KeptError[]) : [];
	} catch {
		return [];
	}
}

/** Of addresses the path is enough: a fragment may hold what somebody handed out. */
function withoutPlaces(message: string): string {
	return message
		.replace(/https?:\/\/[^\s/)]+/g, '')
		.replace(/[?#][^\s):]*/g, '')
		.slice(0, LONGEST);
}
