import { foldCard } from './fold-card.ts';
import { foldSession, laterSession } from './fold-session.ts';
import { type Card } from './card.ts';
import { claimKey } from './question.ts';
import {
	compareEvents,
	takesBack,
	type Answered,
	type EventId,
	type LearnerEvent,
	type Undone
} from './event.ts';
import { type Session } from './session.ts';
import { WHOLE_COURSE } from './catalogue.ts';
import { addToDay, addToProgress, dayOf, weigh, type DayTotals, type Progress } from './totals.ts';

/** Everything that follows from a learner's events. Laws 1 to 3 speak of this. */
export interface LearnerState {
	/** By `claimKey`. */
	readonly cards: ReadonlyMap<string, Card>;
	/** By day. */
	readonly days: ReadonlyMap<string, DayTotals>;
	/** By course: the session begun last. */
	readonly sessions: ReadonlyMap<string, Session>;
	/** By `progressKey`. */
	readonly progress: ReadonlyMap<string, Progress>;
}

export function progressKey(course: string, section: string): string {
	return `${course}/${section}`;
}

/** Any arrangement of the same events gives one state; an event that stands twice counts once. */
export function foldEvents(events: Iterable<LearnerEvent>): LearnerState {
	const ordered = [...uniqueById(events).values()].sort(compareEvents);
	const answered = withoutUndone(ordered);
	const cards = foldCards(answered);
	return { cards, days: foldDays(answered), sessions: foldSessions(ordered), progress: foldProgress(cards) };
}

/** The answers that still count. */
export function withoutUndone(events: readonly LearnerEvent[]): readonly Answered[] {
	const undone = new Map<EventId, Undone[]>();
	for (const event of events) {
		if (event.kind === 'undone') undone.set(event.target, [...(undone.get(event.target) ?? []), event]);
	}
	return events
		.filter((event) => event.kind === 'answered')
		.filter((event) => !undone.get(event.id)?.some((undo) => takesBack(undo, event)));
}

function uniqueById(events: Iterable<LearnerEvent>): Map<EventId, LearnerEvent> {
	const byId = new Map<EventId, LearnerEvent>();
	for (const event of events) if (!byId.has(event.id)) byId.set(event.id, event);
	return byId;
}

function foldCards(answered: readonly Answered[]): Map<string, Card> {
	const byClaim = groupBy(answered, ({ course, claim }) => claimKey(course, claim));
	const cards = new Map<string, Card>();
	for (const [key, group] of byClaim) cards.set(key, foldCard(group)!);
	return cards;
}

function foldDays(answered: readonly Answered[]): Map<string, DayTotals> {
	const days = new Map<string, DayTotals>();
	for (const event of answered) days.set(dayOf(event), addToDay(days.get(dayOf(event)), event, 1)!);
	return days;
}

function foldSessions(events: readonly LearnerEvent[]): Map<string, Session> {
	const sessions = new Map<string, Session>();
	for (const group of groupBy(events, ({ course, session }) => `${course}/${session}`).values()) {
		const session = foldSession(group);
		if (session) sessions.set(session.course, laterSession(sessions.get(session.course), session));
	}
	return sessions;
}

function foldProgress(cards: ReadonlyMap<string, Card>): Map<string, Progress> {
	const progress = new Map<string, Progress>();
	for (const card of cards.values()) {
		for (const section of [card.section, WHOLE_COURSE]) {
			const key = progressKey(card.course, section);
			const at = { course: card.course, section };
			progress.set(key, addToProgress(progress.get(key), at, weigh(card, 1))!);
		}
	}
	return progress;
}

function groupBy<K, V>(values: readonly V[], keyOf: (value: V) => K): Map<K, V[]> {
	const groups = new Map<K, V[]>();
	for (const value of values) {
		const group = groups.get(keyOf(value));
		if (group) group.push(value);
		else groups.set(keyOf(value), [value]);
	}
	return groups;
}
