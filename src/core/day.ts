/**
 * The learner's day. It begins at 4 am local time, so that a late evening is one day. The offset is
 * stored with each event: where the phone is later, or what its zone does later, changes no past day.
 *
 *     learnerDay(Date.UTC(2026, 2, 1, 2, 30), 60)  →  '2026-02-28'  (half past three in Berlin)
 */

export const DAY_STARTS_AT_HOUR = 4;

const MINUTE_MILLIS = 60_000;
const HOUR_MILLIS = 60 * MINUTE_MILLIS;
const DAY_MILLIS = 24 * HOUR_MILLIS;

/** A calendar day, `YYYY-MM-DD`: sorts as text, reads as a date. */
export type Day = string & { readonly __day: unique symbol };

/** `offsetMinutes` is east of UTC: +60 for Berlin in winter. */
export function learnerDay(atMillis: number, offsetMinutes: number): Day {
	const local = atMillis + offsetMinutes * MINUTE_MILLIS - DAY_STARTS_AT_HOUR * HOUR_MILLIS;
	return nameDay(Math.floor(local / DAY_MILLIS));
}

/** Days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLIS);
}

/** The day so many days later; earlier, where `days` is negative. */
export function addDays(day: Day, days: number): Day {
	return nameDay(Math.floor(Date.parse(day) / DAY_MILLIS) + days);
}

/** A rebuild asks for the names of a few thousand days a million times. */
const names = new Map<number, Day>();
const MOST_NAMES = 10_000;

function nameDay(sinceEpoch: number): Day {
	const known = names.get(sinceEpoch);
	if (known !== undefined) return known;
	if (names.size >= MOST_NAMES) names.clear();
	const day = new Date(sinceEpoch * DAY_MILLIS).toISOString().slice(0, 10) as Day;
	names.set(sinceEpoch, day);
	return day;
}
