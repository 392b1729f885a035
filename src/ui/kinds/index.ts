import type { Component } from 'svelte';
import type { Question, QuestionKind } from '#core/question.ts';
import { m } from '../messages.ts';
import ChoiceField from './ChoiceField.svelte';
import type { FieldProps } from './field.ts';

/** The view of a kind; the tables below see to it that it meets questions of its own kind only. */
export type Field = Component<FieldProps>;

/** What a newcomer meets first is there at once. */
const READY = {
	'single-choice': ChoiceField,
	'multiple-choice': ChoiceField,
	'true-false': ChoiceField
};

/** The other views come with the first question that needs them, or a moment before. */
const LATER = {
	numeric: () => import('./TextField.svelte'),
	'short-text': () => import('./TextField.svelte'),
	estimate: () => import('./TextField.svelte'),
	cloze: () => import('./ClozeField.svelte'),
	matching: () => import('./MatchingField.svelte'),
	ordering: () => import('./OrderingField.svelte'),
	categorise: () => import('./CategoriseField.svelte')
} satisfies Record<Exclude<QuestionKind, keyof typeof READY>, () => Promise<{ default: unknown }>>;

export const KIND_HINTS = {
	'single-choice': m.kind_single_choice,
	'multiple-choice': m.kind_multiple_choice,
	'true-false': m.kind_true_false,
	numeric: m.kind_numeric,
	'short-text': m.kind_short_text,
	cloze: m.kind_cloze,
	matching: m.kind_matching,
	ordering: m.kind_ordering,
	categorise: m.kind_categorise,
	estimate: m.kind_estimate
} satisfies Record<QuestionKind, () => string>;

const loaded = new Map<QuestionKind, Field>();

/** The view, if it is here already. */
export function fieldFor({ kind }: Question): Field | undefined {
	return isReady(kind) ? (READY[kind] as unknown as Field) : loaded.get(kind);
}

export async function loadField({ kind }: Question): Promise<Field> {
	if (isReady(kind)) return READY[kind] as unknown as Field;
	const field = (await LATER[kind]()).default as unknown as Field;
	loaded.set(kind, field);
	return field;
}

function isReady(kind: QuestionKind): kind is keyof typeof READY {
	return Object.hasOwn(READY, kind);
}
