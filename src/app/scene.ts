import type { Answer, Certainty } from '#core/answer.ts';
import type { EventId, SessionMode } from '#core/event.ts';
import type { Outcome } from '#core/grading.ts';
import type { Session } from '#core/session.ts';
import { StoreError, type StoreTrouble } from '#storage/store.ts';
import { LibraryError } from './library.ts';
import type { Placed } from './session-source.ts';
import type { Wanted } from './study-address.ts';

export type Trouble = StoreTrouble | 'content' | 'unknown';

/** What is on the screen. */
export type Scene =
	| { readonly kind: 'opening' }
	| { readonly kind: 'asking'; readonly asked: Asked }
	| { readonly kind: 'feedback'; readonly asked: Asked; readonly given: Given; readonly resumed: boolean }
	| { readonly kind: 'summary'; readonly session: Session; readonly missed: readonly Placed[] }
	/** Nothing is due, was wrong, or fits. */
	| { readonly kind: 'nothing'; readonly wanted: Wanted }
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

/** Why an answer does not move the schedule: for its session's sake, or because today's first one has. */
export type Still = 'practice' | 'mistakes' | 'preview' | 'today';

/** Of a session in which no answer moves a card. */
export function stillOf(mode: SessionMode | undefined): Still | undefined {
	return mode === 'practice' || mode === 'mistakes' || mode === 'preview' ? mode : undefined;
}

export function troubleOf(error: unknown): Trouble {
	if (error instanceof StoreError) return error.trouble;
	if (error instanceof LibraryError) return 'content';
	console.error(error);
	return 'unknown';
}
