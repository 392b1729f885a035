import type { Component } from 'svelte';
import type { Question, QuestionKind } from '#core/question.ts';
import { m } from '../messages.ts';
import ChoiceField from './ChoiceField.svelte';
import type { FieldProps } from './field.ts';

/** The view of a kind; the tables below see to it that it meets questions of its own kind only. */
export type Field = Component<FieldProps>;

export interface KindView {
	readonly Field: Field;
	/** What there is to do, in a few words. */
	readonly hint: () => string;
}

/** What a newcomer meets first is there at once. */
const READY = {
	'single-choice': m.kind_single_choice,
	'multiple-choice': m.kind_multiple_choice,
	'true-false': m.kind_true_false
};

type LaterKind = Exclude<QuestionKind, keyof typeof READY>;

/** The other views come with the first question that needs them, or a moment before. */
const LATER = {
	numeric: () => import('./TextField.svelte'),
	'short-text': () => import('./TextField.svelte'),
	estimate: () => import('./TextField.svelte'),
	cloze: () => import('./ClozeField.svelte'),
	matching: () => import('./MatchingField.svelte'),
	ordering: () => import('./OrderingField.svelte'),
	categorise: () => import('./CategoriseField.svelte')
} satisfies {
	[K in LaterKind]: () => Promise<{ default: unknown; HINTS: Readonly<Record<K, () => string>> }>;
};

const loaded = new Map<QuestionKind, KindView>();

/** The view, if it is here already. */
export function viewOf({ kind }: Question): KindView | undefined {
	return isReady(kind) ? { Field: ChoiceField as unknown as Field, hint: READY[kind] } : loaded.get(kind);
}

export async function loadView(question: Question): Promise<KindView> {
	const { kind } = question;
	if (isReady(kind)) return viewOf(question)!;
	const { default: Field, HINTS } = await LATER[kind]();
	const view = { Field: Field as Field, hint: (HINTS as Partial<Record<LaterKind, () => string>>)[kind]! };
	loaded.set(kind, view);
	return view;
}

function isReady(kind: QuestionKind): kind is keyof typeof READY {
	return Object.hasOwn(READY, kind);
}
