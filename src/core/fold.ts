import { foldCard, type CardEvent } from './fold-card.ts';
import { foldSession, isSessionEvent, laterSession } from './fold-session.ts';
import { type Card } from './card.ts';
import { claimKey } from './question.ts';
import {
	compareEvents,
	takesBack,
	type Answered,
	type EventId,
	type Flagged,
	type LearnerEvent,
	type Suspended,
	type Undone
} from './event.ts';
import { sessionKey, type Session } from './session.ts';
import { WHOLE_COURSE } from './catalogue.ts';
import { addToDay, addToProgress, dayOf, weigh, type DayTotals, type Progress } from './totals.ts';

/** Everything that follows from a learner's events. Laws 1 to 3 speak of this. */
export interface LearnerState {
	/** By `claimKey`. */
	readonly cards: ReadonlyMap<string, Card>;
	/** By day. */
	readonly days: ReadonlyMap<string, DayTotals>;
	/** By `sessionKey`: the session begun last. */
	readonly sessions: ReadonlyMap<string, Session>;
	/** By `progressKey`. */
	readonly progress: ReadonlyMap<string, Progress>;
}

export function progressKey(course: string, section: string): string {
	return `${course}/${section}`;
}

/** Any arrangement of the same events gives one state; an event that stands twice counts once. */
export function foldEvents(events: Iterable<LearnerEvent>): LearnerState {
	const ordered = putInOrder(events);
	const answered = withoutUndone(ordered).filter(counts);
	const cards = foldCards([...answered, ...ordered.filter(isMark)]);
	return { cards, days: foldDays(answered), sessions: foldSessions(ordered), progress: foldProgress(cards) };
}

/** Whether an answer goes into cards and days: a preview, given before anything was read, does not. */
export function counts({ mode }: Answered): boolean {
	return mode !== 'preview';
}

export function isMark(event: LearnerEvent): event is Suspended | Flagged {
	return event.kind === 'suspended' || event.kind === 'flagged';
}

/** One claim's events, as its card is made of them. */
export function cardEvents(events: readonly LearnerEvent[]): readonly CardEvent[] {
	return [...withoutUndone(events).filter(counts), ...events.filter(isMark)];
}

/** The answers that were not taken back. */
export function withoutUndone(events: readonly LearnerEvent[]): readonly Answered[] {
	const undone = new Map<EventId, Undone[]>();
	for (const event of events) {
		if (event.kind !== 'undone') continue;
		const others = undone.get(event.target);
		if (others) others.push(event);
		else undone.set(event.target, [event]);
	}
	return events.filter(
		(event) => event.kind === 'answered' && !undone.get(event.id)?.some((undo) => takesBack(undo, event))
	) as Answered[];
}

/** An event that stands twice is its own neighbour. */
function putInOrder(events: Iterable<LearnerEvent>): readonly LearnerEvent[] {
	const ordered = [...events].sort(compareEvents);
	return ordered.filter(({ id }, index) => id !== ordered[index - 1]?.id);
}

function foldCards(events: readonly CardEvent[]): Map<string, Card> {
	const cards = new Map<string, Card>();
	for (const [key, group] of groupByPair(events, 'claim', claimKey)) cards.set(key, foldCard(group)!);
	return cards;
}

function foldDays(answered: readonly Answered[]): Map<string, DayTotals> {
	const days = new Map<string, DayTotals>();
	for (const event of answered) {
		const day = dayOf(event);
		days.set(day, addToDay(days.get(day), event, 1)!);
	}
	return days;
}

function foldSessions(events: readonly LearnerEvent[]): Map<string, Session> {
	const sessions = new Map<string, Session>();
	const ofSessions = events.filter(isSessionEvent);
	for (const group of groupByPair(ofSessions, 'session', (course, id) => `${course}/${id}`).values()) {
		const session = foldSession(group);
		if (session === undefined) continue;
		const key = sessionKey(session);
		sessions.set(key, laterSession(sessions.get(key), session));
	}
	return sessions;
}

function foldProgress(cards: ReadonlyMap<string, Card>): Map<string, Progress> {
	const progress = new Map<string, Progress>();
	for (const card of cards.values()) {
		for (const section of [card.section, WHOLE_COURSE]) {
			const key = progressKey(card.course, section);
			const at = { course: card.course, section };
			const sum = addToProgress(progress.get(key), at, weigh(card, 1));
			if (sum) progress.set(key, sum);
		}
	}
	return progress;
}

/**
 * By `makeKey` of the course and of what `part` names. The key is made once for a group and not once for an
 * event: in a rebuild, making keys took longer than folding.
 */
function groupByPair<P extends string, V extends Readonly<Record<'course' | P, string>>>(
	values: readonly V[],
	part: P,
	makeKey: (course: string, part: string) => string
): Map<string, V[]> {
	const groups = new Map<string, V[]>();
	const byCourse = new Map<string, Map<string, V[]>>();
	for (const value of values) {
		let ofCourse = byCourse.get(value.course);
		if (ofCourse === undefined) byCourse.set(value.course, (ofCourse = new Map<string, V[]>()));
		let group = ofCourse.get(value[part]);
		if (group === undefined) {
			const key = makeKey(value.course, value[part]);
			group = groups.get(key) ?? [];
			groups.set(key, group);
			ofCourse.set(value[part], group);
		}
		group.push(value);
	}
	return groups;
}
