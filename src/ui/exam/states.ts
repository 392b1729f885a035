import type { PositionState } from '#core/exam.ts';
import type { IconName } from '../controls/Icon.svelte';
import { m } from '../messages.ts';

/** A position as the overview shows it. */
export interface Standing {
	readonly state: PositionState;
	readonly marked: boolean;
}

/** Told by a word and, but for what is open, by a sign. */
export const STATES = {
	open: { label: m.exam_state_open, icon: undefined },
	begun: { label: m.exam_state_begun, icon: 'partly' },
	answered: { label: m.exam_state_answered, icon: 'right' }
} satisfies Record<PositionState, { label: () => string; icon: IconName | undefined }>;

/** `place` counts from 0. */
export function nameStanding({ state, marked }: Standing, place: number): string {
	const named = { number: place + 1, state: STATES[state].label() };
	return marked ? m.exam_number_marked(named) : m.exam_number(named);
}
