import type { Card } from './card.ts';
import type { QuestionRef } from './event.ts';
import { SESSION_SIZE } from './plan.ts';
import type { Section } from './question.ts';
import { pickWording, type Wording } from './wording.ts';

/**
 * From cards to questions: a claim a card, in the order of the cards, each by the wording whose turn it
 * is. A claim that the course has no question for any more is left out.
 *
 * @param cards as `planToday` has chosen them
 * @param sections those that the cards stand in; more do no harm
 */
export function planReview(
	course: string,
	cards: readonly Card[],
	sections: readonly Section[]
): readonly QuestionRef[] {
	const byClaim = groupByClaim(sections);
	return cards.flatMap((card) => {
		if (card.course !== course || card.suspended) return [];
		const picked = pickWording(byClaim.get(card.claim) ?? [], card);
		return picked ? [{ section: picked.section, claim: card.claim, question: picked.id }] : [];
	});
}

/**
 * Claims whose last answer was wrong, the surest errors first: what one was sure of and is corrected in
 * stays best (Butterfield & Metcalfe 2001). Then the most recent.
 */
export function planMistakes(
	course: string,
	cards: readonly Card[],
	sections: readonly Section[],
	size = SESSION_SIZE
): readonly QuestionRef[] {
	const missed = cards
		.filter((card) => card.missed !== undefined)
		.sort((a, b) => a.missed! - b.missed! || compareRecent(a, b));
	return planReview(course, missed, sections).slice(0, size);
}

interface PlacedWording extends Wording {
	readonly section: string;
}

function groupByClaim(sections: readonly Section[]): ReadonlyMap<string, readonly PlacedWording[]> {
	const byClaim = new Map<string, PlacedWording[]>();
	for (const section of sections) {
		for (const { id, level, claim } of section.questions) {
			const wording = { id, level, section: section.id };
			const known = byClaim.get(claim);
			if (known) known.push(wording);
			else byClaim.set(claim, [wording]);
		}
	}
	return byClaim;
}

function compareRecent(a: Card, b: Card): number {
	return b.lastAt - a.lastAt || (a.lastId < b.lastId ? 1 : a.lastId > b.lastId ? -1 : 0);
}
