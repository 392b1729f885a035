import type { Day } from '../day.ts';
import { daysFrom } from './week.ts';

export const FORECAST_DAYS = 14;

export interface DueDay {
	readonly day: Day;
	/** Due on that day. */
	readonly due: number;
	/** Due before it and still not asked: all of that is today's. */
	readonly overdue: number;
}

/** What is planned by now, from today on. Answers given until then move claims to later days. */
export function forecastDue(due: ReadonlyMap<Day, number>, today: Day): readonly DueDay[] {
	const overdue = [...due].reduce((sum, [day, count]) => (day < today ? sum + count : sum), 0);
	return daysFrom(today, FORECAST_DAYS).map((day) => ({
		day,
		due: due.get(day) ?? 0,
		overdue: day === today ? overdue : 0
	}));
}
