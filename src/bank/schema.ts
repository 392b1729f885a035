/**
 * The one schema of course and section files. Types are inferred from it and tested to equal those of core; the
 * JSON Schema that editors use is made from it.
 */

import { CLAIM_KINDS, LEVELS } from '#core/question.ts';
import * as v from 'valibot';
import {
	described,
	id,
	language,
	LENGTHS,
	list,
	number,
	optional,
	ordinal,
	shape,
	text
} from './schema-parts.ts';

const why = described('why', text(LENGTHS.prompt));
const optionText = described('text', text(LENGTHS.option));
const unit = described('unit', text(LENGTHS.short));
const anId = described('id', id);

const option = shape({
	id: anId,
	text: optionText,
	correct: optional(described('correct', v.boolean())),
	why: optional(why)
});
const options = described('options', list(option, 2, 8));
const answers = described('answers', list(text(LENGTHS.short), 1, 50));

const waive = optional(
	described(
		'waive',
		list(shape({ rule: described('rule', id), reason: described('reason', text(LENGTHS.prompt)) }), 1, 20)
	)
);

const base = {
	id: anId,
	claim: described('claim', id),
	also: optional(described('also', list(id, 1, 20))),
	level: described('level', v.picklist(LEVELS)),
	prompt: described('prompt', text(LENGTHS.prompt)),
	explanation: described('explanation', text(LENGTHS.text)),
	waive
};

const shuffle = optional(described('shuffle', v.boolean()));

const singleChoice = shape({ kind: kind('single-choice'), ...base, options, shuffle });
const multipleChoice = shape({ kind: kind('multiple-choice'), ...base, options, shuffle });
const trueFalse = shape({
	kind: kind('true-false'),
	...base,
	answer: described('answer', v.boolean()),
	why
});
const numeric = shape({
	kind: kind('numeric'),
	...base,
	answer: described('answer', number),
	unit: optional(unit),
	tolerance: optional(described('tolerance', v.pipe(number, v.minValue(0, 'number/too-small'))))
});
const shortText = shape({ kind: kind('short-text'), ...base, answers });

export const typedGap = shape({ id: anId, answers });
export const chosenGap = shape({ id: anId, options });
const cloze = shape({
	kind: kind('cloze'),
	...base,
	text: described('text', text(LENGTHS.text)),
	gaps: described('gaps', list(v.union([typedGap, chosenGap]), 1, 20))
});

const pair = shape({
	id: anId,
	left: described('left', text(LENGTHS.option)),
	right: described('right', text(LENGTHS.option)),
	why: optional(why)
});
const extra = shape({ id: anId, text: optionText, why });
const matching = shape({
	kind: kind('matching'),
	...base,
	pairs: described('pairs', list(pair, 2, 8)),
	extras: optional(described('extras', list(extra, 1, 8)))
});

const named = shape({ id: anId, text: optionText });
const ordering = shape({
	kind: kind('ordering'),
	...base,
	steps: described('steps', list(named, 3, 8))
});

const entry = shape({
	id: anId,
	text: optionText,
	category: described('category', id),
	why: optional(why)
});
const categorise = shape({
	kind: kind('categorise'),
	...base,
	categories: described('categories', list(named, 2, 4)),
	entries: described('entries', list(entry, 2, 8))
});

const share = v.pipe(number, v.gtValue(0, 'number/too-small'));
const estimate = shape({
	kind: kind('estimate'),
	...base,
	answer: described('answer', number),
	unit: optional(unit),
	close: described('close', share),
	far: described('far', share)
});

export const questionSchema = v.variant('kind', [
	singleChoice,
	multipleChoice,
	trueFalse,
	numeric,
	shortText,
	cloze,
	matching,
	ordering,
	categorise,
	estimate
]);

export const claimSchema = shape({
	id: anId,
	kind: described('claimKind', v.picklist(CLAIM_KINDS)),
	where: described(
		'where',
		shape({
			paragraph: described('paragraph', ordinal),
			sentence: described('sentence', ordinal),
			fingerprint: optional(
				described('fingerprint', v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'fingerprint/form')))
			)
		})
	),
	text: described('text', text(LENGTHS.claim))
});

const title = described('title', text(LENGTHS.short));
const sectionHead = shape({ id: anId, title });

const lesson = optional(described('lesson', list(text(LENGTHS.text), 1, 40)));

export const sectionSchema = shape({
	section: described('section', sectionHead),
	lesson,
	claims: described('claims', list(claimSchema, 1, 2000)),
	questions: described('questions', list(questionSchema, 0, 2000))
});

/** The same file, with claims and questions left to be checked one by one. */
export const sectionFrameSchema = shape({
	section: sectionHead,
	lesson,
	claims: list(v.unknown(), 1, 2000),
	questions: list(v.unknown(), 0, 2000)
});

const shortLine = text(LENGTHS.short);
export const courseSchema = shape({
	course: described(
		'course',
		shape({
			title,
			language: described('language', language),
			description: described('description', text(LENGTHS.prompt))
		})
	),
	source: described(
		'source',
		shape({
			title,
			publisher: optional(described('publisher', shortLine)),
			author: optional(described('author', shortLine)),
			date: optional(
				described('date', v.union([shortLine, v.pipe(v.number(), v.integer('number/not-whole'))]))
			),
			language: optional(described('language', language)),
			form: described('form', shortLine),
			paragraphs: described('paragraphs', ordinal)
		})
	),
	names: optional(described('names', list(shortLine, 1, 200))),
	waive
});

function kind<const K extends string>(literal: K) {
	return described('kind', v.literal(literal));
}
