import { addToCard, comesAfter, foldCard, type CardEvent } from '#core/fold-card.ts';
import { readEvent } from '#core/read-event.ts';
import {
	addToSession,
	foldSession,
	isOpen,
	isSessionEvent,
	laterSession,
	type SessionEvent
} from '#core/fold-session.ts';
import { CARD_VERSION, type Card } from '#core/card.ts';
import {
	takesBack,
	type Answered,
	type ExamNoted,
	type Flagged,
	type LearnerEvent,
	type Suspended,
	type Undone
} from '#core/event.ts';
import { cardEvents, counts, progressKey } from '#core/fold.ts';
import { claimKey } from '#core/question.ts';
import { sessionKey, type Session } from '#core/session.ts';
import { WHOLE_COURSE } from '#core/catalogue.ts';
import { addToDay, addToProgress, dayOf, weigh, type Change } from '#core/totals.ts';
import type { HeldTables } from './held-tables.ts';
import type { Refusal } from './store.ts';
import type { StoredEvent, Tables } from './tables.ts';

/**
 * Brings one event into the tables, with what follows from it. The cost does not depend on how many
 * events there are: an event that comes in order is added to what stands; one that comes late, or takes
 * something back, has its claim and its session folded again from their few events.
 */
export async function addEvent(tables: Tables, event: LearnerEvent): Promise<'new' | 'known'> {
	if (await tables.readEvent(event.id)) return 'known';
	switch (event.kind) {
		case 'answered':
			await addAnswered(tables, event);
			break;
		case 'undone':
			await addUndone(tables, event);
			break;
		case 'suspended':
		case 'flagged':
			await addMark(tables, event);
			break;
		case 'exam-noted':
			await addNote(tables, event);
			break;
		case 'session-started':
		case 'session-closed':
		case 'session-shortened':
		case 'exam-clock-set':
			tables.addEvent(event);
			await refoldSession(tables, event);
	}
	return 'new';
}

/** Asks at once for all that `findRefusal` and `addEvent` will want to know, of tables that hold what they have read. */
export function readAhead(tables: HeldTables, event: LearnerEvent): void {
	void tables.readEvent(event.id);
	void tables.get('sessions', keyOf(event));
	if (event.kind === 'session-started') void tables.eventsOfSession(event.session);
	if (event.kind !== 'answered' || !counts(event)) return;
	void tables.undosOf(event.id);
	void tables.get('cards', claimKey(event.course, event.claim));
	void tables.get('days', dayOf(event));
	void tables.get('progress', progressKey(event.course, event.section));
	void tables.get('progress', progressKey(event.course, WHOLE_COURSE));
}

/** The session that the event belongs to, as it stands now. */
export function readSessionOf(tables: Tables, event: LearnerEvent): Promise<Session | undefined> {
	return tables.get('sessions', keyOf(event));
}

/** Whether what a learner has just done can still be done: two taps, or two tabs, are one answer. */
export async function findRefusal(tables: Tables, event: LearnerEvent): Promise<Refusal | undefined> {
	if (event.kind === 'undone') {
		const undos = await readEvents(tables.undosOf(event.target));
		return undos.length > 0 ? 'already-undone' : undefined;
	}
	if (event.kind !== 'answered') return undefined;
	const session = await tables.get('sessions', keyOf(event));
	if (session?.id !== event.session || session.closed) return 'session-closed';
	return isOpen(session, event.question) ? undefined : 'already-answered';
}

async function addAnswered(tables: Tables, event: Answered): Promise<void> {
	const [undos, session] = await Promise.all([
		readEvents(tables.undosOf(event.id)),
		tables.get('sessions', keyOf(event)),
		// Asked for at the same time; taken up below.
		...(counts(event) ? [tables.get('cards', cardKey(event)), tables.get('days', dayOf(event))] : [])
	]);
	tables.addEvent(event);
	if (undos.some((undo) => undo.kind === 'undone' && takesBack(undo, event))) return;
	if (counts(event)) await countAnswer(tables, event);
	if (session?.id !== event.session) return;
	if (isNextInSession(session, event)) tables.set('sessions', keyOf(event), addToSession(session, event));
	else await refoldSession(tables, event);
}

async function countAnswer(tables: Tables, event: Answered): Promise<void> {
	const [card, day] = await Promise.all([
		tables.get('cards', cardKey(event)),
		tables.get('days', dayOf(event))
	]);
	tables.set('days', dayOf(event), addToDay(day, event, 1));
	await setCard(tables, card, isNext(card, event) ? addToCard(card, event) : await refoldCard(tables, event));
}

async function addMark(tables: Tables, event: Suspended | Flagged): Promise<void> {
	const card = await tables.get('cards', cardKey(event));
	tables.addEvent(event);
	await setCard(tables, card, isNext(card, event) ? addToCard(card, event) : await refoldCard(tables, event));
}

/** Written at each change of a field: folded on, where it comes in order, and not anew from all that came before. */
async function addNote(tables: Tables, event: ExamNoted): Promise<void> {
	const session = await tables.get('sessions', keyOf(event));
	tables.addEvent(event);
	if (session?.id !== event.session) return;
	const isLast = Object.values(session.notes ?? {}).every(({ at }) => at < event.at);
	if (isLast && event.at > session.startedAt && !session.closed)
		tables.set('sessions', keyOf(event), addToSession(session, event));
	else await refoldSession(tables, event);
}

async function addUndone(tables: Tables, event: Undone): Promise<void> {
	const [undos, stored, card] = await Promise.all([
		readEvents(tables.undosOf(event.target)),
		tables.readEvent(event.target),
		tables.get('cards', cardKey(event))
	]);
	tables.addEvent(event);
	const target = readEvent(stored);
	if (target?.kind !== 'answered' || !takesBack(event, target)) return;
	if (undos.some((undo) => undo.kind === 'undone' && takesBack(undo, target))) return;
	if (counts(target)) {
		const day = await tables.get('days', dayOf(target));
		tables.set('days', dayOf(target), addToDay(day, target, -1));
		await setCard(tables, card, await refoldCard(tables, event));
	}
	await refoldSession(tables, event);
}

function isNext(card: Card | undefined, event: CardEvent): boolean {
	return card === undefined || (card.version === CARD_VERSION && comesAfter(card, event));
}

function isNextInSession(session: Session, event: Answered): boolean {
	const { startedAt, shortenedAt = startedAt } = session;
	return (
		event.at > Math.max(startedAt, shortenedAt) &&
		Object.values(session.answers).every((answer) => answer.at < event.at)
	);
}

async function refoldCard(
	tables: Tables,
	{ course, claim }: { readonly course: string; readonly claim: string }
): Promise<Card | undefined> {
	return foldCard(cardEvents(await readEvents(tables.eventsOfClaim(course, claim))));
}

async function refoldSession(
	tables: Tables,
	{ session: id, course }: Pick<SessionEvent, 'session' | 'course'>
): Promise<void> {
	const events = await readEvents(tables.eventsOfSession(id));
	const folded = foldSession(events.filter(isSessionEvent).filter((event) => event.course === course));
	if (folded === undefined) return;
	const standing = await tables.get('sessions', sessionKey(folded));
	const others = standing?.id === id ? undefined : standing;
	tables.set('sessions', sessionKey(folded), laterSession(others, folded));
}

/** Where the event's session stands, as far as the event tells; `refoldSession` knows it for certain. */
function keyOf(event: LearnerEvent): string {
	if (event.kind === 'exam-noted' || event.kind === 'exam-clock-set')
		return sessionKey({ course: event.course, mode: 'exam' });
	return 'mode' in event ? sessionKey(event) : event.course;
}

function cardKey({ course, claim }: { readonly course: string; readonly claim: string }): string {
	return claimKey(course, claim);
}

/** Writes a card, and moves its section's and its course's progress by the difference. */
async function setCard(tables: Tables, before: Card | undefined, after: Card | undefined): Promise<void> {
	if (before === undefined && after === undefined) return;
	const { course, claim } = (after ?? before)!;
	tables.set('cards', claimKey(course, claim), after);
	const changes = new Map<string, Change>();
	for (const [card, sign] of [
		[before, -1],
		[after, 1]
	] as const) {
		if (card === undefined) continue;
		for (const section of [card.section, WHOLE_COURSE]) {
			const { met, right } = weigh(card, sign);
			const sum = changes.get(section) ?? { met: 0, right: 0 };
			changes.set(section, { met: sum.met + met, right: sum.right + right });
		}
	}
	const moved = [...changes].filter(([, { met, right }]) => met !== 0 || right !== 0);
	await Promise.all(
		moved.map(async ([section, change]) => {
			const key = progressKey(course, section);
			const progress = await tables.get('progress', key);
			tables.set('progress', key, addToProgress(progress, { course, section }, change));
		})
	);
}

async function readEvents(stored: Promise<readonly StoredEvent[]>): Promise<LearnerEvent[]> {
	return (await stored).map(readEvent).filter((event) => event !== undefined);
}
