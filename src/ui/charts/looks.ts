import type { Mastery } from '#core/pictures/mastery.ts';

/** How a part of a picture is told from the others: by its texture, never by its colour. */
export type Look = 'solid' | 'hatched' | 'open' | 'dot' | 'ring' | 'dashes';

export const MASTERY_LOOKS = {
	held: 'solid',
	learning: 'hatched',
	'not-met': 'open'
} as const satisfies Record<Mastery, Look>;

/** A day's cell among the weeks, and the side of its mark in it, by how much was answered. */
export const CELL = 10;
export const MARK_SIDES = [1.5, 3.5, 5.5, 7.5, 9.5] as const;
