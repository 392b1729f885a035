/** Reads all that is kept, makes anew what is derived, and says whether it was as it should be. */

import type { EventId } from '#core/event.ts';
import type { LearnerState } from '#core/fold.ts';
import { readEvent } from '#core/read-event.ts';
import type { LearnerStore } from '#storage/store.ts';

export interface DataCheck {
	/** By kind; those that this Grasp cannot read stand under `later`. */
	readonly events: Readonly<Record<string, number>>;
	readonly total: number;
	/** Derived tables that were not what their events say; they are now. */
	readonly mended: readonly (keyof LearnerState)[];
	readonly counts: Readonly<Record<keyof LearnerState, number>>;
}

const PAGE = 1000;

/** Rejects with a `StoreError`. */
export async function checkData(
	store: LearnerStore,
	onprogress: (done: number, total: number) => void
): Promise<DataCheck> {
	const all = await store.countEvents();
	const events: Record<string, number> = {};
	let total = 0;
	for (let after: EventId | undefined; ;) {
		const page = (await store.readEvents(after, PAGE)) as readonly { readonly id: EventId }[];
		for (const stored of page) {
			const kind = readEvent(stored)?.kind ?? 'later';
			events[kind] = (events[kind] ?? 0) + 1;
		}
		total += page.length;
		onprogress(total, all);
		after = page.at(-1)?.id;
		if (page.length < PAGE) break;
	}
	const before = await store.readState();
	await store.rebuild();
	const now = await store.readState();
	const names = Object.keys(now) as (keyof LearnerState)[];
	return {
		...{ events, total },
		mended: names.filter((name) => !isEqual(before[name], now[name])),
		counts: Object.fromEntries(names.map((name) => [name, now[name].size])) as DataCheck['counts']
	};
}

function isEqual(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
	return a.size === b.size && [...a].every(([key, value]) => sorted(value) === sorted(b.get(key)));
}

/** Two records that say the same may have their fields in another order. */
function sorted(value: unknown): string {
	return JSON.stringify(value, (_, member: unknown) =>
		typeof member === 'object' && member !== null && !Array.isArray(member)
			? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
			: member
	);
}
