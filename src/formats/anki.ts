/** Anki packages. A card asks, and a person judges: what a program can compare comes in. */

import {
	EXCHANGE_LIMITS,
	type ForeignFile,
	type ForeignItem,
	type ForeignQuestion,
	type TellProgress
} from '#core/exchange.ts';
import { QUESTION_KINDS } from '#core/question.ts';
import { readNotes, type AnkiNote } from './anki/collection.ts';
import { readCloze } from './anki/cloze.ts';
import { readCollection } from './anki/package.ts';
import { SqliteError } from './anki/sqlite-reader.ts';
import { OWN_FIELD, OWN_TYPE } from './anki/old-layout.ts';
import { makeShortText, refuse } from './assemble.ts';
import { decodeEntities } from './html-entities.ts';
import { hashText, Keys, nameOf } from './item-key.ts';
import { Notes } from './notes.ts';
import { htmlToText } from './plain-text.ts';

/** What somebody would type: longer backs are read and judged, and not compared. */
const LONGEST_ANSWER = 80;
const MOST_WORDS = 8;

/** Never throws, but for what `tell` throws. */
export function parseAnki(bytes: Uint8Array, tell?: TellProgress): ForeignFile {
	const { bytes: collection, note } = readCollection(bytes);
	if (collection === undefined) return { format: 'anki', items: [], notes: [note] };
	let all: readonly AnkiNote[];
	try {
		all = readNotes(collection);
	} catch (error) {
		if (!(error instanceof SqliteError)) throw error;
		const message = `The collection in the package is damaged (${error.message}). Export the deck once more.`;
		return { format: 'anki', items: [], notes: [{ code: 'anki/broken', message }] };
	}
	const keys = new Keys();
	const items = all.slice(0, EXCHANGE_LIMITS.items).map((each, index) => {
		tell?.(index, all.length);
		return readItem(each, keys);
	});
	const notes = all.length === 0 ? [{ code: 'anki/none', message: 'The package holds no notes.' }] : [];
	if (all.length > items.length)
		notes.push({
			code: 'file/too-many',
			message: `Of ${all.length} notes the first ${items.length} are read.`
		});
	return { format: 'anki', items, notes };
}

function readItem(note: AnkiNote, keys: Keys): ForeignItem {
	const notes = new Notes();
	const question = readOwn(note) ?? readForeign(note, notes);
	const shown = question?.prompt ?? htmlToText(note.fields[0] ?? '', new Notes());
	return {
		key: keys.take(question?.id ?? (note.guid || hashText(note.fields.join('\n')))),
		name: nameOf(undefined, shown),
		where: { part: note.deck.join(' › ') },
		group: note.deck.filter((name) => name !== 'Default'),
		...(question && { question }),
		notes: notes.list
	};
}

/** Our own export keeps the whole question in a field; it is checked like any other before it comes in. */
function readOwn({ type, fields }: AnkiNote): ForeignQuestion | undefined {
	const at = type.fieldNames.indexOf(OWN_FIELD);
	if (type.name !== OWN_TYPE || at === -1) return undefined;
	try {
		const value: unknown = JSON.parse(decodeEntities(fields[at] ?? ''));
		const isQuestion =
			typeof value === 'object' &&
			value !== null &&
			'kind' in value &&
			QUESTION_KINDS.includes(value.kind as never);
		return isQuestion ? (value as ForeignQuestion) : undefined;
	} catch {
		return undefined;
	}
}

function readForeign(note: AnkiNote, notes: Notes): ForeignQuestion | undefined {
	const fields = note.fields.map((field) => withoutSounds(field, notes));
	if (note.tags.length > 0) notes.add('item/tags', `Tags were left out: ${note.tags.join(', ')}`);
	if (note.type.isCloze) return readCloze(fields, notes);
	const [front = '', back = '', ...others] = fields.map((field) => htmlToText(field, notes));
	if (others.some((text) => text !== ''))
		notes.add(
			'anki/fields',
			`Of its fields the first two came in; left out were: ${note.type.fieldNames.slice(2).join(', ')}`
		);
	if (back.length > LONGEST_ANSWER || back.includes('\n') || back.split(/\s+/).length > MOST_WORDS)
		return refuse(
			notes,
			'anki/long-back',
			'Its back is to be read and judged by a person, and is too long to be typed and compared.'
		);
	return makeShortText({ prompt: front }, [{ text: back.replaceAll('*', '\\*'), share: 1 }], notes);
}

function withoutSounds(field: string, notes: Notes): string {
	const silent = field.replace(/\[sound:[^\]\n]{0,300}\]/g, '');
	if (silent !== field)
		notes.add('text/media', 'A picture, sound or video was left out: questions are text alone.');
	return silent;
}
