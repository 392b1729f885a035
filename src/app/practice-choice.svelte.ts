import type { CourseEntry } from '#core/catalogue.ts';
import type { PracticeFilter } from '#core/plan-practice.ts';
import { StoreError, type LearnerStore } from '#storage/store.ts';
import { LibraryError, type Library } from './library.ts';
import { makePracticeQuery } from './practice-filter.ts';
import type { Stamper } from './stamper.ts';

export type PracticeWish = PracticeFilter & { readonly section?: string | undefined };

/** What a learner chooses to practise, and how many questions fit. */
export class PracticeChoice {
	wish = $state.raw<PracticeWish>({});
	/** `isCut` where there may be more. */
	fit = $state.raw<{ readonly count: number; readonly isCut: boolean } | undefined>();

	readonly #course: CourseEntry;
	readonly #parts: { readonly library: Library; readonly store: LearnerStore; readonly stamper: Stamper };

	constructor(
		course: CourseEntry,
		parts: { readonly library: Library; readonly store: LearnerStore; readonly stamper: Stamper }
	) {
		this.#course = course;
		this.#parts = parts;
	}

	async choose(change: PracticeWish): Promise<void> {
		const wish = { ...this.wish, ...change };
		this.wish = wish;
		try {
			const { countPractice, readPracticeGround } = await import('./session-plans.ts');
			const parts = { ...this.#parts, course: this.#course, now: this.#parts.stamper.stamp() };
			const ground = await readPracticeGround(parts, wish.section, wish.flagged === true);
			const count = countPractice(this.#course.id, ground, wish);
			// What was chosen in the meantime counts for itself.
			if (wish === this.wish) this.fit = { count, isCut: ground.isCut };
		} catch (error) {
			if (!(error instanceof StoreError || error instanceof LibraryError)) throw error;
			// Not counted, it can be tried: the questions page says what is wrong.
			if (wish === this.wish) this.fit = undefined;
		}
	}

	get query(): URLSearchParams {
		const query = makePracticeQuery(this.wish);
		query.set('mode', 'practice');
		if (this.wish.section !== undefined) query.set('section', this.wish.section);
		return query;
	}
}
