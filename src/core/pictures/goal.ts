import type { Day } from '../day.ts';
import type { DayTotals } from '../totals.ts';
import { daysFrom, mondayOf } from './week.ts';

/** How many days a week a learner can set out to study. */
export const GOAL_DAYS = [3, 4, 5, 6, 7] as const;
export type GoalDays = (typeof GOAL_DAYS)[number];

export interface GoalDay {
	readonly day: Day;
	readonly answers: number;
	/** A day that is still to come, or today without an answer yet. */
	readonly isOpen: boolean;
}

export interface WeeklyGoal {
	readonly goal: GoalDays;
	/** Monday to Sunday. */
	readonly days: readonly GoalDay[];
	/** Days with an answer. */
	readonly studied: number;
	/** `past`: the days that are left of the week no longer suffice. The next one begins afresh. */
	readonly state: 'reached' | 'open' | 'past';
}

export function weighGoal(days: readonly DayTotals[], today: Day, goal: GoalDays): WeeklyGoal {
	const answersByDay = new Map(days.map(({ day, answers }) => [day, answers]));
	const week = daysFrom(mondayOf(today), 7).map((day) => {
		const answers = answersByDay.get(day) ?? 0;
		return { day, answers, isOpen: answers === 0 && day >= today };
	});
	const studied = week.filter(({ answers }) => answers > 0).length;
	const open = week.filter(({ isOpen }) => isOpen).length;
	const state = studied >= goal ? 'reached' : studied + open >= goal ? 'open' : 'past';
	return { goal, days: week, studied, state };
}
