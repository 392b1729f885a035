/** What of a tap tells whether the next one is its echo. */
export interface Tap {
	readonly clientX: number;
	readonly clientY: number;
	/** Milliseconds, by the page's clock. */
	readonly timeStamp: number;
}

const ECHO_MILLIS = 400;
const ECHO_PIXELS = 12;

/** Whether the second tap belongs to the first: same place, a moment later. */
export function isDoubleTap(first: Tap | undefined, second: Tap): boolean {
	if (first === undefined || second.timeStamp - first.timeStamp > ECHO_MILLIS) return false;
	return Math.hypot(second.clientX - first.clientX, second.clientY - first.clientY) < ECHO_PIXELS;
}
