import type { Card } from '../card.ts';
import { correctForGuessing } from '../chance.ts';
import type { Day } from '../day.ts';
import { recallOn } from './mastery.ts';
import { cardsOfCourse, type CourseOutline } from './record.ts';

/** What should be known on a day, if nothing more is asked until then. */
export interface Readiness {
	readonly claims: number;
	/** Claims that have been reviewed, of which alone something can be foreseen. */
	readonly reviewed: number;
	/** The mean probability, from 0 to 1, that one of these is answered right; `undefined` without any. */
	readonly recall: number | undefined;
	/** Claims that should be answered right, and those of them that should be known: guesses taken off. */
	readonly right: number;
	readonly known: number;
}

/** @param chance of being right by guessing alone, from 0 to 1 */
export function foreseeReadiness(
	outline: CourseOutline,
	cards: readonly Card[],
	chance: number,
	on: Day
): Readiness {
	const recalls = cardsOfCourse(outline, cards).flatMap((card) => recallOn(card, on) ?? []);
	const right = sumOf(recalls);
	const known = sumOf(recalls.map((recall) => correctForGuessing(recall, 1, chance) ?? 0));
	const claims = sumOf(outline.sections.map((section) => section.claims));
	const reviewed = recalls.length;
	return { claims, reviewed, recall: reviewed === 0 ? undefined : right / reviewed, right, known };
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}
