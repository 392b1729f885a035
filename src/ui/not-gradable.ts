import type { NotGradable } from '#core/grading.ts';
import { m } from './messages.ts';

export const NOT_GRADABLE = {
	empty: m.not_gradable_empty,
	incomplete: m.not_gradable_incomplete,
	'not-a-number': m.not_gradable_not_a_number
} satisfies Record<NotGradable, () => string>;
