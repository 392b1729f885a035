import type { Card } from '#core/card.ts';
import type { LearnerState } from '#core/fold.ts';
import type { Session } from '#core/session.ts';
import type { DayTotals, Progress } from '#core/totals.ts';

/** The derived tables, by name, with what they hold. */
export interface DerivedTables {
	readonly cards: Card;
	readonly days: DayTotals;
	readonly sessions: Session;
	readonly progress: Progress;
}
export type TableName = keyof DerivedTables;
export const DERIVED_TABLES = [
	'cards',
	'days',
	'sessions',
	'progress'
] as const satisfies readonly TableName[];

/** An event as it stands on disk: of any version, checked only when it is read. */
export interface StoredEvent {
	readonly id: string;
}

/** An event of a later version can be kept if it has an id to keep it under. */
export function isStored(value: unknown): value is StoredEvent {
	return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

/**
 * One transaction over all tables, as `derive.ts` needs it. Must resolve from IndexedDB requests alone:
 * anything else that is awaited inside a transaction tears it in Firefox and WebKit.
 */
export interface Tables {
	get<T extends TableName>(table: T, key: string): Promise<DerivedTables[T] | undefined>;
	/** `undefined` takes the record away. */
	set<T extends TableName>(table: T, key: string, value: DerivedTables[T] | undefined): void;
	readEvent(id: string): Promise<StoredEvent | undefined>;
	addEvent(event: StoredEvent): void;
	eventsOfClaim(course: string, claim: string): Promise<readonly StoredEvent[]>;
	eventsOfSession(session: string): Promise<readonly StoredEvent[]>;
	undosOf(target: string): Promise<readonly StoredEvent[]>;
}

/** What is derived, as the entries of its tables. */
export function tableEntries(state: LearnerState): {
	readonly [T in TableName]: ReadonlyMap<string, DerivedTables[T]>;
} {
	return { cards: state.cards, days: state.days, sessions: state.sessions, progress: state.progress };
}
