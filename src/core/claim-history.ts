import {
	compareEvents,
	takesBack,
	type Answered,
	type Flagged,
	type LearnerEvent,
	type Suspended
} from './event.ts';

/** What a learner would tell of a claim. */
export type Happening = Answered | Suspended | Flagged;

/**
 * What happened to one claim, the latest first. An answer that was taken back has not happened.
 *
 * @param events of the claim, in any order
 */
export function tellHistory(events: readonly LearnerEvent[]): readonly Happening[] {
	const undos = events.filter((event) => event.kind === 'undone');
	return events
		.filter((event) => isTold(event))
		.filter((event) => event.kind !== 'answered' || !undos.some((undo) => takesBack(undo, event)))
		.sort((a, b) => compareEvents(b, a));
}

function isTold(event: LearnerEvent): event is Happening {
	return event.kind === 'answered' || event.kind === 'suspended' || event.kind === 'flagged';
}
