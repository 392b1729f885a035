import { OFTEN_FORGOTTEN, type Card } from '#core/card.ts';
import type { CourseEntry } from '#core/catalogue.ts';
import { claimKey } from '#core/question.ts';
import { Attempts } from './attempts.svelte.ts';
import { markFlagged, markSuspended, type MarkParts } from './claim-marks.ts';
import type { Library } from './library.ts';
import type { Placed } from './session-source.ts';

/** What the learner thinks of the claim and the question that were just answered. */
export class AnswerMarks {
	suspended = $state(false);
	flagged = $state(false);
	/** How often the claim was forgotten, where that is often. */
	lapses = $state.raw<number | undefined>();
	/** The section whose lesson helps then, where it has one. */
	lessonSection = $state.raw<string | undefined>();
	readonly attempts = new Attempts();

	readonly #course: CourseEntry;
	readonly #placed: Placed;
	readonly #parts: MarkParts & { readonly library: Library };

	constructor(course: CourseEntry, placed: Placed, parts: MarkParts & { readonly library: Library }) {
		this.#course = course;
		this.#placed = placed;
		this.#parts = parts;
	}

	async read(): Promise<void> {
		const key = claimKey(this.#course.id, this.#placed.claim.id);
		// Without the card there is nothing to say; a mark is set all the same.
		const cards = await this.#parts.store.readCards([key]).catch(() => new Map<string, Card>());
		const card = cards.get(key);
		if (card === undefined) return;
		this.suspended = card.suspended;
		this.flagged = card.flags.includes(this.#placed.question.id);
		const lapses = card.review?.lapses ?? 0;
		if (lapses < OFTEN_FORGOTTEN) return;
		this.lapses = lapses;
		const { sections } = await this.#parts.library.readIndex(this.#course).catch(() => ({ sections: [] }));
		const { section } = this.#placed;
		this.lessonSection = sections.find(({ id, lesson }) => id === section && lesson !== undefined)?.id;
	}

	setSuspended(suspended: boolean): Promise<unknown> {
		return this.attempts.try(
			async () => {
				await markSuspended(this.#parts, this.#ref, suspended);
				this.suspended = suspended;
			},
			() => this.setSuspended(suspended)
		);
	}

	setFlagged(flagged: boolean): Promise<unknown> {
		return this.attempts.try(
			async () => {
				await markFlagged(this.#parts, { ...this.#ref, question: this.#placed.question.id }, flagged);
				this.flagged = flagged;
			},
			() => this.setFlagged(flagged)
		);
	}

	get #ref(): { readonly course: string; readonly section: string; readonly claim: string } {
		return { course: this.#course.id, section: this.#placed.section, claim: this.#placed.claim.id };
	}
}
