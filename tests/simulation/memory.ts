import type { Random } from '#core/shuffle.ts';
import { drawLogNormal, drawNormal, drawUniform } from './draws.ts';

/**
 * What a simulated learner really remembers of one claim. Neither model is the one that the schedule reckons
 * with, and their constants were set before the first run and not changed after it: a schedule that only
 * suits its own model would show here.
 */
export interface TrueMemory {
	/** From 0 to 1. `atDays`: since the beginning, in days and their parts. */
	recall(atDays: number): number;
	/** Read, or answered and told what is right. `retrieved`: it came to mind. */
	study(atDays: number, retrieved: boolean): void;
}

export type MemoryModel = (random: Random) => TrueMemory;

const DAY_SECONDS = 86_400;

/**
 * Power-law traces, one a study, each fading the faster the more was still known when it was laid down
 * (Pavlik & Anderson 2005, "Practice and forgetting effects on vocabulary memory"). Threshold, noise and the
 * slower clock between sessions are of the size published there; decay and strength are drawn for each
 * claim. After one reading, 64 in 100 claims are known a day later, 46 after a week and 34 after a month.
 */
export const makeTraceMemory: MemoryModel = (random) => {
	const THRESHOLD = -0.7;
	const NOISE = 0.255;
	const CLOCK = 0.025;
	const strength = drawNormal(random, 1, 0.5);
	const decayLeast = drawLogNormal(random, 0.18, 0.25);
	const decayScale = drawLogNormal(random, 0.22, 0.25);
	const traces: { readonly atDays: number; readonly decay: number }[] = [];
	const activation = (atDays: number): number => {
		const sum = traces.reduce((total, trace) => {
			const seconds = Math.max(1, (atDays - trace.atDays) * DAY_SECONDS * CLOCK);
			return total + seconds ** -trace.decay;
		}, 0);
		return strength + Math.log(sum);
	};
	return {
		recall: (atDays) =>
			traces.length === 0 ? 0 : 1 / (1 + Math.exp((THRESHOLD - activation(atDays)) / NOISE)),
		study: (atDays) => {
			const known = traces.length === 0 ? 0 : Math.exp(activation(atDays));
			traces.push({ atDays, decay: decayLeast + decayScale * known });
		}
	};
};

/**
 * Two strengths, each fading by halves: one that is filled at once and gone in days, and one that grows
 * slowly, the more the first has faded when the claim is met again, and the longer it then lasts (after Bjork
 * & Bjork 1992, "A new theory of disuse"). After one reading, 65 in 100 claims are known a day later, 23 after
 * a week and 14 after a month.
 */
export const makeTwoStrengthMemory: MemoryModel = (random) => {
	const FILLED = 0.9;
	const fastHalfLife = drawLogNormal(random, 1.5, 0.4);
	let slowHalfLife = drawLogNormal(random, 60, 0.5);
	const gain = drawUniform(random, 0.15, 0.45);
	const lengthening = drawUniform(random, 0.2, 0.6);
	let [fast, slow, studiedAt] = [0, 0, 0];
	const fade = (atDays: number): readonly [fast: number, slow: number] => {
		const days = Math.max(0, atDays - studiedAt);
		return [fast * 2 ** (-days / fastHalfLife), slow * 2 ** (-days / slowHalfLife)];
	};
	return {
		recall: (atDays) => {
			const [fastNow, slowNow] = fade(atDays);
			return 1 - (1 - fastNow) * (1 - slowNow);
		},
		study: (atDays, retrieved) => {
			const [fastNow, slowNow] = fade(atDays);
			// What had to be told leaves less than what was found.
			const effort = (1 - fastNow) * (retrieved ? 1 : 0.7);
			fast = fastNow + (1 - fastNow) * FILLED;
			slow = slowNow + (1 - slowNow) * gain * effort;
			if (studiedAt > 0) slowHalfLife *= 1 + lengthening * effort;
			studiedAt = atDays;
		}
	};
};

export const MEMORY_MODELS = {
	'power-law traces': makeTraceMemory,
	'two strengths': makeTwoStrengthMemory
} as const satisfies Record<string, MemoryModel>;
