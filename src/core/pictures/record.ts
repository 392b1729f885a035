import type { Card } from '../card.ts';
import type { SectionEntry } from '../catalogue.ts';
import type { Day } from '../day.ts';
import type { Claim } from '../question.ts';
import type { DayTotals } from '../totals.ts';
import type { GoalDays } from './goal.ts';

/** What the pictures of progress are drawn from: all that the store keeps of one course, and of the days. */
export interface ProgressRecord {
	/** Of the course. */
	readonly cards: readonly Card[];
	/** Of every course, from the first day on: time spent is summed over all of them. */
	readonly days: readonly DayTotals[];
	/** How many claims are due, by day. Must reach back to the longest overdue one. */
	readonly due: ReadonlyMap<Day, number>;
	readonly today: Day;
}

/** What there is to know. */
export interface CourseOutline {
	readonly sections: readonly SectionEntry[];
	/** By section id; a section whose file is not on the device is absent, and is shown without its claims. */
	readonly claimsBySection: ReadonlyMap<string, readonly Claim[]>;
	/** BCP 47 tag of titles and claims. */
	readonly language: string;
}

/** What the learner has set out to do. */
export interface ProgressPlan {
	readonly goalDays: GoalDays;
	/** The day by which the course is to be known, where there is one. */
	readonly readyBy: Day | undefined;
}

/** Leaves out the cards of claims that are no longer in the course. */
export function cardsOfCourse(
	{ sections, claimsBySection }: Pick<CourseOutline, 'sections' | 'claimsBySection'>,
	cards: readonly Card[]
): readonly Card[] {
	const claims = new Set([...claimsBySection.values()].flat().map(({ id }) => id));
	// Where a section's claims are not at hand, its cards are believed.
	const believed = new Set(sections.map(({ id }) => id).filter((id) => !claimsBySection.has(id)));
	return cards.filter(({ claim, section }) => claims.has(claim) || believed.has(section));
}
