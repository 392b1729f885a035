import type { EditPath } from '#core/edit.ts';
import type { Question } from '#core/question.ts';
import { freeId } from './new-parts.ts';
import type { QuestionReading } from './question-problems.ts';
import type { Writing } from './writing.svelte.ts';

/** One question of the course, as its form reads and changes it. Paths begin at the question. */
export function editQuestion(
	writing: Writing,
	{ file, index }: { readonly file: string; readonly index: number },
	question: Question,
	reading: QuestionReading
) {
	const { workshop } = writing;
	const at = (path: EditPath): EditPath => ['questions', index, ...path];
	return {
		value: question as unknown as Readonly<Record<string, unknown>>,
		language: writing.language,
		set: (path: EditPath, value: unknown, isTyped?: boolean) =>
			workshop.set(file, at(path), value, isTyped ? `${file}/${at(path).join('/')}` : undefined),
		insert: (path: EditPath, place: number, value: unknown) => workshop.insert(file, at(path), place, value),
		remove: (path: EditPath, place: number) => workshop.remove(file, at(path), place),
		move: (path: EditPath, place: number, by: 1 | -1) => workshop.move(file, at(path), place, by),
		problemsAt: (...path: EditPath) => writing.problemsOf(reading, ...path),
		freeId: (stem: string, taken: readonly string[]) => freeId(stem, new Set(taken))
	};
}
