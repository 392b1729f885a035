/** What the forms of the author's room say to whoever keeps the course. Paths begin at the question. */

import type { ShownProblem } from './ProblemLines.svelte';

export type Path = readonly (string | number)[];

export interface QuestionEditor {
	/** As it stands, right or not. */
	readonly value: Readonly<Record<string, unknown>>;
	/** BCP 47 tag of what is written. */
	readonly language: string;
	/** One value in the place of another; `undefined` takes it away. Typed letter by letter, it is one step. */
	readonly set: (path: Path, value: unknown, isTyped?: boolean) => void;
	readonly insert: (path: Path, index: number, value: unknown) => void;
	readonly remove: (path: Path, index: number) => void;
	readonly move: (path: Path, index: number, by: 1 | -1) => void;
	/** At the path, and within. */
	readonly problemsAt: (...path: Path) => readonly ShownProblem[];
	/** Of a part that is added. */
	readonly freeId: (stem: string, taken: readonly string[]) => string;
}

export type Part = Readonly<Record<string, unknown>>;

export function partsAt(value: unknown): readonly Part[] {
	return Array.isArray(value) ? (value as readonly Part[]) : [];
}

export function idsOf(parts: readonly Part[]): readonly string[] {
	return parts.map(({ id }) => String(id));
}
