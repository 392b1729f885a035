import { timesSeen, type Card } from './card.ts';
import type { QuestionRef } from './event.ts';
import { claimKey, type Question, type Section } from './question.ts';

/** Five minutes at most: a session is to end before the bus comes. */
export const SESSION_SIZE = 10;

/**
 * The questions of one session on a section: each claim once before any twice, then the wordings seen
 * least, then the claims met least. They are asked in the order in which they were written, which is the
 * order of the argument. Claims that the learner has suspended are left out, unless nothing else is there:
 * who asks for the section gets it.
 */
export function planSection(
	course: string,
	section: Section,
	cards: ReadonlyMap<string, Card>,
	size = SESSION_SIZE
): readonly QuestionRef[] {
	const cardOf = ({ claim }: Question): Card | undefined => cards.get(claimKey(course, claim));
	const wanted = section.questions.filter((question) => cardOf(question)?.suspended !== true);
	const ranked = rankByRound(wanted.length > 0 ? wanted : section.questions, cardOf);
	const chosen = new Set(ranked.slice(0, size));
	return section.questions
		.filter((question) => chosen.has(question))
		.map(({ id, claim }) => ({ section: section.id, claim, question: id }));
}

/** Round n holds each claim's n-th question, the wordings seen least coming first. */
export function rankByRound<Q extends Pick<Question, 'id' | 'claim'>>(
	questions: readonly Q[],
	cardOf: (question: Q) => Card | undefined
): readonly Q[] {
	const rounds = new Map<string, number>();
	return questions
		.map((question) => {
			const card = cardOf(question);
			return { question, seen: timesSeen(card, question.id), answers: card?.answers ?? 0 };
		})
		.sort((a, b) => a.seen - b.seen)
		.map((ranked) => {
			const round = rounds.get(ranked.question.claim) ?? 0;
			rounds.set(ranked.question.claim, round + 1);
			return { ...ranked, round };
		})
		.sort((a, b) => a.round - b.round || a.seen - b.seen || a.answers - b.answers)
		.map(({ question }) => question);
}
