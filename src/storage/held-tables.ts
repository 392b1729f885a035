import type { DerivedTables, StoredEvent, TableName, Tables } from './tables.ts';

/**
 * Tables that ask for nothing twice. On a slow phone each request that must be waited for costs as much as the
 * write itself: so what an event will need is asked for in one go (`readAhead` in `derive.ts`) and answered
 * from here. Holds what it has read for as long as it lives: for one short transaction.
 */
export class HeldTables implements Tables {
	readonly #tables: Tables;
	readonly #held = new Map<string, Promise<unknown>>();

	constructor(tables: Tables) {
		this.#tables = tables;
	}

	get<T extends TableName>(table: T, key: string): Promise<DerivedTables[T] | undefined> {
		return this.#hold([table, key], () => this.#tables.get(table, key));
	}

	set<T extends TableName>(table: T, key: string, value: DerivedTables[T] | undefined): void {
		this.#held.set(nameOf([table, key]), Promise.resolve(value));
		this.#tables.set(table, key, value);
	}

	readEvent(id: string): Promise<StoredEvent | undefined> {
		return this.#hold(['event', id], () => this.#tables.readEvent(id));
	}

	addEvent(event: StoredEvent): void {
		this.#held.set(nameOf(['event', event.id]), Promise.resolve(event));
		const { course, claim, session, target } = event as StoredEvent & Readonly<Record<string, unknown>>;
		this.#addToList(['claim', course, claim], event);
		this.#addToList(['session', session], event);
		this.#addToList(['target', target], event);
		this.#tables.addEvent(event);
	}

	eventsOfClaim(course: string, claim: string): Promise<readonly StoredEvent[]> {
		return this.#hold(['claim', course, claim], () => this.#tables.eventsOfClaim(course, claim));
	}

	eventsOfSession(session: string): Promise<readonly StoredEvent[]> {
		return this.#hold(['session', session], () => this.#tables.eventsOfSession(session));
	}

	undosOf(target: string): Promise<readonly StoredEvent[]> {
		return this.#hold(['target', target], () => this.#tables.undosOf(target));
	}

	#hold<T>(parts: readonly string[], read: () => Promise<T>): Promise<T> {
		const name = nameOf(parts);
		const held = this.#held.get(name) as Promise<T> | undefined;
		if (held) return held;
		const reading = read();
		// Whoever needs it hears of a failure; asked for ahead and never needed, it would count as unhandled.
		reading.catch(() => undefined);
		this.#held.set(name, reading);
		return reading;
	}

	/** A list that was read before the event came must not lack it. */
	#addToList(parts: readonly unknown[], event: StoredEvent): void {
		const held = this.#held.get(nameOf(parts)) as Promise<readonly StoredEvent[]> | undefined;
		if (held === undefined) return;
		const longer = held.then((list) => [...list, event]);
		longer.catch(() => undefined);
		this.#held.set(nameOf(parts), longer);
	}
}

function nameOf(parts: readonly unknown[]): string {
	return parts.join('\n');
}
