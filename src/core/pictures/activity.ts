import { addDays, type Day } from '../day.ts';
import { SESSION_SIZE } from '../plan.ts';
import type { DayTotals } from '../totals.ts';
import { daysFrom, mondaysUntil } from './week.ts';

/** A year in whole weeks, cut into quarters that fit beside or below one another. */
const QUARTERS = 4;
const QUARTER_WEEKS = 13;

/** Answers from which on a day's mark grows: some, a session, two of them, four of them. */
export const MARK_STEPS = [1, SESSION_SIZE, 2 * SESSION_SIZE, 4 * SESSION_SIZE] as const;

export interface ActiveDay {
	readonly day: Day;
	readonly answers: number;
	/** 0 without answers; otherwise how many of `MARK_STEPS` are reached. */
	readonly mark: number;
}

export interface ActiveWeek {
	readonly monday: Day;
	/** From Monday on; days that are still to come are absent. */
	readonly days: readonly ActiveDay[];
	readonly studiedDays: number;
	readonly answers: number;
}

/** Four quarters of thirteen weeks, in order, this week being the last. */
export function activityOfYear(days: readonly DayTotals[], today: Day): readonly (readonly ActiveWeek[])[] {
	const answersByDay = new Map(days.map(({ day, answers }) => [day, answers]));
	const weeks = mondaysUntil(today, QUARTERS * QUARTER_WEEKS).map((monday) =>
		describeWeek(monday, today, answersByDay)
	);
	return Array.from({ length: QUARTERS }, (_, quarter) =>
		weeks.slice(quarter * QUARTER_WEEKS, (quarter + 1) * QUARTER_WEEKS)
	);
}

/** The first and the last day that a quarter shows. */
export function spanOf(weeks: readonly ActiveWeek[]): { readonly from: Day; readonly to: Day } {
	const last = weeks.at(-1)!;
	return { from: weeks[0]!.monday, to: last.days.at(-1)?.day ?? addDays(last.monday, 6) };
}

function describeWeek(monday: Day, today: Day, answersByDay: ReadonlyMap<Day, number>): ActiveWeek {
	const days = daysFrom(monday, 7)
		.filter((day) => day <= today)
		.map((day) => {
			const answers = answersByDay.get(day) ?? 0;
			return { day, answers, mark: MARK_STEPS.filter((step) => answers >= step).length };
		});
	return {
		monday,
		days,
		studiedDays: days.filter(({ answers }) => answers > 0).length,
		answers: days.reduce((sum, { answers }) => sum + answers, 0)
	};
}
