import { missedQuestions, type Session } from '#core/session.ts';
import { screenOrder, seedOf } from '#core/shuffle.ts';
import type { Asked, Scene } from './scene.ts';
import type { Placed } from './session-source.ts';

/** Sooner than this, a wait is none. */
export const WAIT_SHOWN_MILLIS = 200;

/** `orderSeed` belongs to a session: options keep their places through it, and change them with the next. */
export function askAt(placed: readonly Placed[], position: number, orderSeed: string): Asked {
	const asked = placed[position]!;
	const seed = seedOf(`${orderSeed}/${position}/${asked.question.id}`);
	return { ...asked, position, count: placed.length, order: screenOrder(asked.question, seed) };
}

export function summarise(session: Session, placed: readonly Placed[]): Scene {
	const missed = missedQuestions(session).map(({ question }) => question);
	const isMissed = ({ question }: Placed): boolean => missed.includes(question.id);
	return { kind: 'summary', session, missed: placed.filter(isMissed) };
}
