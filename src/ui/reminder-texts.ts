import type { CalendarTexts } from '#core/calendar.ts';
import type { Day } from '#core/day.ts';
import { makeWording } from './charts/wording.ts';
import { m } from './messages.ts';

/** What the entries of a calendar say, which is read far from the app. */
export function makeReminderTexts(course: string, today: Day, language: string): CalendarTexts {
	const words = makeWording(language);
	return {
		name: m.remind_name({ course }),
		summary: (count) => m.remind_entry({ count, claims: words.number(count) }),
		description: m.remind_entry_about({ course, day: words.fullDay(today) })
	};
}
