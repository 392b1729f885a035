import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MORNING } from '#tests/fixtures/builders.ts';
import { CALENDAR_DAYS, makeCalendar, type CalendarEntry, type CalendarTexts } from './calendar.ts';
import { addDays, type Day } from './day.ts';

const DAY = '2026-03-02' as Day;
const TEXTS: CalendarTexts = {
	name: 'Grasp',
	summary: (count) => `${count} to review`,
	description: 'Five minutes.'
};

function make(
	entries: readonly CalendarEntry[],
	texts: Partial<CalendarTexts> = {},
	course = 'network-power'
): string {
	return makeCalendar(entries, { ...TEXTS, ...texts }, { course, atMillis: MORNING });
}

/** As a reader has them: unfolded, by their ends. */
function readLines(calendar: string): readonly string[] {
	return calendar.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
}

function readTexts(calendar: string, property: string): readonly string[] {
	return readLines(calendar)
		.filter((line) => line.startsWith(`${property}:`))
		.map((line) => line.slice(property.length + 1))
		.map((text) =>
			text.replaceAll(/\\([\\;,nN])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped))
		);
}

describe('makeCalendar', () => {
	it('is one all-day event for each day with reviews', () => {
		expect(readLines(make([{ day: DAY, count: 7 }]))).toEqual([
			'BEGIN:VCALENDAR',
			'VERSION:2.0',
			'PRODID:-//Grasp//Reviews//EN',
			'CALSCALE:GREGORIAN',
			'METHOD:PUBLISH',
			'X-WR-CALNAME:Grasp',
			'BEGIN:VEVENT',
			'UID:2026-03-02.network-power@grasp',
			'DTSTAMP:20260302T090000Z',
			'DTSTART;VALUE=DATE:20260302',
			'DTEND;VALUE=DATE:20260303',
			'SUMMARY:7 to review',
			'DESCRIPTION:Five minutes.',
			'TRANSP:TRANSPARENT',
			'END:VEVENT',
			'END:VCALENDAR'
		]);
	});

	it('leaves out days without reviews', () => {
		const entries = [0, 3, 0].map((count, days) => ({ day: addDays(DAY, days), count }));
		expect(readTexts(make(entries), 'SUMMARY')).toEqual(['3 to review']);
		expect(make([])).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
		expect(make([])).not.toContain('VEVENT');
	});

	it('ends each day where the next begins, at the ends of months and years too', () => {
		expect(make([{ day: '2026-12-31' as Day, count: 1 }])).toContain('DTEND;VALUE=DATE:20270101');
	});

	it('names an event by day and course, so that it replaces itself, and no other', () => {
		const days = Array.from({ length: CALENDAR_DAYS }, (_, ahead) => addDays(DAY, ahead));
		const made = (count: number, course: string): readonly string[] =>
			readTexts(
				make(
					days.map((day) => ({ day, count })),
					{},
					course
				),
				'UID'
			);
		expect(made(9, 'one')).toEqual(made(1, 'one'));
		expect(new Set([...made(1, 'one'), ...made(1, 'other')]).size).toBe(2 * CALENDAR_DAYS);
	});

	it('keeps what reads as another property, or another event, within its text', () => {
		const summary = (): string => 'a, b; c\\d\nEND:VEVENT\r\nX:1';
		const calendar = make([{ day: DAY, count: 1 }], { summary });
		expect(calendar).toContain('SUMMARY:a\\, b\\; c\\\\d\\nEND:VEVENT\\nX:1\r\n');
		expect(readLines(calendar).filter((line) => line === 'END:VEVENT')).toHaveLength(1);
	});

	it('folds a long line so that each part has 75 octets at most', () => {
		const parts = make([], { name: 'x'.repeat(400) }).split('\r\n');
		expect(parts.filter((line) => line.includes('xx')).map(({ length }) => length)).toEqual([
			...[75, 75, 75, 75, 75],
			43
		]);
	});

	it('folds a line of characters of several octets without tearing one apart', () => {
		// However the first of them comes to lie.
		for (const shift of ['', 'a', 'ab', 'abc', 'abcd']) {
			const name = shift + '网🙂'.repeat(60);
			const calendar = make([], { name });
			expect(readTexts(calendar, 'X-WR-CALNAME')).toEqual([name]);
			for (const line of calendar.split('\r\n')) expect(line.isWellFormed()).toBe(true);
		}
	});

	it('of any text has lines of 75 octets at most, and reads back as it was', () => {
		const text = fc.string({ unit: 'grapheme', maxLength: 300 });
		const octets = (line: string): number => new TextEncoder().encode(line).length;
		fc.assert(
			fc.property(text, text, fc.nat(500), (name, description, count) => {
				const calendar = make([{ day: DAY, count: count + 1 }], { name, description });
				for (const line of calendar.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
				// No line ends by itself: all others are within the text's escapes.
				expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
				expect(readTexts(calendar, 'DESCRIPTION')).toEqual([description]);
				expect(readTexts(calendar, 'X-WR-CALNAME')).toEqual([name]);
			})
		);
	});

	it('leaves out control characters, which no calendar takes', () => {
		expect(make([], { name: 'a\u0000b\u001fc\td\u007f' })).toContain('X-WR-CALNAME:abc\td\r\n');
	});
});
