import { emptyAnswer, UNKNOWN, type Answer } from '#core/answer.ts';
import {
	EXTENSION_MINUTES,
	isPast,
	lastNoted,
	minutesLater,
	minutesLeft,
	stateOf,
	warningBetween,
	type PositionState
} from '#core/exam.ts';
import { addToSession, type SessionEvent } from '#core/fold-session.ts';
import type { Session } from '#core/session.ts';
import type { LearnerStore } from '#storage/store.ts';
import type { Attempts } from './attempts.svelte.ts';
import { makeClockSet, makeNotes } from './exam-events.ts';
import { ExamNotes, type Draft } from './exam-notes.svelte.ts';
import type { Sheet } from './exam-source.ts';
import type { Stamper } from './stamper.ts';
import type { Tabs } from './tabs.ts';

/** A position as the overview shows it: by what is kept. */
export interface Standing {
	readonly state: PositionState;
	readonly marked: boolean;
}

export interface RunParts {
	readonly store: LearnerStore;
	readonly stamper: Stamper;
	readonly tabs: Tabs;
	readonly attempts: Attempts;
	readonly now: () => number;
}

/** A phone laid aside does not count as thinking. */
const LONGEST_STRETCH_MILLIS = 300_000;
const NOTHING_GIVEN: Draft = { answer: UNKNOWN, marked: false, spentMillis: 0 };

/** A paper while it is worked on: one sheet on the screen, what stands on the others, and the clock. */
export class ExamRun {
	readonly sheets: readonly Sheet[];
	/** As far as it is kept. */
	session = $state.raw() as Session;
	/** Of the sheet on the screen, among the sheets; from 0. */
	place = $state(0);
	/** Whole minutes; `undefined` without a clock. */
	minutesLeft = $state<number | undefined>();
	/** The warning that stands, in minutes. */
	warning = $state<number | undefined>();
	/** Another tab went on, and this one followed. */
	followed = $state(false);
	readonly standings: readonly Standing[] = $derived.by(() =>
		this.sheets.map(({ question, position }) => {
			const { answer, marked } = this.session.notes?.[position] ?? NOTHING_GIVEN;
			return { state: stateOf(question, answer), marked };
		})
	);

	readonly #parts: RunParts;
	readonly #notes = new ExamNotes((drafts) =>
		this.#append(makeNotes(this.session, drafts, this.#parts.stamper))
	);
	/** Where `place` will be, once what stands here is kept. */
	#heading = 0;
	/** Since when the sheet is looked at; `undefined` while the page is hidden. */
	#seenSince: number | undefined;

	constructor(session: Session, sheets: readonly Sheet[], parts: RunParts) {
		this.session = session;
		this.sheets = sheets;
		this.#parts = parts;
		this.place = this.#heading = this.#lastPlace();
	}

	get sheet(): Sheet {
		return this.sheets[this.place]!;
	}

	/** What the fields hold, kept or not yet. */
	get answer(): Answer {
		const { answer } = this.#draftOf(this.sheet);
		return answer.kind === 'unknown' ? emptyAnswer(this.sheet.question, this.sheet.order) : answer;
	}

	get isMarked(): boolean {
		return this.#draftOf(this.sheet).marked;
	}

	/** How many positions the course can no longer show. */
	get lost(): number {
		return this.session.questions.length - this.sheets.length;
	}

	get isOver(): boolean {
		return isPast(this.session.deadlineAt, this.#parts.now());
	}

	/** Typing is gathered for a moment; a choice is written at once. */
	give(answer: Answer): void {
		this.#change({ answer });
		if (answer.kind === 'text' || answer.kind === 'gaps') this.#notes.flushSoon(() => void this.flush());
		else void this.flush();
	}

	toggleMark(): void {
		this.#change({ marked: !this.isMarked });
		void this.flush();
	}

	/** Must have written what stands here, and that the learner goes there, before it shows the sheet. */
	async go(place: number): Promise<void> {
		const next = this.sheets[place];
		if (next === undefined || place === this.#heading) return;
		this.#heading = place;
		this.#change({});
		this.#notes.put(next.position, this.#draftOf(next));
		if (await this.flush(() => this.go(place))) this.place = place;
		else this.#heading = this.place;
	}

	/** Two presses in one moment are two steps. */
	step(by: -1 | 1): Promise<void> {
		return this.go(this.#heading + by);
	}

	/** Writes all that is given. Resolves to whether it is kept. */
	flush(again: () => Promise<unknown> = () => this.flush()): Promise<boolean> {
		return this.#parts.attempts.try(() => this.#notes.flush(), again);
	}

	/** The same for whoever tells a failure by himself. */
	async settle(): Promise<void> {
		if (this.#seenSince !== undefined) this.#change({});
		await this.#notes.flush();
	}

	/** The page is about to be hidden, and may never be seen again. */
	pause(): void {
		if (this.#seenSince === undefined) return;
		this.#change({});
		this.#seenSince = undefined;
		void this.flush();
	}

	/** The page is seen again: what lies between is no time spent. */
	resume(): void {
		this.#seenSince = this.#parts.now();
	}

	extend(): Promise<void> {
		const { deadlineAt } = this.session;
		if (deadlineAt === undefined) return Promise.resolve();
		return this.#setClock(minutesLater(deadlineAt, this.#parts.now(), EXTENSION_MINUTES));
	}

	switchClockOff(): Promise<void> {
		return this.#setClock(null);
	}

	readClock(): void {
		const left = minutesLeft(this.session.deadlineAt, this.#parts.now());
		const stands = left !== undefined && this.warning !== undefined && left <= this.warning;
		this.warning = warningBetween(this.minutesLeft, left) ?? (stands ? this.warning : undefined);
		this.minutesLeft = left;
	}

	/** Another tab went on: what is on its way from here to the store stays, and so does the sheet. */
	catchUp(session: Session): void {
		this.session = session;
		this.readClock();
		const place = this.#lastPlace();
		if (place === this.place || this.#notes.drafts.size > 0) return;
		this.place = this.#heading = place;
		this.resume();
		this.followed = true;
	}

	async #setClock(deadlineAt: number | null): Promise<void> {
		const again = (): Promise<void> => this.#setClock(deadlineAt);
		await this.#parts.attempts.try(async () => {
			await this.settle();
			await this.#append([makeClockSet(this.session, deadlineAt, this.#parts.stamper)]);
		}, again);
		this.readClock();
	}

	async #append(events: readonly SessionEvent[]): Promise<void> {
		await this.#parts.store.append(events);
		this.session = events.reduce(addToSession, this.session);
		this.#parts.tabs.tell(this.session.course);
	}

	#change(change: Partial<Pick<Draft, 'answer' | 'marked'>>): void {
		const now = this.#parts.now();
		const stretch = Math.max(0, now - (this.#seenSince ?? now));
		const before = this.#draftOf(this.sheet);
		const spentMillis = before.spentMillis + Math.min(stretch, LONGEST_STRETCH_MILLIS);
		this.#seenSince = now;
		this.followed = false;
		this.#notes.put(this.sheet.position, { ...before, ...change, spentMillis });
	}

	#draftOf({ position }: Sheet): Draft {
		const { answer, marked, spentMillis } =
			this.#notes.drafts.get(position) ?? this.session.notes?.[position] ?? NOTHING_GIVEN;
		return { answer, marked, spentMillis };
	}

	#lastPlace(): number {
		const last = lastNoted(this.session);
		return Math.max(
			0,
			this.sheets.findIndex(({ position }) => position === last)
		);
	}
}
