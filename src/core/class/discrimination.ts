/**
 * The corrected item-total correlation: Pearson's, between being right on a question (0 or 1) and the share of the
 * rest that the same learner had right. `undefined` where one of them does not vary.
 */
export function discriminate(
	learners: readonly { readonly right: boolean; readonly rest: number }[]
): number | undefined {
	const count = learners.length;
	const meanRight = learners.reduce((sum, { right }) => sum + Number(right), 0) / count;
	const meanRest = learners.reduce((sum, { rest }) => sum + rest, 0) / count;
	let [together, ofRight, ofRest] = [0, 0, 0];
	for (const { right, rest } of learners) {
		const [a, b] = [Number(right) - meanRight, rest - meanRest];
		together += a * b;
		ofRight += a * a;
		ofRest += b * b;
	}
	// Below this it is the rounding of the means that varies.
	if (ofRight < 1e-9 || ofRest < 1e-9) return undefined;
	return Math.max(-1, Math.min(1, together / Math.sqrt(ofRight * ofRest)));
}
