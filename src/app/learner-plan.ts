import type { Day } from '#core/day.ts';
import { GOAL_DAYS, type GoalDays } from '#core/pictures/goal.ts';
import type { ProgressPlan } from '#core/pictures/record.ts';

export const WEEKLY_GOAL = 'weekly-goal-days';
const USUAL_GOAL: GoalDays = 4;

/** The setting that holds the day by which the course is to be known. */
export function readyBySetting(course: string): string {
	return `ready-by/${course}`;
}

/** Settings come from a disk, or from a backup that anybody can write: what is no plan is none. */
export function readPlan(settings: ReadonlyMap<string, unknown>, course: string): ProgressPlan {
	const goal = settings.get(WEEKLY_GOAL);
	return {
		goalDays: GOAL_DAYS.find((days) => days === goal) ?? USUAL_GOAL,
		readyBy: readDay(settings.get(readyBySetting(course)))
	};
}

/** The day to plan for: one that is past counts no more. */
export function horizonOf({ readyBy }: ProgressPlan, today: Day): Day | undefined {
	return readyBy !== undefined && readyBy >= today ? readyBy : undefined;
}

function readDay(value: unknown): Day | undefined {
	if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return undefined;
	return Number.isNaN(Date.parse(value)) ? undefined : (value as Day);
}
