/** What of a tap tells whether the next one is its echo. */
export interface Tap {
	readonly clientX: number;
	readonly clientY: number;
	/** Milliseconds, by the page's clock. */
	readonly timeStamp: number;
}

const ECHO_MILLIS = 400;
/** Nobody acts sooner on what has just come up. */
const REACTION_MILLIS = 250;
const ECHO_PIXELS = 12;

/**
 * Whether the second tap was meant for what the first one met: same place, a moment later. What came up at
 * `changedMillis`, by the page's clock, can be meant only once it has been seen: a slow phone gets its
 * second tap late.
 */
export function isDoubleTap(first: Tap | undefined, second: Tap, changedMillis = -Infinity): boolean {
	if (first === undefined) return false;
	const isLater = second.timeStamp - first.timeStamp > ECHO_MILLIS;
	if (isLater && second.timeStamp - changedMillis > REACTION_MILLIS) return false;
	return Math.hypot(second.clientX - first.clientX, second.clientY - first.clientY) < ECHO_PIXELS;
}
