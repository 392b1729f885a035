import type { CourseEntry } from '#core/catalogue.ts';
import { addDays, daysBetween, learnerDay, type Day } from '#core/day.ts';
import type { Session } from '#core/session.ts';
import { AWAY_DAYS, planToday, REVIEW_CAP, type Today } from '#core/today.ts';
import type { DayTotals } from '#core/totals.ts';
import type { LearnerStore, Start } from '#storage/store.ts';
import { readPlan } from './learner-plan.ts';
import { readNewADay } from './new-a-day.ts';
import type { Stamp } from './stamper.ts';

/** What one course asks for on a day. */
export interface CourseToday extends Today {
	/** Claims that are due, up to `REVIEW_CAP` and one more: further ones are not counted. */
	readonly due: number;
	/** Enough was reviewed today: what is still due waits, unless the learner wants it. */
	readonly isEnough: boolean;
	/** Whether the course has claims that were never met. */
	readonly hasNew: boolean;
	/** Where nothing is left for today: when the next claim comes back. */
	readonly nextDay: Day | undefined;
}

/** Reading more than this of what is due would tell a learner nothing, and takes its time. */
const MOST_READ = 200;

/** So near the day to be ready by, claims that are due later come forward: those must be seen as well. */
const LAST_DAYS = 7;
const NO_END = '9999-12-31' as Day;

export type Now = Pick<Stamp, 'at' | 'offset'>;

export function todayOf({ at, offset }: Now): Day {
	return learnerDay(at, offset);
}

export async function readToday(course: CourseEntry, store: LearnerStore, now: Now): Promise<CourseToday> {
	const today = todayOf(now);
	const start = await store.readStart([course.id]);
	const { readyBy } = readPlan(start.settings, course.id);
	const [cards, met, days, next] = await Promise.all([
		store.readDue(course.id, lastDayToRead(today, readyBy), MOST_READ),
		store.countMet(course.id, today),
		store.readDays(addDays(today, -AWAY_DAYS)),
		store.readDue(course.id, NO_END, 1)
	]);
	const unmet = Math.max(0, course.claims - (start.progress.get(course.id)?.met ?? 0));
	const newLeft = Math.max(0, Math.min(unmet, readNewADay(start.settings) - met));
	const plan = planToday({ cards, today, readyBy, newLeft, daysAway: daysAway(days, today) });
	const due = plan.reviews.length + plan.putOff;
	return {
		...plan,
		due: Math.min(due, REVIEW_CAP + 1),
		isEnough: plan.reviews.length > 0 && reviewedToday(start, course.id, days, now) >= REVIEW_CAP,
		hasNew: unmet > 0,
		nextDay: nextDayOf(next[0]?.due, today)
	};
}

function lastDayToRead(today: Day, readyBy: Day | undefined): Day {
	const isNear = readyBy !== undefined && readyBy >= today && daysBetween(today, readyBy) <= LAST_DAYS;
	return isNear ? NO_END : today;
}

/** Before today, of any course: a break is not over with the first answer. More than `AWAY_DAYS` is not told apart. */
function daysAway(days: readonly DayTotals[], today: Day): number {
	const last = days.findLast(({ day }) => day < today)?.day;
	return last === undefined ? AWAY_DAYS : Math.max(0, daysBetween(last, today));
}

/** Days are counted over all courses: another course's reviews must not use up this one's. */
function reviewedToday({ sessions }: Start, course: string, days: readonly DayTotals[], now: Now): number {
	const session: Session | undefined = sessions.get(course);
	const wasHere = session !== undefined && todayOf({ ...now, at: session.startedAt }) === todayOf(now);
	return wasHere ? (days.find(({ day }) => day === todayOf(now))?.reviews.answers ?? 0) : 0;
}

function nextDayOf(due: Day | undefined, today: Day): Day | undefined {
	return due !== undefined && due > today ? due : undefined;
}
