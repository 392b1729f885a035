import { CERTAINTIES, type Certainty } from '../answer.ts';
import type { DayTotals } from '../totals.ts';
import { ENOUGH_ANSWERS, meanChance, sumTallies } from './tally.ts';

/** How often answers given with that certainty were right. Shares are from 0 to 1. */
export interface Calibration {
	readonly certainty: Certainty;
	readonly answers: number;
	readonly rights: number;
	/** `undefined` below `ENOUGH_ANSWERS`: too few to say. */
	readonly right: Estimate | undefined;
	/** What guessing alone would have given. */
	readonly chance: number;
}

export interface Estimate {
	readonly share: number;
	/** The ends of the 95 % interval. */
	readonly low: number;
	readonly high: number;
}

export function calibrate(days: readonly DayTotals[]): readonly Calibration[] {
	return CERTAINTIES.map((certainty) => {
		const tally = sumTallies(days.map(({ certainties }) => certainties[certainty]));
		const { answers, rights } = tally;
		const right = answers < ENOUGH_ANSWERS ? undefined : estimateShare(rights, answers);
		return { certainty, answers, rights, right, chance: meanChance(tally) };
	});
}

/** Of the normal distribution: 95 % lie within so many standard deviations. */
const Z_95 = 1.959_963_984_540_054;

/**
 * The score interval, which stays within 0 and 1 and holds for few answers too (Wilson 1927, "Probable
 * inference, the law of succession, and statistical inference"). `answers` must be above 0.
 */
export function estimateShare(rights: number, answers: number): Estimate {
	const share = rights / answers;
	const weight = Z_95 ** 2 / answers;
	const middle = (share + weight / 2) / (1 + weight);
	const reach = (Z_95 / (1 + weight)) * Math.sqrt((share * (1 - share)) / answers + weight / (4 * answers));
	return { share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
