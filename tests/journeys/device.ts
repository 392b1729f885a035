import { expect, type Page } from '@playwright/test';
import type { Card } from '#core/card.ts';
import type { Answered, LearnerEvent } from '#core/event.ts';
import type { Session } from '#core/session.ts';
import type { DayTotals, Progress } from '#core/totals.ts';
import { searchFilesOf } from './bank.ts';
import { SITES, type SiteName } from './sites.ts';

/** Everything the device keeps of a learner, read past the app. */
export interface Kept {
	readonly events: readonly LearnerEvent[];
	readonly cards: readonly Card[];
	readonly days: readonly DayTotals[];
	readonly sessions: readonly Session[];
	readonly progress: readonly Progress[];
	readonly settings: readonly { readonly name: string; readonly value: unknown }[];
}

export async function readKept(page: Page): Promise<Kept> {
	return page.evaluate(async () => {
		const kept = { events: [], cards: [], days: [], sessions: [], progress: [], settings: [] };
		// Must not be made by looking: an empty database would be taken for ours.
		const known = await indexedDB.databases();
		if (!known.some(({ name }) => name === 'grasp')) return kept;
		const finish = <T>(request: IDBRequest<T>): Promise<T> =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const database = await finish(indexedDB.open('grasp'));
		const names = Object.keys(kept) as (keyof typeof kept)[];
		const transaction = database.transaction(names);
		for (const name of names) kept[name] = (await finish(transaction.objectStore(name).getAll())) as never[];
		database.close();
		return kept;
	});
}

export async function readAnswers(page: Page): Promise<readonly Answered[]> {
	const { events } = await readKept(page);
	return events.filter((event) => event.kind === 'answered');
}

/** Until the site is on this device and its worker answers for it. */
export async function waitForWorker(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const { active } = await navigator.serviceWorker.ready;
		while (active!.state !== 'activated' || !navigator.serviceWorker.controller) {
			await new Promise((later) => setTimeout(later, 20));
		}
	});
}

/** Until what the worker fetches in an idle moment is on this device as well. */
export async function waitForRest(page: Page, site: SiteName): Promise<void> {
	const paths = searchFilesOf(site).map((file) => `${SITES[site].base}/${file}`);
	const countKept = (): Promise<number> =>
		page.evaluate(async (wanted) => {
			const kept = await Promise.all(wanted.map((path) => caches.match(path)));
			return kept.filter((response) => response !== undefined).length;
		}, paths);
	await expect.poll(countKept).toBe(paths.length);
}
