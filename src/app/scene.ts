import type { Answer, Certainty } from '#core/answer.ts';
import type { EventId } from '#core/event.ts';
import type { Outcome } from '#core/grading.ts';
import type { Session } from '#core/session.ts';
import type { StoreTrouble } from '#storage/store.ts';
import type { Placed } from './session-source.ts';

export type Trouble = StoreTrouble | 'content' | 'unknown';

/** What is on the screen. */
export type Scene =
	| { readonly kind: 'opening' }
	| { readonly kind: 'asking'; readonly asked: Asked }
	| { readonly kind: 'feedback'; readonly asked: Asked; readonly given: Given; readonly resumed: boolean }
	| { readonly kind: 'summary'; readonly session: Session; readonly missed: readonly Placed[] }
	| { readonly kind: 'trouble'; readonly trouble: Trouble };

export interface Asked extends Placed {
	/** From 0. */
	readonly position: number;
	readonly count: number;
	/** Option ids as they stand on the screen. */
	readonly order: readonly string[];
}

export interface Given {
	readonly event: EventId;
	readonly answer: Answer;
	readonly certainty: Certainty | null;
	readonly outcome: Extract<Outcome, { kind: 'graded' }>;
}
