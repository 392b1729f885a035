import { emptyAnswer, UNKNOWN, type Answer, type Certainty } from '#core/answer.ts';
import type { CourseEntry } from '#core/catalogue.ts';
import { movesCards, type Answered, type LearnerEvent } from '#core/event.ts';
import type { NotGradable, Outcome } from '#core/grading.ts';
import { isFinished, lastAnswer, missedQuestions, positionOf, type Session } from '#core/session.ts';
import { StoreError, type Appended, type StoreTrouble } from '#storage/store.ts';
import type { AnsweredSession } from './answer-events.ts';
import { LibraryError } from './library.ts';
import { loadAnswering } from './load-answering.ts';
import { stillOf, troubleOf, type Asked, type Scene, type Still } from './scene.ts';
import { SessionSource, type Placed, type SessionPlan } from './session-source.ts';
import { goesOn, wantedOf, type Opening } from './study-address.ts';
import type { SessionNews, StudyParts } from './study-parts.ts';
import { askAt, summarise, WAIT_SHOWN_MILLIS } from './study-scenes.ts';

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
	/** Why the answer on the screen does not move the schedule; known at once, or a moment later. */
	still = $state.raw<Still | undefined>();

	readonly #parts: StudyParts;
	readonly #source: SessionSource;
	/** One act at a time: what comes while another is being written is dropped. */
	#isBusy = false;
	#session: Session | undefined;
	/** What the learner was about when the store failed. */
	#unsavedAct: (() => Promise<void>) | undefined;
	/** Planned, and written with the first answer: looking alone leaves no trace. */
	#planned: (SessionPlan & Pick<AnsweredSession, 'id' | 'lastStartedAt'>) | undefined;
	#placed: readonly Placed[] = [];
	/** Claims whose cards have moved today, once that is read. */
	#moved: Set<string> | undefined;
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
		if (wantedOf(opening) === 'any') this.#source.prefetchFirst();
		try {
			const session = await this.#parts.store.readSession(this.course.id);
			const now = this.#parts.stamper.stamp();
			if (session && goesOn(session, opening, now.at) && (await this.#adopt(session))) return;
			const plan = await this.#source.plan(opening, now);
			if (plan.questions.length > 0) await this.#begin(plan, session);
			else this.scene = { kind: 'nothing', wanted: wantedOf(opening) };
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
		const given = { event: events.at(-1)!.id, answer, certainty, outcome };
		const writing = this.#append(events);
		this.#parts.onwriting?.(asked, given);
		const appended = await writing;
		if (appended === undefined) this.#unsavedAct = () => this.submit(certainty, answer);
		if (appended?.kind !== 'kept') return;
		this.#planned = undefined;
		if (movesCards(session.mode)) this.#moved?.add(asked.claim.id);
		this.scene = { kind: 'feedback', asked, given, resumed: false };
	}

	/** Tries once more what could not be written. */
	async retry(): Promise<void> {
		await this.#unsavedAct?.();
	}

	/** The questions to come, for whoever wants to get ready for them. */
	get upcoming(): readonly Placed[] {
		return this.scene.kind === 'asking' ? this.#placed.slice(this.scene.asked.position + 1) : [];
	}

	/** Says why an answer will not move the schedule. For when the question is on the screen: it takes its time. */
	async findStill(): Promise<void> {
		const placed = this.#placed;
		if (this.#moved === undefined) {
			const { readMovedToday } = await loadAnswering();
			const moved = await readMovedToday(this.course.id, placed, this.#parts);
			if (placed === this.#placed) this.#moved ??= new Set(moved);
		}
		if (this.scene.kind === 'asking') this.still = this.#stillFor(this.scene.asked);
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
		const { claim } = this.#session.questions[last.position]!;
		const undone = { kind: 'undone', target: last.event, claim } as const;
		const appended = await this.#record(undone, () => this.undo());
		if (appended?.kind !== 'kept') return;
		// The feedback before it was left long ago.
		const previous = appended.session && lastAnswer(appended.session);
		if (previous) this.#parts.seen.set(previous.event);
		this.#moved = undefined;
		this.#show();
	}

	/** A new session over what was missed. What does not move the schedule does not do so the second time. */
	async again(): Promise<void> {
		if (this.scene.kind !== 'summary') return;
		const { session } = this.scene;
		const mode = movesCards(session.mode) ? 'again' : session.mode;
		await this.#begin({ mode, questions: missedQuestions(session) }, session);
	}

	/** Asks for the claim no more in what is left of the session. */
	leaveOut(claim: string): Promise<void> {
		return this.#act(async () => {
			const { questions, answers } = this.#session!;
			if (!questions.some((ref, position) => ref.claim === claim && !answers[position])) return;
			await this.#record({ kind: 'session-shortened', claim }, () => this.leaveOut(claim));
			this.#placed = (await this.#source.find(this.#session!.questions)) ?? this.#placed;
		});
	}

	/** Leaves the summary for good. */
	close(): Promise<void> {
		return this.#act(async () => {
			if (this.scene.kind === 'summary') await this.#record({ kind: 'session-closed' }, () => this.close());
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

	/** Writes what happened to the session itself; `again` tries it once more. */
	async #record(news: SessionNews, again: () => Promise<void>): Promise<Appended | undefined> {
		const { id: session, course } = this.#session!;
		const appended = await this.#append([{ ...this.#parts.stamper.stamp(), session, course, ...news }]);
		if (appended === undefined) this.#unsavedAct = again;
		return appended;
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
		this.#moved = undefined;
		const last = lastAnswer(session);
		const isUnseen = last !== undefined && last.event !== this.#parts.seen.get();
		const event = isUnseen ? await this.#parts.store.readEvent(last.event) : undefined;
		if (event?.kind === 'answered') await this.#showAgain(event, last!.position);
		else this.#show();
		return true;
	}

	async #begin(plan: SessionPlan, last: Session | undefined): Promise<void> {
		const placed = await this.#source.find(plan.questions);
		if (placed === undefined || placed.length === 0) throw new LibraryError(this.course.id);
		this.#session = undefined;
		this.#orderSeed = last?.id ?? '';
		this.#planned = { ...plan, id: this.#parts.stamper.makeSessionId(), lastStartedAt: last?.startedAt };
		this.#placed = placed;
		this.#moved = undefined;
		this.#show();
	}

	#stillFor({ claim }: Placed): Still | undefined {
		const mode = (this.#session ?? this.#planned)?.mode;
		return stillOf(mode) ?? (this.#moved?.has(claim.id) ? 'today' : undefined);
	}

	/** The question to answer now, or, when all are answered, the summary. */
	#show(): void {
		this.notGradable = undefined;
		this.unsaved = undefined;
		this.followed = false;
		const session = this.#session;
		if (session && isFinished(session)) {
			this.scene = summarise(session, this.#placed);
			return;
		}
		const asked = askAt(this.#placed, session ? positionOf(session) : 0, this.#orderSeed);
		this.answer = emptyAnswer(asked.question, asked.order);
		this.#shownAt = performance.now();
		this.still = this.#stillFor(asked);
		this.scene = { kind: 'asking', asked };
		this.#parts.onasked();
	}

	async #showAgain(event: Answered, position: number): Promise<void> {
		const asked = { ...askAt(this.#placed, position, this.#orderSeed), order: event.order };
		const outcome = await this.#grade(asked, event.answer);
		// The question was changed since, and no longer takes that answer.
		if (outcome?.kind !== 'graded') return this.#show();
		this.answer = event.answer;
		this.still = stillOf(this.#session?.mode);
		const given = { event: event.id, answer: event.answer, certainty: event.certainty, outcome };
		this.scene = { kind: 'feedback', asked, given, resumed: true };
	}
}
