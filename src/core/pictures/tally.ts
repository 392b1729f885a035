import { correctForGuessing } from '../chance.ts';
import { NO_TALLY, type DayTotals, type Tally } from '../totals.ts';

/** Below so many answers a share says more about luck than about the learner. */
export const ENOUGH_ANSWERS = 10;

/** `Tally.chances` counts in parts of this. */
const WHOLE_CHANCE = 10_000;

export function sumTallies(tallies: readonly Tally[]): Tally {
	return tallies.reduce(
		(sum, { answers, rights, chances }) => ({
			answers: sum.answers + answers,
			rights: sum.rights + rights,
			chances: sum.chances + chances
		}),
		NO_TALLY
	);
}

/** From 0 to 1; `undefined` without answers. */
export function shareRight({ answers, rights }: Tally): number | undefined {
	return answers === 0 ? undefined : rights / answers;
}

/** The share known, from 0 to 1; `undefined` where guessing explains every right answer. */
export function shareKnown({ answers, rights, chances }: Tally): number | undefined {
	return correctForGuessing(rights, answers, chances / WHOLE_CHANCE);
}

/** How likely one of these answers was right by guessing alone, from 0 to 1; 0 without answers. */
export function meanChance({ answers, chances }: Tally): number {
	return answers === 0 ? 0 : chances / WHOLE_CHANCE / answers;
}

/**
 * How likely a question is answered right by guessing alone, as far as this learner's days tell: by the
 * reviews; before there are any, by all answers given with a certainty.
 */
export function usualChance(days: readonly DayTotals[]): number {
	const reviews = sumTallies(days.map((day) => day.reviews));
	if (reviews.answers > 0) return meanChance(reviews);
	return meanChance(sumTallies(days.flatMap(({ certainties }) => Object.values(certainties))));
}
