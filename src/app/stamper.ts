import { EVENT_VERSION, makeEventId, type EventId, type SessionId } from '#core/event.ts';

/** What every event begins with. */
export interface Stamp {
	readonly id: EventId;
	readonly version: typeof EVENT_VERSION;
	readonly at: number;
	readonly offset: number;
}

export interface Stamper {
	stamp(): Stamp;
	makeSessionId(): SessionId;
}

/** A clock set back by less than this does not put later events before earlier ones. */
const HOUR_MILLIS = 3_600_000;

/** The one place that reads the clock, the zone and the browser's randomness. */
export function makeStamper(
	now: () => number = Date.now,
	offsetAt: (atMillis: number) => number = (at) => 0 - new Date(at).getTimezoneOffset(),
	fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes)
): Stamper {
	let last = 0;
	const stamp = (): Stamp => {
		const read = now();
		const at = read <= last && last - read < HOUR_MILLIS ? last + 1 : read;
		last = at;
		return {
			id: makeEventId(at, fill(new Uint8Array(10))),
			version: EVENT_VERSION,
			at,
			offset: offsetAt(at)
		};
	};
	return {
		stamp,
		makeSessionId: () => makeEventId(now(), fill(new Uint8Array(10))) as string as SessionId
	};
}
