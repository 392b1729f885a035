/**
 * Runs inside the page, before its own scripts, and tells what a learner would see and when. Must stand
 * alone: it is sent to the browser as text.
 *
 * @typedef {'answerable' | 'feedback' | 'next' | 'summary'} Moment
 *
 * @typedef {object} Told
 * @property {Moment} moment
 * @property {number} seenAt when it stood in the document; milliseconds since 1970
 * @property {number} paintedAt the first frame after that
 * @property {number} millis from the navigation's start, or from the click, to `paintedAt`
 */
export function watchPage() {
	/** @type {{ moment: Moment, from: number, prompt: string } | undefined} */
	let expected = { moment: 'answerable', from: 0, prompt: '' };

	/** @param {string} selector */
	const textOf = (selector) => document.querySelector(selector)?.textContent ?? '';
	const isAnswerable = () =>
		textOf('#prompt') !== '' && document.querySelector('fieldset:not(:disabled) input:enabled') !== null;

	/**
	 * @param {string} prompt
	 * @returns {Moment | undefined}
	 */
	const momentAfter = (prompt) => {
		if (textOf('#verdict') !== '') return 'feedback';
		if (prompt !== '' && document.querySelector('#summary')) return 'summary';
		return textOf('#prompt') !== prompt && isAnswerable() ? 'next' : undefined;
	};

	const check = () => {
		if (expected === undefined) return;
		const { moment, from, prompt } = expected;
		const now = moment === 'answerable' ? (isAnswerable() ? moment : undefined) : momentAfter(prompt);
		// Behind "Next" the old feedback may stand for a while.
		const isAwaited = moment === 'next' ? now === 'next' || now === 'summary' : now === moment;
		if (now === undefined || !isAwaited) return;
		expected = undefined;
		const seen = performance.now();
		requestAnimationFrame(() => requestAnimationFrame(() => tell(now, from, seen)));
	};

	/**
	 * @param {Moment} moment
	 * @param {number} from
	 * @param {number} seen
	 */
	const tell = (moment, from, seen) => {
		const painted = performance.now();
		const told = {
			moment,
			seenAt: performance.timeOrigin + seen,
			paintedAt: performance.timeOrigin + painted,
			millis: painted - from
		};
		/** @type {{ tellBench?: (text: string) => void }} */ (globalThis).tellBench?.(JSON.stringify(told));
	};

	addEventListener(
		'click',
		({ target }) => {
			if (!(target instanceof Element) || !target.closest('button')) return;
			const isAsked = textOf('#verdict') === '' && !document.querySelector('#summary');
			const moment = isAsked ? 'feedback' : 'next';
			expected = { moment, from: performance.now(), prompt: textOf('#prompt') };
		},
		{ capture: true }
	);
	new MutationObserver(check).observe(document, { subtree: true, childList: true, characterData: true });
}
