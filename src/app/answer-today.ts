import type { Card } from '#core/card.ts';
import { learnerDay } from '#core/day.ts';
import { claimKey } from '#core/question.ts';
import type { LearnerStore } from '#storage/store.ts';
import type { Placed } from './session-source.ts';
import type { Stamper } from './stamper.ts';

/** Of these claims, those whose answer of today has moved their card already: a second one does not. */
export async function readMovedToday(
	course: string,
	placed: readonly Placed[],
	{ store, stamper }: { readonly store: LearnerStore; readonly stamper: Stamper }
): Promise<readonly string[]> {
	const keys = new Set(placed.map(({ claim }) => claimKey(course, claim.id)));
	const cards = await store.readCards([...keys]);
	const { at, offset } = stamper.stamp();
	const today = learnerDay(at, offset);
	const hasMoved = ({ review }: Card): boolean => review !== undefined && review.day >= today;
	return [...cards.values()].filter(hasMoved).map(({ claim }) => claim);
}
