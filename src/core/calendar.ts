import { addDays, type Day } from './day.ts';

/**
 * The days with reviews, for a calendar of the learner's own: iCalendar (RFC 5545), one all-day event a
 * day. Brought in again, an event replaces the one of its day and course.
 *
 *     makeCalendar([{ day, count: 7 }], texts, { course: 'network-power', atMillis })
 */

/** How far ahead it is worth telling: what comes later depends on the answers until then. */
export const CALENDAR_DAYS = 14;

export interface CalendarEntry {
	readonly day: Day;
	/** Claims that are due. A day without any is left out. */
	readonly count: number;
}

/** What a person reads, in the learner's language. */
export interface CalendarTexts {
	/** Of the calendar. */
	readonly name: string;
	readonly summary: (count: number) => string;
	readonly description: string;
}

export interface CalendarStamp {
	readonly course: string;
	/** When the calendar was made, in milliseconds since 1970. */
	readonly atMillis: number;
}

/** Octets in a line, its end not counted (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

export function makeCalendar(
	entries: readonly CalendarEntry[],
	texts: CalendarTexts,
	stamp: CalendarStamp
): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Grasp//Reviews//EN',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`X-WR-CALNAME:${escapeText(texts.name)}`,
		...entries.filter(({ count }) => count > 0).flatMap((entry) => makeEvent(entry, texts, stamp)),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function makeEvent(
	{ day, count }: CalendarEntry,
	{ summary, description }: CalendarTexts,
	{ course, atMillis }: CalendarStamp
): readonly string[] {
	return [
		'BEGIN:VEVENT',
		`UID:${escapeText(`${day}.${course}@grasp`)}`,
		`DTSTAMP:${makeMoment(atMillis)}`,
		`DTSTART;VALUE=DATE:${makeDate(day)}`,
		// The first day that is no more of it.
		`DTEND;VALUE=DATE:${makeDate(addDays(day, 1))}`,
		`SUMMARY:${escapeText(summary(count))}`,
		`DESCRIPTION:${escapeText(description)}`,
		// Five minutes take nobody's day.
		'TRANSP:TRANSPARENT',
		'END:VEVENT'
	];
}

function makeDate(day: Day): string {
	return day.replaceAll('-', '');
}

/** `20260302T090000Z` */
function makeMoment(atMillis: number): string {
	return `${new Date(atMillis).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** RFC 5545, 3.3.11. Control characters have no place in a text. */
function escapeText(text: string): string {
	return (
		text
			.replaceAll(/[\\;,]/g, '\\$&')
			.replaceAll(/\r\n|\r|\n/g, '\\n')
			// eslint-disable-next-line no-control-regex -- they are what is to be left out
			.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
	);
}

/** RFC 5545, 3.1: a line that goes on begins with a space. No character is torn apart. */
function foldLine(line: string): string {
	let folded = '';
	let octets = 0;
	for (const character of line) {
		const more = octetsOf(character);
		if (octets + more > LINE_OCTETS) {
			folded += '\r\n ';
			octets = 1;
		}
		folded += character;
		octets += more;
	}
	return folded;
}

/** In UTF-8. */
function octetsOf(character: string): number {
	const code = character.codePointAt(0)!;
	return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
