import type { Card } from '#core/card.ts';
import type { CourseEntry } from '#core/catalogue.ts';
import { learnerDay, type Day } from '#core/day.ts';
import {
	cardsOfCourse,
	type CourseOutline,
	type ProgressPlan,
	type ProgressRecord
} from '#core/pictures/record.ts';
import { dueFor } from '#core/today.ts';
import { Attempts } from './attempts.svelte.ts';
import { markSuspended, type MarkParts } from './claim-marks.ts';
import { readOutline } from './course-outline.ts';
import { horizonOf, readPlan } from './learner-plan.ts';
import type { Library } from './library.ts';

/** All that the pictures of progress are drawn from. */
export interface ProgressMatter {
	readonly record: ProgressRecord;
	readonly outline: CourseOutline;
	readonly plan: ProgressPlan;
	/** Milliseconds since 1970. */
	readonly readAt: number;
}

/** Before any day that a learner can have. */
const FIRST_DAY = '0000-01-01' as Day;

/** How far a learner is with one course. */
export class ProgressPage {
	/** Until it is read there is nothing to show. */
	matter = $state.raw<ProgressMatter | undefined>();
	readonly attempts = new Attempts();

	readonly #course: CourseEntry;
	readonly #parts: MarkParts & { readonly library: Library };

	constructor(course: CourseEntry, parts: MarkParts & { readonly library: Library }) {
		this.#course = course;
		this.#parts = parts;
	}

	async read(): Promise<void> {
		const read = async (): Promise<void> => {
			this.matter = await this.#readMatter();
		};
		await this.attempts.try(read, () => this.read());
	}

	/** The claim was left out, and is wanted back. */
	async askAgain(card: Card): Promise<void> {
		const isKept = await this.attempts.try(
			() => markSuspended(this.#parts, card, false),
			() => this.askAgain(card)
		);
		if (isKept) await this.read();
	}

	async #readMatter(): Promise<ProgressMatter> {
		const { store, library, stamper } = this.#parts;
		const { id } = this.#course;
		const [outline, cards, days, { settings }] = await Promise.all([
			readOutline(this.#course, library),
			store.readCourseCards(id),
			store.readDays(FIRST_DAY),
			store.readStart([])
		]);
		const { at, offset } = stamper.stamp();
		const today = learnerDay(at, offset);
		const plan = readPlan(settings, id);
		const due = countDue(cardsOfCourse(outline, cards), horizonOf(plan, today));
		return { record: { cards, days, due, today }, outline, plan, readAt: at };
	}
}

/** As the days are planned: a day to be ready by brings claims forward. */
function countDue(cards: readonly Card[], horizon: Day | undefined): ReadonlyMap<Day, number> {
	const counts = new Map<Day, number>();
	for (const card of cards) {
		const due = dueFor(card, horizon);
		if (due !== undefined) counts.set(due, (counts.get(due) ?? 0) + 1);
	}
	return counts;
}
