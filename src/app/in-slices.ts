/** Half a frame: what is left of it is the screen's. */
const SLICE_MILLIS = 8;

/**
 * Does long work bit by bit, so that the screen stays alive. Rejects with the signal's reason once it is given up.
 *
 * @param onpart hears each value on the way, at most once a slice
 */
export async function runInSlices<T, R>(
	work: Generator<T, R>,
	onpart: (part: T) => void,
	signal: AbortSignal
): Promise<R> {
	for (;;) {
		const until = performance.now() + SLICE_MILLIS;
		let step = work.next();
		while (!step.done && performance.now() < until) step = work.next();
		if (step.done) return step.value;
		onpart(step.value);
		await new Promise((resume) => setTimeout(resume));
		signal.throwIfAborted();
	}
}
