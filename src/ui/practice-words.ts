import type { Level, QuestionKind } from '#core/question.ts';
import { m } from './messages.ts';

export const KIND_NAMES = {
	'single-choice': m.practise_kind_single_choice,
	'multiple-choice': m.practise_kind_multiple_choice,
	'true-false': m.practise_kind_true_false,
	numeric: m.practise_kind_numeric,
	'short-text': m.practise_kind_short_text,
	cloze: m.practise_kind_cloze,
	matching: m.practise_kind_matching,
	ordering: m.practise_kind_ordering,
	categorise: m.practise_kind_categorise,
	estimate: m.practise_kind_estimate
} satisfies Record<QuestionKind, () => string>;

export const LEVEL_NAMES = {
	remember: m.practise_level_remember,
	understand: m.practise_level_understand,
	apply: m.practise_level_apply,
	analyse: m.practise_level_analyse
} satisfies Record<Level, () => string>;
