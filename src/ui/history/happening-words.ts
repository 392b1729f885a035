import type { Certainty } from '#core/answer.ts';
import type { Happening } from '#core/claim-history.ts';
import type { SessionMode } from '#core/event.ts';
import type { IconName } from '../controls/Icon.svelte';
import { m } from '../messages.ts';
import { VERDICTS, verdictOf } from '../verdict.ts';

const MODES = {
	learn: m.history_mode_learn,
	review: m.history_mode_review,
	again: m.history_mode_again,
	practice: m.history_mode_practice,
	mistakes: m.history_mode_mistakes,
	preview: m.history_mode_preview,
	exam: m.history_mode_exam
} satisfies Record<SessionMode, () => string>;

const CERTAINTIES = {
	guess: m.certainty_guess,
	'think-so': m.certainty_think_so,
	sure: m.certainty_sure
} satisfies Record<Certainty, () => string>;

export interface HappeningWords {
	readonly title: string;
	/** Absent where the word is enough. */
	readonly icon?: IconName;
	/** Each stands on its own. */
	readonly details: readonly string[];
	/** Whose prompt is to be said along with it. */
	readonly question?: string;
}

export function makeHappeningWords(happening: Happening): HappeningWords {
	if (happening.kind === 'suspended') {
		return { title: happening.suspended ? m.history_suspended() : m.history_asked_again(), details: [] };
	}
	const { question } = happening;
	if (happening.kind === 'flagged') {
		const title = happening.flagged ? m.history_flagged() : m.history_unflagged();
		return { title, icon: 'mark', details: [], question };
	}
	const verdict = verdictOf(happening.answer, happening);
	const { label, icon } = VERDICTS[verdict];
	const { certainty, mode } = happening;
	return {
		// In the feedback the word for it looks ahead.
		title: verdict === 'unknown' ? m.history_unknown() : label(),
		icon,
		details: [...(certainty === null ? [] : [CERTAINTIES[certainty]()]), MODES[mode]()],
		question
	};
}
