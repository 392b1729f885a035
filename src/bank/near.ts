/** A near word is looked for in the first so many mistakes of a sort: among many ids it is dear. */
export const MAX_HINTS = 100;

/** The word that was probably meant, or `undefined` where none is near. */
export function findNear(word: string, known: Iterable<string>): string | undefined {
	let best: string | undefined;
	// A third of the signs may differ, so that short words do not match just anything.
	let least = Math.max(1, Math.floor(word.length / 3)) + 1;
	for (const candidate of known) {
		if (Math.abs(candidate.length - word.length) >= least) continue;
		const distance = measureDistance(word.toLowerCase(), candidate.toLowerCase());
		if (distance < least) [best, least] = [candidate, distance];
	}
	return best;
}

/** " (did you mean …?)", or nothing. */
export function makeHint(word: string, known: Iterable<string>): string {
	const near = findNear(word.slice(0, 60), known);
	return near === undefined ? '' : `; did you mean "${near}"?`;
}

/** Edits between two words: insert, delete, replace, swap of neighbours (optimal string alignment). */
function measureDistance(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				edits = Math.min(edits, beforeLast[j - 2]! + 1);
			}
			row.push(edits);
		}
		[beforeLast, last] = [last, row];
	}
	return last[b.length]!;
}
