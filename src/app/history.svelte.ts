import type { Card } from '#core/card.ts';
import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import { tellHistory, type Happening } from '#core/claim-history.ts';
import { learnerDay, type Day } from '#core/day.ts';
import { claimKey, type Claim, type Question } from '#core/question.ts';
import { dueFor } from '#core/today.ts';
import { Attempts } from './attempts.svelte.ts';
import { markFlagged, markSuspended, type MarkParts } from './claim-marks.ts';
import { horizonOf, readPlan } from './learner-plan.ts';
import type { Library } from './library.ts';

/** One claim, and all that a learner has had to do with it. */
export interface ClaimHistory {
	readonly claim: Claim;
	readonly section: SectionEntry;
	/** Those that ask for the claim. */
	readonly questions: readonly Question[];
	/** Absent where nothing has happened yet. */
	readonly card: Card | undefined;
	/** The day from which on it is asked again; absent where it is not. */
	readonly due: Day | undefined;
	readonly today: Day;
	/** The latest first. */
	readonly happenings: readonly Happening[];
}

export class HistoryPage {
	history = $state.raw<ClaimHistory | undefined>();
	/** The course has no such claim. */
	isGone = $state(false);
	readonly attempts = new Attempts();

	readonly #course: CourseEntry;
	readonly #parts: MarkParts & { readonly library: Library };

	constructor(course: CourseEntry, parts: MarkParts & { readonly library: Library }) {
		this.#course = course;
		this.#parts = parts;
	}

	async read(claim: string): Promise<void> {
		const read = async (): Promise<void> => {
			this.history = await this.#readHistory(claim);
			this.isGone = this.history === undefined;
		};
		await this.attempts.try(read, () => this.read(claim));
	}

	/** Leaves the claim out, or asks for it again. */
	async suspend(suspended: boolean): Promise<void> {
		const { claim, section } = this.history!;
		const place = { course: this.#course.id, section: section.id, claim: claim.id };
		await this.#mark(
			() => markSuspended(this.#parts, place, suspended),
			() => this.suspend(suspended)
		);
	}

	async flag(question: string, flagged: boolean): Promise<void> {
		const { claim, section } = this.history!;
		const ref = { course: this.#course.id, section: section.id, claim: claim.id, question };
		await this.#mark(
			() => markFlagged(this.#parts, ref, flagged),
			() => this.flag(question, flagged)
		);
	}

	async #mark(work: () => Promise<void>, again: () => Promise<void>): Promise<void> {
		if (await this.attempts.try(work, again)) await this.read(this.history!.claim.id);
	}

	async #readHistory(claimId: string): Promise<ClaimHistory | undefined> {
		const { store, stamper } = this.#parts;
		const { id } = this.#course;
		const key = claimKey(id, claimId);
		const [cards, events, { settings }] = await Promise.all([
			store.readCards([key]),
			store.readClaimEvents(id, claimId),
			store.readStart([])
		]);
		const card = cards.get(key);
		const found = await this.#find(claimId, card?.section);
		if (found === undefined) return undefined;
		const { at, offset } = stamper.stamp();
		const today = learnerDay(at, offset);
		const due = card && dueFor(card, horizonOf(readPlan(settings, id), today));
		return { ...found, card, due, today, happenings: tellHistory(events) };
	}

	/** Looks first where the claim was answered: it can have moved since, and most have not. */
	async #find(
		claimId: string,
		answeredIn: string | undefined
	): Promise<Pick<ClaimHistory, 'claim' | 'section' | 'questions'> | undefined> {
		const { library } = this.#parts;
		const { sections } = await library.readIndex(this.#course);
		const inOrder = [...sections].sort((a, b) => Number(b.id === answeredIn) - Number(a.id === answeredIn));
		for (const section of inOrder) {
			const claim = (await library.readSection(section)).claims.find(({ id }) => id === claimId);
			if (claim === undefined) continue;
			const { questions } = await library.readWholeSection(section);
			return { claim, section, questions: questions.filter((question) => question.claim === claimId) };
		}
		return undefined;
	}
}
