import type { Card } from '#core/card.ts';
import type { Day } from '#core/day.ts';
import { compareEvents, type LearnerEvent } from '#core/event.ts';
import { readEvent } from '#core/read-event.ts';
import type { IDBPDatabase } from 'idb';
import type { GraspSchema } from './schema.ts';

/** Reads over indexes: each costs what it returns, whatever else there is. */
type Database = IDBPDatabase<GraspSchema>;

export function readDue(database: Database, course: string, day: Day, limit: number): Promise<Card[]> {
	const range = IDBKeyRange.bound([course, ''], [course, day]);
	return database.getAllFromIndex('cards', 'due', range, limit);
}

export async function countDue(
	database: Database,
	course: string,
	from: Day,
	to: Day
): Promise<ReadonlyMap<Day, number>> {
	const range = IDBKeyRange.bound([course, from], [course, to]);
	const cards = await database.getAllFromIndex('cards', 'due', range);
	const counts = new Map<Day, number>();
	for (const { due } of cards) if (due !== undefined) counts.set(due, (counts.get(due) ?? 0) + 1);
	return counts;
}

export function readMarked(
	database: Database,
	mark: 'missed' | 'flagged',
	course: string,
	limit: number
): Promise<Card[]> {
	const range = IDBKeyRange.bound([course, 0], [course, Infinity]);
	return database.getAllFromIndex('cards', mark, range, limit);
}

export function readCourseCards(database: Database, course: string, section?: string): Promise<Card[]> {
	const range =
		section === undefined
			? IDBKeyRange.bound([course, ''], [course, []])
			: IDBKeyRange.only([course, section]);
	return database.getAllFromIndex('cards', 'section', range);
}

export async function readClaimEvents(
	database: Database,
	course: string,
	claim: string
): Promise<LearnerEvent[]> {
	const stored = await database.getAllFromIndex('events', 'claim', IDBKeyRange.only([course, claim]));
	return stored
		.map(readEvent)
		.filter((event) => event !== undefined)
		.sort(compareEvents);
}
