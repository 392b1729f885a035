import {
	compareEvents,
	takesBack,
	type Answered,
	type EventId,
	type ExamNoted,
	type Flagged,
	type LearnerEvent,
	type SessionShortened,
	type SessionStarted,
	type Suspended
} from './event.ts';
import type { Session } from './session.ts';

/** What belongs to a session. */
export type SessionEvent = Exclude<LearnerEvent, Suspended | Flagged>;

export function isSessionEvent(event: LearnerEvent): event is SessionEvent {
	return event.kind !== 'suspended' && event.kind !== 'flagged';
}

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
		closed: false,
		...(event.deadlineAt !== undefined && { deadlineAt: event.deadlineAt })
	};
}

/** Must get events of this session only, and in order. */
export function addToSession(session: Session, event: SessionEvent): Session {
	switch (event.kind) {
		case 'session-started':
			return session;
		case 'answered':
			// What names an exam stands elsewhere than what does not: see `sessionKey`.
			return (event.mode === 'exam') === isExam(session) ? addAnswer(session, event) : session;
		case 'undone':
			return { ...session, answers: withoutEvent(session.answers, event.target) };
		case 'session-closed':
			return { ...session, closed: true };
		case 'session-shortened':
			return isExam(session) ? session : withoutClaim(session, event);
		case 'exam-noted':
			return isExam(session) ? addNote(session, event) : session;
		case 'exam-clock-set':
			return isExam(session) ? setClock(session, event.deadlineAt) : session;
	}
}

/**
 * `events` holds one session's events, of one course, in any order. The start goes first whatever its clock said, and
 * an undo last: its target may carry a later time when the clock was set back between the two.
 */
export function foldSession(events: readonly SessionEvent[]): Session | undefined {
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

function isExam({ mode }: Session): boolean {
	return mode === 'exam';
}

function addAnswer(session: Session, event: Answered): Session {
	const position = openPosition(session, event.question);
	if (position === undefined) return session;
	const { id, at, right, score } = event;
	return { ...session, answers: { ...session.answers, [position]: { event: id, at, right, score } } };
}

/** What was answered stays; what moves up keeps its answer. */
function withoutClaim(session: Session, { claim, at }: SessionShortened): Session {
	const kept = session.questions.flatMap((ref, position) => {
		const answer = session.answers[position];
		return answer === undefined && ref.claim === claim ? [] : [{ ref, answer }];
	});
	const answers = kept.flatMap(({ answer }, position) => (answer ? [[position, answer] as const] : []));
	const questions = kept.map(({ ref }) => ref);
	return { ...session, questions, answers: Object.fromEntries(answers), shortenedAt: at };
}

function addNote(session: Session, { position, answer, marked, spentMillis, at }: ExamNoted): Session {
	return { ...session, notes: { ...session.notes, [position]: { answer, marked, spentMillis, at } } };
}

function setClock(session: Session, deadlineAt: number | null): Session {
	const { deadlineAt: _, ...rest } = session;
	return deadlineAt === null ? rest : { ...rest, deadlineAt };
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
