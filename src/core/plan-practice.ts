import type { Card } from './card.ts';
import type { QuestionRef } from './event.ts';
import { rankByRound, SESSION_SIZE } from './plan.ts';
import {
	claimKey,
	type ClaimKind,
	type Level,
	type Question,
	type QuestionKind,
	type Section
} from './question.ts';

/** What a learner wants to practise. What is absent or empty lets everything through. */
export interface PracticeFilter {
	readonly kinds?: readonly QuestionKind[];
	readonly levels?: readonly Level[];
	readonly claimKinds?: readonly ClaimKind[];
	/** Only the questions that the learner has flagged. */
	readonly flagged?: boolean;
}

/** Before a lesson: what it will be about, and that one does not know it yet. */
export const PREVIEW_SIZE = 3;

/**
 * The questions that fit, in the order in which they are written. Claims that the learner has suspended
 * are left out.
 */
export function findPractice(
	course: string,
	sections: readonly Section[],
	cards: ReadonlyMap<string, Card>,
	filter: PracticeFilter
): readonly QuestionRef[] {
	return sections.flatMap((section) => {
		const kindOf = new Map(section.claims.map(({ id, kind }) => [id, kind]));
		return section.questions
			.filter((question) => {
				const card = cards.get(claimKey(course, question.claim));
				return card?.suspended !== true && fits(question, kindOf.get(question.claim), card, filter);
			})
			.map(({ id, claim }) => ({ section: section.id, claim, question: id }));
	});
}

/** As `planSection` has it: each claim once before any twice, the wordings seen least first. */
export function planPractice(
	course: string,
	sections: readonly Section[],
	cards: ReadonlyMap<string, Card>,
	filter: PracticeFilter,
	size = SESSION_SIZE
): readonly QuestionRef[] {
	const found = findPractice(course, sections, cards, filter).map((ref) => ({ ...ref, id: ref.question }));
	const ranked = rankByRound(found, ({ claim }) => cards.get(claimKey(course, claim)));
	const chosen = new Set(ranked.slice(0, size));
	return found
		.filter((question) => chosen.has(question))
		.map(({ section, claim, question }) => ({ section, claim, question }));
}

/**
 * Each of another claim, those that ask to remember or to understand first: who has not read yet cannot
 * apply. The answers count for nothing, so nothing depends on what the learner has done before.
 */
export function planPreview(section: Section, size = PREVIEW_SIZE): readonly QuestionRef[] {
	const isPlain = ({ level }: Question): boolean => level === 'remember' || level === 'understand';
	const { questions } = section;
	const ranked = [...questions.filter(isPlain), ...questions.filter((question) => !isPlain(question))];
	const firsts = ranked.filter(
		({ claim }, index) => ranked.findIndex((other) => other.claim === claim) === index
	);
	const chosen = new Set(firsts.slice(0, size));
	return questions
		.filter((question) => chosen.has(question))
		.map(({ id, claim }) => ({ section: section.id, claim, question: id }));
}

function fits(
	{ id, kind, level }: Question,
	claimKind: ClaimKind | undefined,
	card: Card | undefined,
	{ kinds, levels, claimKinds, flagged }: PracticeFilter
): boolean {
	return (
		allows(kinds, kind) &&
		allows(levels, level) &&
		allows(claimKinds, claimKind) &&
		(flagged !== true || card?.flags.includes(id) === true)
	);
}

function allows<T>(wanted: readonly T[] | undefined, value: T | undefined): boolean {
	return wanted === undefined || wanted.length === 0 || (value !== undefined && wanted.includes(value));
}
