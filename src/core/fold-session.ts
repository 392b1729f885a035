import {
	compareEvents,
	takesBack,
	type Answered,
	type EventId,
	type LearnerEvent,
	type SessionStarted
} from './event.ts';
import type { Session } from './session.ts';

/** Whether an answer to this question can still be taken: one answer for one place in a session. */
export function isOpen(session: Session, question: string): boolean {
	return !session.closed && openPosition(session, question) !== undefined;
}

export function startSession(event: SessionStarted): Session {
	return {
		id: event.session,
		course: event.course,
		mode: event.mode,
		startedAt: event.at,
		questions: event.questions,
		answers: {},
		closed: false
	};
}

/** Must get events of this session only, and in order. */
export function addToSession(session: Session, event: LearnerEvent): Session {
	switch (event.kind) {
		case 'session-started':
			return session;
		case 'answered':
			return addAnswer(session, event);
		case 'undone':
			return { ...session, answers: withoutEvent(session.answers, event.target) };
		case 'session-closed':
			return { ...session, closed: true };
	}
}

/**
 * `events` holds one session's events, of one course, in any order. The start goes first whatever its clock said, and
 * an undo last: its target may carry a later time when the clock was set back between the two.
 */
export function foldSession(events: readonly LearnerEvent[]): Session | undefined {
	const started = events.filter((event) => event.kind === 'session-started').sort(compareEvents)[0];
	if (started === undefined) return undefined;
	const undos = events.filter((event) => event.kind === 'undone');
	return events
		.filter((event) => event.kind !== 'undone')
		.filter((event) => event.kind !== 'answered' || !undos.some((undo) => takesBack(undo, event)))
		.sort(compareEvents)
		.reduce(addToSession, startSession(started));
}

/** Of two sessions on one course, the one begun last is the one to go on with. */
export function laterSession(a: Session | undefined, b: Session): Session {
	if (a === undefined) return b;
	return a.startedAt > b.startedAt || (a.startedAt === b.startedAt && a.id > b.id) ? a : b;
}

function addAnswer(session: Session, event: Answered): Session {
	const position = openPosition(session, event.question);
	if (position === undefined) return session;
	const { id, at, right, score } = event;
	return { ...session, answers: { ...session.answers, [position]: { event: id, at, right, score } } };
}

function openPosition(session: Session, question: string): number | undefined {
	const open = session.questions.findIndex(
		(ref, position) => ref.question === question && session.answers[position] === undefined
	);
	return open === -1 ? undefined : open;
}

function withoutEvent(answers: Session['answers'], target: EventId): Session['answers'] {
	return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer.event !== target));
}
