import type { Card } from '../card.ts';
import type { SectionEntry } from '../catalogue.ts';
import { daysBetween, type Day } from '../day.ts';
import type { Claim } from '../question.ts';
import { recallAfter, WISHED_RECALL } from '../schedule.ts';
import type { CourseOutline } from './record.ts';

/** How well a claim is known. In the order in which a bar shows them. */
export const MASTERIES = ['held', 'learning', 'not-met'] as const;
export type Mastery = (typeof MASTERIES)[number];

/** Known once may be luck. */
const REVIEWS_TO_HOLD = 2;

/** How many claims are known how well. */
export type MasteryCount = Readonly<Record<Mastery, number>>;

export interface ClaimMastery {
	readonly claim: Claim;
	readonly mastery: Mastery;
	/** The probability that it is known today, from 0 to 1; absent where it was never reviewed, and on the day of a review. */
	readonly recall?: number;
}

export interface SectionMastery {
	readonly section: SectionEntry;
	readonly count: MasteryCount;
	/** Empty where the section's claims are not at hand. */
	readonly claims: readonly ClaimMastery[];
}

/**
 * Held: reviewed at least twice, and more likely than the schedule promises to be known today. What was
 * forgotten at its last review is not held, though it has just been read.
 */
export function masteryOf(card: Card | undefined, today: Day): Mastery {
	if (card === undefined || card.answers === 0) return 'not-met';
	const { review } = card;
	const isHeld =
		review !== undefined &&
		review.count >= REVIEWS_TO_HOLD &&
		review.lastGrade !== 'again' &&
		recallOn(card, today)! >= WISHED_RECALL;
	return isHeld ? 'held' : 'learning';
}

/** The probability that the claim is known on that day, from 0 to 1, if nothing is asked until then. */
export function recallOn({ review }: Card, day: Day): number | undefined {
	return review && recallAfter(review.memory, daysBetween(review.day, day));
}

export function masteryBySection(
	{ sections, claimsBySection }: Pick<CourseOutline, 'sections' | 'claimsBySection'>,
	cards: readonly Card[],
	today: Day
): readonly SectionMastery[] {
	const cardsByClaim = new Map(cards.map((card) => [card.claim, card]));
	return sections.map((section) => {
		const claims = claimsBySection.get(section.id);
		if (claims === undefined) {
			const met = cards.filter((card) => card.section === section.id);
			return { section, claims: [], count: countMasteries(section, met, today) };
		}
		// By claim, not by the card's section: a claim can have moved since it was answered.
		const met = claims.flatMap(({ id }) => cardsByClaim.get(id) ?? []);
		return {
			section,
			count: countMasteries(section, met, today),
			claims: claims.map((claim) => describeClaim(claim, cardsByClaim.get(claim.id), today))
		};
	});
}

export function sumMasteries(counts: readonly MasteryCount[]): MasteryCount {
	return {
		held: counts.reduce((sum, { held }) => sum + held, 0),
		learning: counts.reduce((sum, { learning }) => sum + learning, 0),
		'not-met': counts.reduce((sum, count) => sum + count['not-met'], 0)
	};
}

function countMasteries({ claims }: SectionEntry, cards: readonly Card[], today: Day): MasteryCount {
	const masteries = cards.map((card) => masteryOf(card, today));
	const held = masteries.filter((mastery) => mastery === 'held').length;
	const learning = masteries.filter((mastery) => mastery === 'learning').length;
	return { held, learning, 'not-met': Math.max(0, claims - held - learning) };
}

function describeClaim(claim: Claim, card: Card | undefined, today: Day): ClaimMastery {
	const recall = card?.review?.day === today ? undefined : card && recallOn(card, today);
	return { claim, mastery: masteryOf(card, today), ...(recall !== undefined && { recall }) };
}
