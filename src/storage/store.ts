import type { Card } from '#core/card.ts';
import type { Day } from '#core/day.ts';
import type { EventId, LearnerEvent } from '#core/event.ts';
import type { LearnerState } from '#core/fold.ts';
import type { Session } from '#core/session.ts';
import type { DayTotals, Progress } from '#core/totals.ts';

/** The name of the learner's database in the browser. */
export const DATABASE_NAME = 'grasp';

/** What the first screen needs; read in one transaction. */
export interface Start {
	readonly settings: ReadonlyMap<string, unknown>;
	/** By course: the session begun last. */
	readonly sessions: ReadonlyMap<string, Session>;
	/** By course: the exam that is open. */
	readonly exams: ReadonlyMap<string, Session>;
	/** By course: progress with the whole of it. */
	readonly progress: ReadonlyMap<string, Progress>;
}

/** Why events were not taken: another tab, or another tap, was first. Nothing was written. */
export type Refusal = 'already-answered' | 'already-undone' | 'session-closed';

export type Appended =
	| { readonly kind: 'kept'; readonly session: Session | undefined }
	| { readonly kind: 'refused'; readonly reason: Refusal; readonly session: Session | undefined };

/**
 * A learner's events and what follows from them. Has two implementations and one contract
 * (`tests/contracts/store.ts`). Every method may reject with a `StoreError`.
 */
export interface LearnerStore {
	readStart(courses: readonly string[]): Promise<Start>;
	/**
	 * Writes what the learner has just done, and all that follows from it, in ONE transaction. When it
	 * resolves, the disk has it. Appending an event that is there already changes nothing.
	 */
	append(events: readonly LearnerEvent[]): Promise<Appended>;
	/** Union by id, of events in any order and of any version. Returns how many were new. */
	merge(events: readonly unknown[]): Promise<number>;
	readSession(course: string): Promise<Session | undefined>;
	/** Keyed by `claimKey`; claims never answered are absent. */
	readCards(keys: readonly string[]): Promise<ReadonlyMap<string, Card>>;
	/** By section. */
	readProgress(course: string): Promise<ReadonlyMap<string, Progress>>;
	readEvent(id: EventId): Promise<LearnerEvent | undefined>;
	/** The exam that is open on the course, or was handed in last. */
	readExam(course: string): Promise<Session | undefined>;
	/** Cards due on that day or before, the longest due first; `limit` at most. */
	readDue(course: string, day: Day, limit: number): Promise<readonly Card[]>;
	/** How many claims are due on each day of the range, both ends included; days without any are absent. */
	countDue(course: string, from: Day, to: Day): Promise<ReadonlyMap<Day, number>>;
	/** How many claims were met for the first time on that day. */
	countMet(course: string, day: Day): Promise<number>;
	/** Cards whose last answer was wrong, those given as sure first; `limit` at most. */
	readMissed(course: string, limit: number): Promise<readonly Card[]>;
	/** Cards with a flagged question; `limit` at most. */
	readFlagged(course: string, limit: number): Promise<readonly Card[]>;
	/** All cards of a section, or of the whole course: for the pictures of progress. */
	readCourseCards(course: string, section?: string): Promise<readonly Card[]>;
	/** In order, from that day on. */
	readDays(from: Day): Promise<readonly DayTotals[]>;
	/** All that happened to a claim, in order. */
	readClaimEvents(course: string, claim: string): Promise<readonly LearnerEvent[]>;
	/** In the order of their ids, as they were written; `limit` at most, after `after`. */
	readEvents(after: EventId | undefined, limit: number): Promise<readonly unknown[]>;
	/** All events, those of later versions too. */
	countEvents(): Promise<number>;
	/** Everything derived. For checks and tests: grows with the log. */
	readState(): Promise<LearnerState>;
	/** Law 3: makes everything derived anew from the events. */
	rebuild(): Promise<void>;
	writeSetting(name: string, value: unknown): Promise<void>;
	close(): void;
}

export const STORE_TROUBLES = [
	/** Another tab holds an older version open and does not let go. */
	'blocked',
	/** A newer version of the app has changed the store; this page is too old to write. */
	'outdated',
	/** There is no room on the device, or none for this site. */
	'full',
	/** It cannot be opened or has failed, for a reason we do not know. */
	'failed'
] as const;
export type StoreTrouble = (typeof STORE_TROUBLES)[number];

export class StoreError extends Error {
	readonly trouble: StoreTrouble;

	constructor(trouble: StoreTrouble, cause?: unknown) {
		super(`The store could not be used (${trouble}).`, { cause });
		this.name = 'StoreError';
		this.trouble = trouble;
	}
}
