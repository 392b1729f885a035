/** What a learner who has begun learns next. */

import type { Card } from './card.ts';
import type { QuestionRef } from './event.ts';
import { planSection } from './plan.ts';
import { claimKey, type Question, type Section } from './question.ts';

/** Right after a lesson: enough to see what has stayed, before it is let go. */
export const LESSON_SIZE = { fewest: 3, most: 5 } as const;

/**
 * To learn a section: claims that were never met, each once before any twice; and once there is none left, the
 * section as a whole. Fewer claims than `fewest` are asked for in further words.
 */
export function planLearning(
	course: string,
	section: Section,
	cards: ReadonlyMap<string, Card>,
	{ fewest, most }: { readonly fewest: number; readonly most: number }
): readonly QuestionRef[] {
	const isNew = ({ claim }: Question): boolean => {
		const card = cards.get(claimKey(course, claim));
		return card?.firstDay === undefined && card?.suspended !== true;
	};
	const questions = section.questions.filter(isNew);
	if (questions.length === 0) return planSection(course, section, cards, most);
	const claims = new Set(questions.map(({ claim }) => claim)).size;
	const size = Math.min(most, Math.max(fewest, claims));
	return planSection(course, { ...section, questions }, cards, size);
}

/** What a learner can still meet of a section, by its progress. */
export interface SectionOutline {
	readonly id: string;
	/** Claims that have a question. */
	readonly claims: number;
}

/**
 * The section to go on with: the first that is not met in full; when all are, the one with the smallest
 * share of right last answers.
 */
export function nextSection<S extends SectionOutline>(
	sections: readonly S[],
	progressOf: (section: string) => { readonly met: number; readonly right: number } | undefined
): S | undefined {
	const unmet = sections.find(({ id, claims }) => (progressOf(id)?.met ?? 0) < claims);
	if (unmet) return unmet;
	const share = ({ id, claims }: S): number => (progressOf(id)?.right ?? 0) / Math.max(1, claims);
	return [...sections].sort((a, b) => share(a) - share(b))[0];
}
