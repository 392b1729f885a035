import { OFTEN_FORGOTTEN, type Card } from '../card.ts';
import type { SectionEntry } from '../catalogue.ts';
import type { Claim } from '../question.ts';
import type { CourseOutline } from './record.ts';

/** A card with what it is about. */
export interface NamedCard {
	readonly card: Card;
	readonly claim: Claim;
	readonly section: SectionEntry;
}

/** Claims that want their lesson, the worst first. What the learner has left out is not among them. */
export function findOftenForgotten(outline: CourseOutline, cards: readonly Card[]): readonly NamedCard[] {
	const often = cards.filter((card) => !card.suspended && lapsesOf(card) >= OFTEN_FORGOTTEN);
	return nameCards(outline, often).sort((a, b) => lapsesOf(b.card) - lapsesOf(a.card));
}

/** Claims that the learner has left out, in the order of the course. */
export function findSuspended(outline: CourseOutline, cards: readonly Card[]): readonly NamedCard[] {
	return nameCards(
		outline,
		cards.filter(({ suspended }) => suspended)
	);
}

export function lapsesOf({ review }: Card): number {
	return review?.lapses ?? 0;
}

/** In the order of the course. A claim that is no longer in it has no name, and cannot be asked. */
function nameCards({ sections, claimsBySection }: CourseOutline, cards: readonly Card[]): NamedCard[] {
	const cardsByClaim = new Map(cards.map((card) => [card.claim, card]));
	return sections.flatMap((section) =>
		(claimsBySection.get(section.id) ?? []).flatMap((claim) => {
			const card = cardsByClaim.get(claim.id);
			return card ? [{ card, claim, section }] : [];
		})
	);
}
