import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import type { QuestionRef, SessionMode } from '#core/event.ts';
import { planSection } from '#core/plan.ts';
import type { Claim, Question, Section } from '#core/question.ts';
import type { LearnerStore } from '#storage/store.ts';
import type { Library } from './library.ts';
import { wantedOf, type Opening } from './study-address.ts';
import type { Now } from './today-plan.ts';

/** A question as it stands in its course, with what the feedback needs. */
export interface Placed {
	readonly question: Question;
	readonly claim: Claim;
	readonly section: string;
}

export interface SessionPlan {
	readonly mode: SessionMode;
	/** May be empty: then there is nothing of the kind. */
	readonly questions: readonly QuestionRef[];
}

/** Where a session's questions come from: plans a new one, finds those of an open one. */
export class SessionSource {
	readonly #course: CourseEntry;
	readonly #library: Library;
	readonly #store: LearnerStore;
	readonly #placed = new Map<string, Placed>();

	constructor(course: CourseEntry, library: Library, store: LearnerStore) {
		this.#course = course;
		this.#library = library;
		this.#store = store;
	}

	/** A newcomer's first section is asked for before it is known whether this is one. */
	prefetchFirst(): void {
		// If it fails, the read that needs it says so.
		this.#library.readSection(this.#course.first).catch(() => undefined);
	}

	/** `undefined` where the course has lost a question that it had when the session began. */
	async find(refs: readonly QuestionRef[]): Promise<readonly Placed[] | undefined> {
		const missing = (): readonly QuestionRef[] => refs.filter(({ question }) => !this.#placed.has(question));
		for (const read of ['readSection', 'readWholeSection'] as const) {
			for (const id of new Set(missing().map(({ section }) => section))) {
				const entry = await this.#entryOf(id);
				if (entry === undefined) return undefined;
				this.#place(await this.#library[read](entry));
			}
		}
		const found = refs.map(({ question }) => this.#placed.get(question));
		return found.every((placed) => placed !== undefined) ? found : undefined;
	}

	/** What the opening asks for. A newcomer's first questions are planned without further code. */
	async plan(opening: Opening, now: Now): Promise<SessionPlan> {
		const { settings, progress } = await this.#store.readStart([this.#course.id]);
		const isNewcomer = settings.size === 0 && progress.size === 0;
		if (isNewcomer && wantedOf(opening) === 'any') return this.#planFirst();
		const { planOpening } = await import('./session-plans.ts');
		const parts = { course: this.#course, library: this.#library, store: this.#store, now };
		return planOpening(opening, parts);
	}

	async #planFirst(): Promise<SessionPlan> {
		const section = await this.#library.readSection(this.#course.first);
		this.#place(section);
		return { mode: 'learn', questions: planSection(this.#course.id, section, new Map()) };
	}

	async #entryOf(id: string): Promise<SectionEntry | undefined> {
		if (id === this.#course.first.id) return this.#course.first;
		const { sections } = await this.#library.readIndex(this.#course);
		return sections.find((section) => section.id === id);
	}

	#place(section: Section): void {
		const claims = new Map(section.claims.map((claim) => [claim.id, claim]));
		for (const question of section.questions) {
			const claim = claims.get(question.claim);
			if (claim) this.#placed.set(question.id, { question, claim, section: section.id });
		}
	}
}
