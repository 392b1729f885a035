import type { Random } from '#core/shuffle.ts';

/** Box & Muller 1958. */
export function drawNormal(random: Random, mean: number, deviation: number): number {
	// Never the logarithm of nothing.
	const radius = Math.sqrt(-2 * Math.log(1 - random()));
	return mean + deviation * radius * Math.cos(2 * Math.PI * random());
}

/** `spread`: standard deviation of the logarithm. */
export function drawLogNormal(random: Random, median: number, spread: number): number {
	return median * Math.exp(drawNormal(random, 0, spread));
}

export function drawUniform(random: Random, least: number, most: number): number {
	return least + (most - least) * random();
}

/** One of them, as likely as their shares, which add up to 1. */
export function drawShare<T>(random: Random, shares: readonly (readonly [T, number])[]): T {
	let left = random();
	for (const [value, share] of shares) {
		left -= share;
		if (left < 0) return value;
	}
	return shares.at(-1)![0];
}
