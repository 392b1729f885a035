import type { Exam } from './exam.svelte.ts';
import type { Tabs } from './tabs.ts';

const TICK_MILLIS = 1000;

/** Joins an exam to its page: the clock, the other tabs, and being hidden or left. Returns how to part them. */
export function liveExam(exam: Exam, tabs: Tabs): () => void {
	const ticking = setInterval(() => exam.tick(), TICK_MILLIS);
	const silence = tabs.listen((course) => void exam.follow(course));
	const onvisibility = (): void => (document.visibilityState === 'hidden' ? exam.pause() : exam.resume());
	const onpagehide = (): void => exam.pause();
	const onpageshow = (): void => exam.resume();
	document.addEventListener('visibilitychange', onvisibility);
	addEventListener('pagehide', onpagehide);
	addEventListener('pageshow', onpageshow);
	return () => {
		exam.pause();
		clearInterval(ticking);
		silence();
		document.removeEventListener('visibilitychange', onvisibility);
		removeEventListener('pagehide', onpagehide);
		removeEventListener('pageshow', onpageshow);
	};
}

/** Keeps the screen lit, where the browser can. Returns how to let it go dark again. */
export function keepAwake(): () => void {
	let isWanted = true;
	let lock: WakeLockSentinel | undefined;
	const ask = async (): Promise<void> => {
		if (!isWanted || document.visibilityState !== 'visible') return;
		// Refused when the battery is low, for one: an exam can be taken without it.
		lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
		if (!isWanted) await lock?.release();
	};
	// The browser takes the lock away from a hidden page.
	const onvisibility = (): void => void ask();
	document.addEventListener('visibilitychange', onvisibility);
	void ask();
	return () => {
		isWanted = false;
		document.removeEventListener('visibilitychange', onvisibility);
		void lock?.release().catch(() => undefined);
	};
}
