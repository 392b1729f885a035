import type { Question, QuestionKind } from './question.ts';

/** What a learner gave. Raw, so that later rules can be replayed over it. */
export type Answer =
	| { readonly kind: 'choice'; readonly options: readonly string[] }
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'gaps'; readonly gaps: Readonly<Record<string, string>> }
	| { readonly kind: 'pairs'; readonly pairs: Readonly<Record<string, string>> }
	| { readonly kind: 'order'; readonly ids: readonly string[] }
	| { readonly kind: 'unknown' };

export type AnswerKind = Answer['kind'];
export type AnswerOf<K extends AnswerKind> = Extract<Answer, { kind: K }>;

/** "I don't know": an honest answer, worth nothing. */
export const UNKNOWN: Answer = { kind: 'unknown' };

/** The learner's own word, given with the answer; absent where it was not asked. */
export const CERTAINTIES = ['guess', 'think-so', 'sure'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** The shape of answer that each kind of question takes. */
export const ANSWER_KINDS = {
	'single-choice': 'choice',
	'multiple-choice': 'choice',
	'true-false': 'choice',
	numeric: 'text',
	'short-text': 'text',
	cloze: 'gaps',
	matching: 'pairs',
	ordering: 'order',
	categorise: 'pairs',
	estimate: 'text'
} as const satisfies Record<QuestionKind, AnswerKind>;

/**
 * What the fields hold before the learner has touched them. `order` is the order on the screen: an
 * ordering starts from it.
 */
export function emptyAnswer(question: Question, order: readonly string[]): Answer {
	switch (ANSWER_KINDS[question.kind]) {
		case 'choice':
			return { kind: 'choice', options: [] };
		case 'text':
			return { kind: 'text', text: '' };
		case 'gaps':
			return { kind: 'gaps', gaps: {} };
		case 'pairs':
			return { kind: 'pairs', pairs: {} };
		case 'order':
			return { kind: 'order', ids: order };
	}
}

/** The same steps with one of them a place up (-1) or down (1); at the end of the row nothing moves. */
export function moveStep(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
	const from = ids.indexOf(id);
	const to = from + by;
	if (from === -1 || to < 0 || to >= ids.length) return ids;
	const moved = [...ids];
	[moved[from], moved[to]] = [moved[to]!, moved[from]!];
	return moved;
}

/** A digit key chooses the option at that place: alone, or, where several fit, in or out. */
export function pickByDigit(
	question: Question,
	order: readonly string[],
	answer: Answer,
	digit: number
): Answer {
	const id = order[digit - 1];
	if (id === undefined || answer.kind !== 'choice') return answer;
	if (question.kind !== 'multiple-choice') return { kind: 'choice', options: [id] };
	const others = answer.options.filter((chosen) => chosen !== id);
	return { kind: 'choice', options: others.length === answer.options.length ? [...others, id] : others };
}
