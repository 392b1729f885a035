/** What schemas are built of. The message of each action is the code of its issue. */

import { HARMLESS } from '#core/harmless.ts';
import * as v from 'valibot';
import { FIELDS, type FieldName } from './fields.ts';

/** In UTF-16 units. */
export const LENGTHS = {
	id: 60,
	short: 200,
	option: 500,
	prompt: 1000,
	claim: 1000,
	text: 3000
} as const;

export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** What JavaScript objects already have: as the key of one it would not be a word among others. */
const RESERVED_IDS = ['constructor', 'prototype'];
/** ISO 639 language, optional script and region: "en", "zh-Hant", "pt-BR". */
export const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;

/** At least one sign that one can see. */
const VISIBLE = /\S/;
export const id = v.pipe(
	v.string(),
	v.minLength(2, 'id/form'),
	v.maxLength(LENGTHS.id, 'id/form'),
	v.regex(ID, 'id/form'),
	v.notValues(RESERVED_IDS, 'id/reserved')
);
export const language = v.pipe(v.string(), v.regex(LANGUAGE, 'language/form'));

/** An object with these keys and no others. The message tells the keys, so that a near one can be offered. */
export function shape<const T extends v.ObjectEntries>(entries: T) {
	return v.strictObject(entries, Object.keys(entries).join(' '));
}

export function text(longest: number) {
	return v.pipe(
		v.string(),
		v.regex(VISIBLE, 'text/empty'),
		v.maxLength(longest, 'text/too-long'),
		v.check((text) => HARMLESS.test(text), 'text/control-character')
	);
}

export const number = v.pipe(v.number(), v.finite('number/not-finite'));
export const ordinal = v.pipe(v.number(), v.integer('number/not-whole'), v.minValue(1, 'number/too-small'));

export function list<const T extends v.GenericSchema>(member: T, fewest: number, most: number) {
	return v.pipe(v.array(member), v.minLength(fewest, 'list/too-short'), v.maxLength(most, 'list/too-long'));
}

/** Adds what an editor shows for the key. */
export function described<const T extends v.GenericSchema>(name: FieldName, schema: T) {
	const { title, description, example } = FIELDS[name];
	return v.pipe(schema, v.title(title), v.description(`${description} Example: ${example}`));
}

export const optional = v.exactOptional;
