/** @param {readonly number[]} numbers */
export function median(numbers) {
	return quantile(numbers, 0.5);
}

/**
 * The smallest number that as large a share is not above.
 *
 * @param {readonly number[]} numbers
 * @param {number} share
 */
export function quantile(numbers, share) {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/**
 * Of the ratios of each round: what slows the machine for a while slows both in that round.
 *
 * @param {readonly number[]} numbers
 * @param {readonly number[]} others
 */
export function medianRatio(numbers, others) {
	return median(numbers.map((number, round) => number / (others[round] ?? NaN)));
}
