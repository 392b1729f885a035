/** How well one does by luck alone. A distribution is a list: the probability of 0, 1, 2 … hits. */

export type Distribution = readonly number[];

export const NO_HIT: Distribution = [1];

/**
 * Hits when `picks` of `options` are drawn at random and `keys` of them are right: hypergeometric
 * (Feller, "An Introduction to Probability Theory and Its Applications" I, II.6). One pick and one key make
 * it a single trial with the chance 1/options.
 */
export function drawAtRandom(options: number, keys: number, picks: number): Distribution {
	const ways = choose(options, picks);
	return Array.from(
		{ length: Math.min(keys, picks) + 1 },
		(_, hits) => (choose(keys, hits) * choose(options - keys, picks - hits)) / ways
	);
}

/**
 * Of a sum of independent draws: exact, by convolution, one draw after the other. For single trials it is the
 * Poisson binomial distribution (Hong 2013, Computational Statistics & Data Analysis 59, 41–51, names
 * the ways to compute it).
 */
export function addDraw(sum: Distribution, draw: Distribution): Distribution {
	const result = Array.from({ length: sum.length + draw.length - 1 }, () => 0);
	for (const [before, p] of sum.entries())
		for (const [hits, q] of draw.entries()) result[before + hits]! += p * q;
	return result;
}

export function meanOf(distribution: Distribution): number {
	return distribution.reduce((sum, p, hits) => sum + p * hits, 0);
}

/** Outside lie at most `1 - share` of the probability, half of that on either side. */
export function centralInterval(distribution: Distribution, share: number): readonly [number, number] {
	const tail = (1 - share) / 2;
	return [
		firstAbove(distribution, tail),
		distribution.length - 1 - firstAbove([...distribution].reverse(), tail)
	];
}

function firstAbove(distribution: Distribution, tail: number): number {
	let sum = 0;
	for (const [hits, p] of distribution.entries()) {
		sum += p;
		// A hair of room for rounding.
		if (sum > tail + 1e-12) return hits;
	}
	return distribution.length - 1;
}

function choose(n: number, k: number): number {
	if (k < 0 || k > n) return 0;
	let ways = 1;
	for (let taken = 1; taken <= k; taken++) ways = (ways * (n - k + taken)) / taken;
	return Math.round(ways);
}
