import type { Day } from '../day.ts';
import type { DayTotals } from '../totals.ts';
import { daysFrom, mondayOf, mondaysUntil } from './week.ts';

export const TIME_WEEKS = 4;

export interface TimeSpent {
	readonly weekMillis: number;
	readonly allMillis: number;
	/** The last whole weeks from a Monday on, this week with the days that are still to come. */
	readonly days: readonly { readonly day: Day; readonly spentMillis: number }[];
}

export function sumTime(days: readonly DayTotals[], today: Day): TimeSpent {
	const monday = mondayOf(today);
	const spentByDay = new Map(days.map(({ day, spentMillis }) => [day, spentMillis]));
	return {
		weekMillis: sumSpent(days.filter(({ day }) => day >= monday && day <= today)),
		allMillis: sumSpent(days),
		days: daysFrom(mondaysUntil(today, TIME_WEEKS)[0]!, 7 * TIME_WEEKS).map((day) => ({
			day,
			spentMillis: spentByDay.get(day) ?? 0
		}))
	};
}

function sumSpent(days: readonly DayTotals[]): number {
	return days.reduce((sum, { spentMillis }) => sum + spentMillis, 0);
}
