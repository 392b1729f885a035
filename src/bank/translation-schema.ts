/** The form of translations: strings only, keyed by the ids of what they translate. */

import type { QuestionKind } from '#core/question.ts';
import * as v from 'valibot';
import { described, id, LENGTHS, list, optional, shape, text } from './schema-parts.ts';

const line = text(LENGTHS.short);
const short = optional(text(LENGTHS.option));
const long = optional(text(LENGTHS.text));
const why = optional(described('why', text(LENGTHS.prompt)));
const answers = optional(described('answers', list(line, 1, 50)));

function byId<const T extends v.GenericSchema>(member: T) {
	return optional(v.record(id, member));
}

const named = byId(shape({ text: short, why }));

export const questionTranslationSchema = shape({
	prompt: optional(described('prompt', text(LENGTHS.prompt))),
	explanation: optional(described('explanation', text(LENGTHS.text))),
	why,
	unit: optional(described('unit', line)),
	answers,
	text: long,
	options: named,
	gaps: byId(shape({ answers, options: named })),
	pairs: byId(shape({ left: short, right: short, why })),
	extras: named,
	steps: named,
	categories: named,
	entries: named
});

const title = described('title', line);

const lesson = optional(described('lesson', list(text(LENGTHS.text), 1, 40)));

export const sectionTranslationSchema = shape({
	section: described('section', shape({ title })),
	lesson,
	claims: v.record(id, text(LENGTHS.claim)),
	questions: v.record(id, questionTranslationSchema)
});

/** The same file, with its questions left to be checked one by one. */
export const translationFrameSchema = shape({
	section: shape({ title }),
	lesson,
	claims: v.record(v.string(), v.unknown()),
	questions: v.record(v.string(), v.unknown())
});

export const courseTranslationSchema = shape({
	course: described('course', shape({ title, description: described('description', text(LENGTHS.prompt)) })),
	source: described(
		'source',
		shape({
			title,
			form: described('form', line),
			publisher: optional(described('publisher', line)),
			author: optional(described('author', line)),
			date: optional(described('date', line))
		})
	)
});

/** Which strings of a value are translated. */
export type Strings =
	'text' | 'texts' | { readonly keys: Readonly<Record<string, Strings>> } | { readonly members: Strings };

const option: Strings = { members: { keys: { text: 'text', why: 'text' } } };
const plain: Strings = { members: { keys: { text: 'text' } } };
const gap: Strings = { keys: { answers: 'texts', options: option } };
const pair: Strings = { keys: { left: 'text', right: 'text', why: 'text' } };

const OWN_STRINGS = {
	'single-choice': { options: option },
	'multiple-choice': { options: option },
	'true-false': { why: 'text' },
	numeric: { unit: 'text' },
	'short-text': { answers: 'texts' },
	cloze: { text: 'text', gaps: { members: gap } },
	matching: { pairs: { members: pair }, extras: option },
	ordering: { steps: plain },
	categorise: { categories: plain, entries: option },
	estimate: { unit: 'text' }
} satisfies Record<QuestionKind, Record<string, Strings>>;

export function stringsOf(kind: QuestionKind): Strings {
	return { keys: { prompt: 'text', explanation: 'text', ...OWN_STRINGS[kind] } };
}
