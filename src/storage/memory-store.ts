import { readEvent } from '#core/read-event.ts';
import type { Card } from '#core/card.ts';
import { compareEvents, type EventId, type LearnerEvent } from '#core/event.ts';
import { foldEvents, progressKey, type LearnerState } from '#core/fold.ts';
import { examKey, type Session } from '#core/session.ts';
import type { Day } from '#core/day.ts';
import { WHOLE_COURSE } from '#core/catalogue.ts';
import { type DayTotals, type Progress } from '#core/totals.ts';
import { addEvent, findRefusal, readSessionOf } from './derive.ts';
import type { Appended, LearnerStore, Start } from './store.ts';
import { isStored } from './tables.ts';
import {
	DERIVED_TABLES,
	tableEntries,
	type DerivedTables,
	type StoredEvent,
	type TableName,
	type Tables
} from './tables.ts';

/** Keeps everything until the page is closed: for tests, and for a browser that gives no storage. */
export function makeMemoryStore(): LearnerStore {
	return new MemoryStore();
}

type StoredRecord = StoredEvent & Readonly<Record<string, unknown>>;

class MemoryTables implements Tables {
	readonly events = new Map<string, StoredRecord>();
	readonly derived: { readonly [T in TableName]: Map<string, DerivedTables[T]> } = {
		cards: new Map<string, Card>(),
		days: new Map<string, DayTotals>(),
		sessions: new Map<string, Session>(),
		progress: new Map<string, Progress>()
	};

	async get<T extends TableName>(table: T, key: string): Promise<DerivedTables[T] | undefined> {
		return this.derived[table].get(key);
	}

	set<T extends TableName>(table: T, key: string, value: DerivedTables[T] | undefined): void {
		if (value === undefined) this.derived[table].delete(key);
		else this.derived[table].set(key, value);
	}

	async readEvent(id: string): Promise<StoredEvent | undefined> {
		return this.events.get(id);
	}

	addEvent(event: StoredEvent): void {
		// A copy, as a database would make: what the caller does with its own must not reach us.
		this.events.set(event.id, structuredClone(event) as StoredRecord);
	}

	async eventsOfClaim(course: string, claim: string): Promise<readonly StoredEvent[]> {
		return this.#matching((event) => event['course'] === course && event['claim'] === claim);
	}

	async eventsOfSession(session: string): Promise<readonly StoredEvent[]> {
		return this.#matching((event) => event['session'] === session);
	}

	async undosOf(target: string): Promise<readonly StoredEvent[]> {
		return this.#matching((event) => event['target'] === target);
	}

	#matching(matches: (event: StoredRecord) => boolean): readonly StoredEvent[] {
		return [...this.events.values()].filter(matches);
	}
}

class MemoryStore implements LearnerStore {
	readonly #tables = new MemoryTables();
	readonly #settings = new Map<string, unknown>();
	/** One write at a time, as a database would have it. */
	#queue: Promise<unknown> = Promise.resolve();

	async readStart(courses: readonly string[]): Promise<Start> {
		const { sessions, progress } = this.#tables.derived;
		return {
			settings: new Map(this.#settings),
			sessions: pick(sessions, courses, (course) => course),
			exams: pick(sessions, courses, examKey),
			progress: pick(progress, courses, (course) => progressKey(course, WHOLE_COURSE))
		};
	}

	append(events: readonly LearnerEvent[]): Promise<Appended> {
		return this.#inTurn(async () => {
			for (const event of events) {
				if (this.#tables.events.has(event.id)) continue;
				const reason = await findRefusal(this.#tables, event);
				if (reason) return { kind: 'refused', reason, session: await readSessionOf(this.#tables, event) };
				await addEvent(this.#tables, event);
			}
			const [first] = events;
			return { kind: 'kept', session: first && (await readSessionOf(this.#tables, first)) };
		});
	}

	merge(events: readonly unknown[]): Promise<number> {
		return this.#inTurn(async () => {
			const before = this.#tables.events.size;
			for (const stored of events) {
				const event = readEvent(stored);
				if (event) await addEvent(this.#tables, event);
				else if (isStored(stored) && !this.#tables.events.has(stored.id)) this.#tables.addEvent(stored);
			}
			return this.#tables.events.size - before;
		});
	}

	async readSession(course: string): Promise<Session | undefined> {
		return this.#tables.get('sessions', course);
	}

	async readExam(course: string): Promise<Session | undefined> {
		return this.#tables.get('sessions', examKey(course));
	}

	async readDue(course: string, day: Day, limit: number): Promise<readonly Card[]> {
		return this.#cardsBy(course, ({ due }) => due)
			.filter(({ due }) => due! <= day)
			.slice(0, limit);
	}

	async countDue(course: string, from: Day, to: Day): Promise<ReadonlyMap<Day, number>> {
		const counts = new Map<Day, number>();
		for (const { due } of this.#cardsBy(course, (card) => card.due)) {
			if (due! >= from && due! <= to) counts.set(due!, (counts.get(due!) ?? 0) + 1);
		}
		return counts;
	}

	async countMet(course: string, day: Day): Promise<number> {
		return this.#cardsBy(course, ({ firstDay }) => firstDay).filter(({ firstDay }) => firstDay === day)
			.length;
	}

	async readMissed(course: string, limit: number): Promise<readonly Card[]> {
		return this.#cardsBy(course, ({ missed }) => missed).slice(0, limit);
	}

	async readFlagged(course: string, limit: number): Promise<readonly Card[]> {
		return this.#cardsBy(course, ({ flagged }) => flagged).slice(0, limit);
	}

	async readCourseCards(course: string, section?: string): Promise<readonly Card[]> {
		return this.#cardsBy(course, (card) => card.section).filter(
			(card) => section === undefined || card.section === section
		);
	}

	async readDays(from: Day): Promise<readonly DayTotals[]> {
		const days = [...this.#tables.derived.days].filter(([day]) => day >= from);
		return days.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, totals]) => totals);
	}

	async readClaimEvents(course: string, claim: string): Promise<readonly LearnerEvent[]> {
		const stored = await this.#tables.eventsOfClaim(course, claim);
		return stored
			.map(readEvent)
			.filter((event) => event !== undefined)
			.sort(compareEvents);
	}

	/** As an index would give them: those that have the field, by it and then by their keys. */
	#cardsBy(course: string, fieldOf: (card: Card) => string | number | undefined): readonly Card[] {
		return [...this.#tables.derived.cards]
			.filter(([, card]) => card.course === course && fieldOf(card) !== undefined)
			.sort(([keyA, a], [keyB, b]) => {
				const [left, right] = [fieldOf(a)!, fieldOf(b)!];
				return left === right ? (keyA < keyB ? -1 : 1) : left < right ? -1 : 1;
			})
			.map(([, card]) => card);
	}

	async readCards(keys: readonly string[]): Promise<ReadonlyMap<string, Card>> {
		return pick(this.#tables.derived.cards, keys, (key) => key);
	}

	async readProgress(course: string): Promise<ReadonlyMap<string, Progress>> {
		const all = [...this.#tables.derived.progress.values()].filter((progress) => progress.course === course);
		return new Map(all.map((progress) => [progress.section, progress]));
	}

	async readEvent(id: EventId): Promise<LearnerEvent | undefined> {
		return readEvent(await this.#tables.readEvent(id));
	}

	async readEvents(after: EventId | undefined, limit: number): Promise<readonly unknown[]> {
		const ids = [...this.#tables.events.keys()].filter((id) => after === undefined || id > after).sort();
		return ids.slice(0, limit).map((id) => this.#tables.events.get(id));
	}

	async countEvents(): Promise<number> {
		return this.#tables.events.size;
	}

	async readState(): Promise<LearnerState> {
		const { cards, days, sessions, progress } = this.#tables.derived;
		return {
			cards: new Map(cards),
			days: new Map(days),
			sessions: new Map(sessions),
			progress: new Map(progress)
		};
	}

	rebuild(): Promise<void> {
		return this.#inTurn(async () => {
			const events = [...this.#tables.events.values()].map(readEvent).filter((event) => event !== undefined);
			const entries = tableEntries(foldEvents(events));
			for (const table of DERIVED_TABLES) {
				this.#tables.derived[table].clear();
				for (const [key, value] of entries[table]) this.#tables.set(table, key, value);
			}
		});
	}

	async writeSetting(name: string, value: unknown): Promise<void> {
		this.#settings.set(name, structuredClone(value));
	}

	close(): void {
		// Nothing is held.
	}

	#inTurn<T>(write: () => Promise<T>): Promise<T> {
		const turn = this.#queue.then(write);
		this.#queue = turn.catch(() => undefined);
		return turn;
	}
}

function pick<T>(
	records: ReadonlyMap<string, T>,
	names: readonly string[],
	keyOf: (name: string) => string
): ReadonlyMap<string, T> {
	return new Map(
		names.flatMap((name) => {
			const value = records.get(keyOf(name));
			return value === undefined ? [] : [[name, value] as const];
		})
	);
}
