import type { SessionClosed, SessionShortened, Undone } from '#core/event.ts';
import type { LearnerStore } from '#storage/store.ts';
import type { Library } from './library.ts';
import type { Asked, Given } from './scene.ts';
import type { Stamper } from './stamper.ts';
import type { Tabs } from './tabs.ts';

export interface StudyParts {
	readonly store: LearnerStore;
	readonly library: Library;
	readonly stamper: Stamper;
	readonly tabs: Tabs;
	/** Remembers, for this tab only, the last answer whose feedback the learner has left. */
	readonly seen: { get(): string | null; set(event: string): void };
	/** Called while an answer is being written: it is not kept yet, and may be refused. */
	readonly onwriting?: (asked: Asked, given: Given) => void;
	/** Called when a question is on the screen. */
	readonly onasked: () => void;
	/** Called when the learner leaves the last feedback of a session. */
	readonly onfinished: () => void;
}

/** What a learner does to a session, less its stamp and its name. */
export type SessionNews =
	| Pick<Undone, 'kind' | 'target' | 'claim'>
	| Pick<SessionShortened, 'kind' | 'claim'>
	| Pick<SessionClosed, 'kind'>;
