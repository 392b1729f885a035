import type { Mastery } from '#core/pictures/mastery.ts';
import { m } from '../messages.ts';

export const MASTERY_NAMES = {
	held: m.picture_mastery_held,
	learning: m.picture_mastery_learning,
	'not-met': m.picture_mastery_not_met
} as const satisfies Record<Mastery, () => string>;
