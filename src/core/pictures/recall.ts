import { addDays, type Day } from '../day.ts';
import type { DayTotals } from '../totals.ts';
import { ENOUGH_ANSWERS, shareKnown, shareRight, sumTallies } from './tally.ts';
import { mondaysUntil } from './week.ts';

export const RECALL_WEEKS = 12;

/** What was still known when it was due. Shares are from 0 to 1. */
export interface Recall {
	readonly answers: number;
	/** `undefined` without answers. */
	readonly right: number | undefined;
	/** Corrected for guessing; `undefined` where guessing explains it all. */
	readonly known: number | undefined;
	/** Whether there are enough answers for the share to mean something. */
	readonly isEnough: boolean;
}

export interface WeekRecall extends Recall {
	readonly monday: Day;
}

/** The last weeks in order, this one being the last. */
export function recallByWeek(days: readonly DayTotals[], today: Day): readonly WeekRecall[] {
	return mondaysUntil(today, RECALL_WEEKS).map((monday) => ({
		monday,
		...measureRecall(days.filter(({ day }) => day >= monday && day < addDays(monday, 7)))
	}));
}

/** Over the same weeks. */
export function recentRecall(days: readonly DayTotals[], today: Day): Recall {
	const first = mondaysUntil(today, RECALL_WEEKS)[0]!;
	return measureRecall(days.filter(({ day }) => day >= first));
}

function measureRecall(days: readonly DayTotals[]): Recall {
	const tally = sumTallies(days.map(({ reviews }) => reviews));
	const isEnough = tally.answers >= ENOUGH_ANSWERS;
	return { answers: tally.answers, right: shareRight(tally), known: shareKnown(tally), isEnough };
}
