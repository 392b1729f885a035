import { chanceOf } from '#core/chance.ts';
import type { Day } from '#core/day.ts';
import { predictRecall, predictRights } from '#core/today.ts';
import { readPracticeGround, type PlanParts } from './session-plans.ts';
import { todayOf } from './today-plan.ts';

/** What would be known of a course on a day, if nothing more were studied until then. */
export type Foresight =
	| { readonly kind: 'past' }
	| {
			readonly kind: 'ahead';
			readonly known: number;
			readonly claims: number;
			/** From 0 to 1: on a test where what is not known is guessed. */
			readonly rights: number;
	  };

/** `undefined` for whoever has not begun. */
export async function foresee(parts: PlanParts, day: Day): Promise<Foresight | undefined> {
	const { course, store, now } = parts;
	const cards = await store.readCourseCards(course.id);
	if (cards.length === 0) return undefined;
	if (day < todayOf(now)) return { kind: 'past' };
	const recall = predictRecall(cards, course.claims, day);
	const { sections } = await readPracticeGround(parts, undefined, false);
	const chances = sections.flatMap(({ questions }) => questions.map(chanceOf));
	const chance = chances.reduce((sum, each) => sum + each, 0) / Math.max(1, chances.length);
	return {
		kind: 'ahead',
		known: Math.round(recall * course.claims),
		claims: course.claims,
		rights: predictRights(recall, chance)
	};
}
