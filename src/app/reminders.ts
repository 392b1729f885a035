import { CALENDAR_DAYS, makeCalendar, type CalendarEntry, type CalendarTexts } from '#core/calendar.ts';
import type { Card } from '#core/card.ts';
import type { CourseEntry } from '#core/catalogue.ts';
import { learnerDay, type Day } from '#core/day.ts';
import { forecastDue } from '#core/pictures/forecast.ts';
import { cardsOfCourse, type ProgressRecord } from '#core/pictures/record.ts';
import { isDue } from '#core/today.ts';
import type { LearnerStore } from '#storage/store.ts';
import { readOutline } from './course-outline.ts';
import { horizonOf, readPlan } from './learner-plan.ts';
import { LibraryError, type Library } from './library.ts';
import type { Stamper } from './stamper.ts';

/** The days to come that have reviews; what is overdue is today's. */
export function comingReviews({
	due,
	today
}: Pick<ProgressRecord, 'due' | 'today'>): readonly CalendarEntry[] {
	return forecastDue(due, today)
		.slice(0, CALENDAR_DAYS)
		.map((day) => ({ day: day.day, count: day.due + day.overdue }))
		.filter(({ count }) => count > 0);
}

export function makeCalendarFile(
	entries: readonly CalendarEntry[],
	texts: CalendarTexts,
	{ course, atMillis }: { readonly course: string; readonly atMillis: number }
): File {
	const text = makeCalendar(entries, texts, { course, atMillis });
	return new File([text], `grasp-${course}.ics`, { type: 'text/calendar' });
}

export type Badge = Partial<Pick<Navigator, 'setAppBadge' | 'clearAppBadge'>>;

/** No icon has room for more. */
const MOST_COUNTED = 9999;

export interface BadgeParts {
	readonly store: LearnerStore;
	readonly library: Library;
	readonly stamper: Stamper;
}

/** Puts the number of due claims of all courses on the icon of the installed app. */
export async function showDue(
	courses: readonly CourseEntry[],
	parts: BadgeParts,
	badge: Badge = navigator
): Promise<void> {
	const { settings } = await parts.store.readStart([]);
	const { at, offset } = parts.stamper.stamp();
	const today = learnerDay(at, offset);
	const counts = await Promise.all(
		courses.map((course) =>
			countDueToday(course, parts, today, horizonOf(readPlan(settings, course.id), today))
		)
	);
	const due = counts.reduce((sum, count) => sum + count, 0);
	if (due > 0) await badge.setAppBadge?.(due);
	else await badge.clearAppBadge?.();
}

async function countDueToday(
	course: CourseEntry,
	{ store, library }: BadgeParts,
	today: Day,
	horizon: Day | undefined
): Promise<number> {
	const cards =
		horizon === undefined
			? await store.readDue(course.id, today, MOST_COUNTED)
			: (await store.readCourseCards(course.id)).filter((card) => isDue(card, today, horizon));
	return cards.length === 0 ? 0 : (await keepAsked(course, library, cards)).length;
}

/** What the course no longer asks would stay on the icon for good. */
async function keepAsked(
	course: CourseEntry,
	library: Library,
	cards: readonly Card[]
): Promise<readonly Card[]> {
	try {
		const sections = new Set(cards.map(({ section }) => section));
		const outline = await readOutline(course, library, ({ id }) => sections.has(id));
		return cardsOfCourse(outline, cards);
	} catch (error) {
		if (!(error instanceof LibraryError)) throw error;
		return cards;
	}
}
