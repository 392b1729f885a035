import { emptyAnswer, UNKNOWN, type Answer, type Certainty } from '#core/answer.ts';
import type { CourseEntry } from '#core/catalogue.ts';
import type { Answered, LearnerEvent, QuestionRef, SessionMode } from '#core/event.ts';
import type { NotGradable, Outcome } from '#core/grading.ts';
import { isFinished, lastAnswer, missedQuestions, positionOf, type Session } from '#core/session.ts';
import { screenOrder, seedOf } from '#core/shuffle.ts';
import { StoreError, type Appended, type LearnerStore, type StoreTrouble } from '#storage/store.ts';
import { LibraryError, type Library } from './library.ts';
import { loadAnswering } from './load-answering.ts';
import type { Asked, Scene, Trouble } from './scene.ts';
import { SessionSource, type Placed } from './session-source.ts';
import type { Stamper } from './stamper.ts';
import type { Tabs } from './tabs.ts';

export interface StudyParts {
	readonly store: LearnerStore;
	readonly library: Library;
	readonly stamper: Stamper;
	readonly tabs: Tabs;
	/** Remembers, for this tab only, the last answer whose feedback the learner has left. */
	readonly seen: { get(): string | null; set(event: string): void };
	/** Called when a question is on the screen. */
	readonly onasked: () => void;
	/** Called when the learner leaves the last feedback of a session. */
	readonly onfinished: () => void;
}

export interface Opening {
	/** Begin with this section instead of the next one. */
	readonly section?: string | undefined;
	/** Begin anew if this session is still the last one; so a reload goes on with what was begun. */
	readonly after?: string | undefined;
}

/** Sooner than this, a wait is none. */
const WAIT_SHOWN_MILLIS = 200;

/** A session as it is lived: one question at a time, each answer on disk before its feedback. */
export class Study {
	readonly course: CourseEntry;
	scene = $state.raw<Scene>({ kind: 'opening' });
	/** What the fields hold now. */
	answer = $state.raw<Answer>(UNKNOWN);
	/** Why the last attempt could not be graded. */
	notGradable = $state.raw<NotGradable | undefined>();
	/** Why the last answer could not be kept; the fields still hold it. */
	unsaved = $state.raw<StoreTrouble | undefined>();
	/** Whether the learner has to wait for the disk: a screen that changes twice for one tap is a slow one. */
	saving = $state(false);
	/** Another tab went on, and this one followed. */
	followed = $state(false);

	readonly #parts: StudyParts;
	readonly #source: SessionSource;
	/** One act at a time: what comes while another is being written is dropped. */
	#isBusy = false;
	#session: Session | undefined;
	/** What the learner was about when the store failed. */
	#unsavedAct: (() => Promise<void>) | undefined;
	/** Planned, and written with the first answer: looking alone leaves no trace. */
	#planned: Pick<Session, 'id' | 'mode' | 'questions'> | undefined;
	#placed: readonly Placed[] = [];
	/** Options keep their places through a reload, and change them with the next session. */
	#orderSeed = '';
	#shownAt = 0;

	constructor(course: CourseEntry, parts: StudyParts) {
		this.course = course;
		this.#parts = parts;
		this.#source = new SessionSource(course, parts.library, parts.store);
	}

	async open(opening: Opening = {}): Promise<void> {
		this.scene = { kind: 'opening' };
		if (opening.section === undefined) this.#source.prefetchFirst();
		try {
			const session = await this.#parts.store.readSession(this.course.id);
			this.#orderSeed = session?.id ?? '';
			if (session && !session.closed && session.id !== opening.after && (await this.#adopt(session))) return;
			await this.#plan('learn', await this.#source.plan(opening.section));
		} catch (error) {
			this.scene = { kind: 'trouble', trouble: troubleOf(error) };
		}
	}

	/** `certainty` is `null` where it is not asked for. */
	async submit(certainty: Certainty | null, answer = this.answer): Promise<void> {
		const { scene } = this;
		if (scene.kind === 'asking') await this.#act(() => this.#submit(scene.asked, certainty, answer));
	}

	async #submit(asked: Asked, certainty: Certainty | null, answer: Answer): Promise<void> {
		const outcome = await this.#grade(asked, answer);
		if (outcome?.kind === 'not-gradable') this.notGradable = outcome.reason;
		if (outcome === undefined) this.#unsavedAct = () => this.submit(certainty, answer);
		if (outcome?.kind !== 'graded') return;
		const spentMillis = performance.now() - this.#shownAt;
		const session = this.#session ?? this.#planned!;
		const { makeAnswerEvents } = await loadAnswering();
		const events = makeAnswerEvents(
			{ ...session, course: this.course.id, isNew: this.#session === undefined },
			asked,
			{ answer, certainty, outcome, spentMillis },
			this.#parts.stamper
		);
		const appended = await this.#append(events);
		if (appended === undefined) this.#unsavedAct = () => this.submit(certainty, answer);
		if (appended?.kind !== 'kept') return;
		this.#planned = undefined;
		const event = events.at(-1)!.id;
		this.scene = { kind: 'feedback', asked, given: { event, answer, certainty, outcome }, resumed: false };
	}

	/** Tries once more what could not be written. */
	async retry(): Promise<void> {
		await this.#unsavedAct?.();
	}

	/** The questions to come, for whoever wants to get ready for them. */
	get upcoming(): readonly Placed[] {
		return this.scene.kind === 'asking' ? this.#placed.slice(this.scene.asked.position + 1) : [];
	}

	submitUnknown(): Promise<void> {
		return this.submit(null, UNKNOWN);
	}

	next(): void {
		if (this.scene.kind !== 'feedback') return;
		this.#parts.seen.set(this.scene.given.event);
		this.#show();
		if (this.#session && isFinished(this.#session)) this.#parts.onfinished();
	}

	get canUndo(): boolean {
		return this.#session !== undefined && lastAnswer(this.#session) !== undefined && !this.saving;
	}

	/** Takes the last answer back and asks its question again. */
	undo(): Promise<void> {
		return this.#act(() => this.#undo());
	}

	async #undo(): Promise<void> {
		const last = this.#session && lastAnswer(this.#session);
		if (this.#session === undefined || last === undefined) return;
		const { id: session, course } = this.#session;
		const { claim } = this.#session.questions[last.position]!;
		const undone = {
			...this.#parts.stamper.stamp(),
			kind: 'undone',
			target: last.event,
			session,
			course,
			claim
		} as const;
		const appended = await this.#append([undone]);
		if (appended === undefined) this.#unsavedAct = () => this.undo();
		if (appended?.kind !== 'kept') return;
		// The feedback before it was left long ago.
		const previous = appended.session && lastAnswer(appended.session);
		if (previous) this.#parts.seen.set(previous.event);
		this.#show();
	}

	/** A new session over what was missed. */
	async again(): Promise<void> {
		if (this.scene.kind !== 'summary') return;
		this.#orderSeed = this.scene.session.id;
		await this.#plan('again', missedQuestions(this.scene.session));
	}

	/** Leaves the summary for good. */
	close(): Promise<void> {
		return this.#act(async () => {
			if (this.scene.kind !== 'summary') return;
			const { id: session, course } = this.scene.session;
			const closed = { ...this.#parts.stamper.stamp(), kind: 'session-closed', session, course } as const;
			if ((await this.#append([closed])) === undefined) this.#unsavedAct = () => this.close();
		});
	}

	/** Another tab has written: go on from where it is. */
	async follow(course: string): Promise<void> {
		if (course !== this.course.id || this.#isBusy) return;
		const session = await this.#parts.store.readSession(course);
		const isNews =
			session && JSON.stringify(session.answers) !== JSON.stringify(this.#session?.answers ?? {});
		if (isNews && (await this.#adopt(session))) this.followed = true;
	}

	async #act(work: () => Promise<void>): Promise<void> {
		if (this.#isBusy) return;
		this.#isBusy = true;
		const waiting = setTimeout(() => (this.saving = true), WAIT_SHOWN_MILLIS);
		try {
			await work();
		} finally {
			clearTimeout(waiting);
			this.saving = false;
			this.#isBusy = false;
		}
	}

	/** `undefined` where the rules cannot be had. */
	async #grade({ question }: Asked, answer: Answer): Promise<Outcome | undefined> {
		try {
			const { gradeAnswer } = await loadAnswering();
			return gradeAnswer(question, answer);
		} catch (error) {
			console.error(error);
			this.unsaved = 'failed';
			return undefined;
		}
	}

	async #append(events: readonly LearnerEvent[]): Promise<Appended | undefined> {
		this.unsaved = undefined;
		this.notGradable = undefined;
		try {
			const appended = await this.#parts.store.append(events);
			if (appended.kind === 'kept') {
				this.#session = appended.session;
				// A reload takes the session's own name from here on.
				this.#orderSeed = appended.session?.id ?? this.#orderSeed;
				this.#parts.tabs.tell(this.course.id);
			} else if (appended.session && (await this.#adopt(appended.session))) {
				this.followed = true;
			}
			return appended;
		} catch (error) {
			if (!(error instanceof StoreError)) throw error;
			this.unsaved = error.trouble;
			return undefined;
		}
	}

	async #adopt(session: Session): Promise<boolean> {
		const placed = await this.#source.find(session.questions);
		if (placed === undefined) return false;
		this.#session = session;
		this.#orderSeed = session.id;
		this.#planned = undefined;
		this.#placed = placed;
		const last = lastAnswer(session);
		const isUnseen = last !== undefined && last.event !== this.#parts.seen.get();
		const event = isUnseen ? await this.#parts.store.readEvent(last.event) : undefined;
		if (event?.kind === 'answered') await this.#showAgain(event, last!.position);
		else this.#show();
		return true;
	}

	async #plan(mode: SessionMode, questions: readonly QuestionRef[]): Promise<void> {
		const placed = await this.#source.find(questions);
		if (placed === undefined || placed.length === 0) throw new LibraryError(this.course.id);
		this.#session = undefined;
		this.#planned = { id: this.#parts.stamper.makeSessionId(), mode, questions };
		this.#placed = placed;
		this.#show();
	}

	/** The question to answer now, or, when all are answered, the summary. */
	#show(): void {
		this.notGradable = undefined;
		this.unsaved = undefined;
		this.followed = false;
		const session = this.#session;
		if (session && isFinished(session)) {
			const missed = missedQuestions(session).map(({ question }) => question);
			this.scene = {
				kind: 'summary',
				session,
				missed: this.#placed.filter(({ question }) => missed.includes(question.id))
			};
			return;
		}
		const asked = this.#ask(session ? positionOf(session) : 0);
		this.answer = emptyAnswer(asked.question, asked.order);
		this.#shownAt = performance.now();
		this.scene = { kind: 'asking', asked };
		this.#parts.onasked();
	}

	async #showAgain(event: Answered, position: number): Promise<void> {
		const asked = { ...this.#ask(position), order: event.order };
		const outcome = await this.#grade(asked, event.answer);
		// The question was changed since, and no longer takes that answer.
		if (outcome?.kind !== 'graded') return this.#show();
		this.answer = event.answer;
		const given = { event: event.id, answer: event.answer, certainty: event.certainty, outcome };
		this.scene = { kind: 'feedback', asked, given, resumed: true };
	}

	#ask(position: number): Asked {
		const placed = this.#placed[position]!;
		const seed = seedOf(`${this.#orderSeed}/${position}/${placed.question.id}`);
		return { ...placed, position, count: this.#placed.length, order: screenOrder(placed.question, seed) };
	}
}

function troubleOf(error: unknown): Trouble {
	if (error instanceof StoreError) return error.trouble;
	if (error instanceof LibraryError) return 'content';
	console.error(error);
	return 'unknown';
}
