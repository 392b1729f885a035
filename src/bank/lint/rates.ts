/** Whether something happens more or less often than chance would have it. */

/**
 * Exact, also where chances differ: the distribution of a sum of independent trials (Poisson binomial).
 *
 * @param chances of each trial, by chance alone
 * @returns the lowest and highest count within the central 95 %
 */
export function expectedInterval(chances: readonly number[]): readonly [number, number] {
	const shares = distribute(chances);
	let low = 0;
	for (let sum = shares[0]!; sum < TAIL; sum += shares[low]!) low++;
	let high = shares.length - 1;
	for (let sum = shares[high]!; sum < TAIL; sum += shares[high]!) high--;
	return [low, high];
}

const TAIL = 0.025;

/** The chance of each count from 0 to all. */
function distribute(chances: readonly number[]): readonly number[] {
	const shares = [1];
	for (const chance of chances) {
		shares.push(0);
		for (let count = shares.length - 1; count > 0; count--)
			shares[count] = shares[count]! * (1 - chance) + shares[count - 1]! * chance;
		shares[0] = shares[0]! * (1 - chance);
	}
	return shares;
}

/** "found 19 of 20 (5 to 12 would be chance)", or `undefined` where it may be chance. */
export function sayOddRate(found: number, chances: readonly number[]): string | undefined {
	const [low, high] = expectedInterval(chances);
	if (found >= low && found <= high) return undefined;
	return `${found} of ${chances.length}, where chance gives ${low} to ${high}`;
}
