import type { Answer } from '#core/answer.ts';
import type { Question } from '#core/question.ts';

/** What the view of a question kind gets. It shows the fields; what they hold lives outside. */
export interface FieldProps<Q extends Question = Question> {
	readonly question: Q;
	/** Ids in the order of the screen. */
	readonly order: readonly string[];
	readonly answer: Answer;
	/** Which parts were right, once the answer is graded; the fields are then closed. */
	readonly parts?: Readonly<Record<string, boolean>> | undefined;
	/** BCP 47 tag of what the question is written in. */
	readonly language: string;
	readonly onanswer: (answer: Answer) => void;
}

/** The parts with these ids, in the order of the screen. */
export function inOrder<T extends { readonly id: string }>(
	parts: readonly T[],
	order: readonly string[]
): T[] {
	return order.flatMap((id) => parts.find((part) => part.id === id) ?? []);
}
