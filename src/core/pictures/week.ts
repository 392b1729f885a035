import { addDays, type Day } from '../day.ts';

/** The Monday on or before that day: weeks are those of ISO 8601, whatever the language. */
export function mondayOf(day: Day): Day {
	const sinceMonday = (new Date(Date.parse(day)).getUTCDay() + 6) % 7;
	return addDays(day, -sinceMonday);
}

/** So many days in order, `from` being the first. */
export function daysFrom(from: Day, count: number): readonly Day[] {
	return Array.from({ length: count }, (_, after) => addDays(from, after));
}

/** The Mondays of so many weeks in order, that of `today` being the last. */
export function mondaysUntil(today: Day, count: number): readonly Day[] {
	const last = mondayOf(today);
	return Array.from({ length: count }, (_, index) => addDays(last, 7 * (index - count + 1)));
}
