import type { BrowserContext, Page } from '@playwright/test';

/**
 * From the next page on, the learner's clock shows that moment and goes on from there. Only what tells the
 * time of day is moved: timers, and what taps are measured by, stay the browser's own.
 */
export async function setClock(context: BrowserContext, atMillis: number): Promise<void> {
	await context.addInitScript((shift) => {
		const real = (): number => Math.floor(performance.timeOrigin + performance.now());
		// The clock set last counts, whatever was set before it.
		Object.assign(globalThis, { clockShift: shift });
		Date.now = () => real() + (globalThis as unknown as { clockShift: number }).clockShift;
	}, atMillis - Date.now());
}

/** On a page that is open. */
export async function moveClock(page: Page, byMillis: number): Promise<void> {
	await page.evaluate((millis) => {
		const moved = globalThis as unknown as { clockShift: number };
		moved.clockShift += millis;
	}, byMillis);
}
