import type { Certainty } from './answer.ts';
import { CARD_VERSION, type Card, type Grade, type ReviewState } from './card.ts';
import { addDays, daysBetween, learnerDay, type Day } from './day.ts';
import {
	compareEvents,
	movesCards,
	type Answered,
	type EventId,
	type Flagged,
	type Suspended
} from './event.ts';
import { nextMemory, waitDays } from './schedule.ts';

/** What a card is made of. Previews count for nothing, and must be left out. */
export type CardEvent = Answered | Suspended | Flagged;

/** A right guess is right for the score, and for the schedule it is not known. */
export function gradeFor(right: boolean, certainty: Certainty | null): Grade {
	if (!right || certainty === 'guess') return 'again';
	return certainty === 'think-so' ? 'hard' : 'good';
}

/** `events` holds one claim's events, in any order, answers that were taken back left out. */
export function foldCard(events: readonly CardEvent[]): Card | undefined {
	const ordered = [...events].sort(compareEvents);
	if (ordered[0] === undefined) return undefined;
	const draft = startDraft(ordered[0]);
	for (const event of ordered) apply(draft, event);
	return finishDraft(draft);
}

export function comesAfter(card: Card, event: CardEvent): boolean {
	return event.at > card.lastAt || (event.at === card.lastAt && event.id > card.lastId);
}

/** Must get its events in order: see `comesAfter`. */
export function addToCard(card: Card | undefined, event: CardEvent): Card {
	const draft = card ? copyToDraft(card) : startDraft(event);
	apply(draft, event);
	return finishDraft(draft);
}

/** A card in the making, changed in place: a rebuild folds a million events. */
interface Draft {
	readonly course: string;
	section: string;
	readonly claim: string;
	answers: number;
	rights: number;
	readonly seen: Map<string, number>;
	review: ReviewState | undefined;
	firstDay: Day | undefined;
	missed: 1 | 2 | undefined;
	suspended: boolean;
	readonly flags: Set<string>;
	lastAt: number;
	lastId: EventId;
	lastRight: boolean;
}

function startDraft({ course, section, claim, at, id }: CardEvent): Draft {
	return {
		...{ course, section, claim },
		...{ answers: 0, rights: 0, seen: new Map(), review: undefined, firstDay: undefined },
		...{ missed: undefined, suspended: false, flags: new Set() },
		...{ lastAt: at, lastId: id, lastRight: false }
	};
}

function copyToDraft(card: Card): Draft {
	const { version: _, due: __, flagged: ___, review, firstDay, missed, ...rest } = card;
	const seen = new Map(Object.entries(card.seen));
	return { ...rest, review, firstDay, missed, seen, flags: new Set(card.flags) };
}

/** What is not there is absent and not `undefined`: an index holds only the cards that have it. */
function finishDraft({ seen, flags, review, firstDay, missed, ...rest }: Draft): Card {
	const isAsked = !rest.suspended && review !== undefined;
	return {
		version: CARD_VERSION,
		...rest,
		seen: Object.fromEntries(seen),
		flags: [...flags],
		...(review && { review }),
		...(isAsked && { due: addDays(review.day, waitDays(review.memory)) }),
		...(firstDay && { firstDay }),
		...(missed && { missed }),
		...(flags.size > 0 && { flagged: flags.size })
	};
}

function apply(draft: Draft, event: CardEvent): void {
	draft.lastAt = event.at;
	draft.lastId = event.id;
	switch (event.kind) {
		case 'answered':
			return applyAnswer(draft, event);
		case 'suspended':
			draft.suspended = event.suspended;
			return;
		case 'flagged':
			// The one flagged last stands last.
			draft.flags.delete(event.question);
			if (event.flagged) draft.flags.add(event.question);
	}
}

function applyAnswer(draft: Draft, event: Answered): void {
	const { section, question, right, certainty } = event;
	draft.section = section;
	draft.answers += 1;
	draft.rights += right ? 1 : 0;
	draft.seen.set(question, (draft.seen.get(question) ?? 0) + 1);
	draft.missed = right ? undefined : certainty === 'sure' ? 1 : 2;
	draft.lastRight = right;
	if (!movesCards(event.mode)) return;
	const day = learnerDay(event.at, event.offset);
	// A flight west can lead back to a day that was there before: it has had its review.
	if (draft.review !== undefined && day <= draft.review.day) return;
	draft.review = nextReview(draft.review, day, gradeFor(right, certainty));
	draft.firstDay ??= day;
}

function nextReview(before: ReviewState | undefined, day: Day, grade: Grade): ReviewState {
	const elapsedDays = before ? daysBetween(before.day, day) : 0;
	const wasKnown = before !== undefined && before.lastGrade !== 'again';
	return {
		memory: nextMemory(before?.memory, elapsedDays, grade),
		day,
		lastGrade: grade,
		count: (before?.count ?? 0) + 1,
		lapses: (before?.lapses ?? 0) + (wasKnown && grade === 'again' ? 1 : 0)
	};
}
