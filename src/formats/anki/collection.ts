/** Notes, their types and their decks, in the old layout (all in one row of JSON) and in the new (tables). */

import { SqliteFile, type SqlValue } from './sqlite-reader.ts';

export interface AnkiNote {
	readonly guid: string;
	readonly type: AnkiType;
	/** As HTML. */
	readonly fields: readonly string[];
	readonly tags: readonly string[];
	/** Decks from the outermost. */
	readonly deck: readonly string[];
}

export interface AnkiType {
	readonly name: string;
	readonly isCloze: boolean;
	readonly fieldNames: readonly string[];
}

const SEPARATOR = '\u001f';
const NO_TYPE: AnkiType = { name: '', isCloze: false, fieldNames: [] };

/** Throws an `SqliteError` where the file is broken. */
export function readNotes(bytes: Uint8Array): readonly AnkiNote[] {
	const file = new SqliteFile(bytes);
	const types = file.has('notetypes') ? readTypes(file) : readModels(file);
	const decks = file.has('decks') ? readDecks(file) : readDeckJson(file);
	const deckOf = new Map<number, string>();
	for (const { values } of file.rows('cards')) {
		const [, note, deck] = values;
		if (typeof note === 'number' && !deckOf.has(note)) deckOf.set(note, decks.get(String(deck)) ?? '');
	}
	return file.rows('notes').map(({ rowid, values }) => {
		const [, guid, type, , , tags, fields] = values;
		return {
			guid: textOf(guid),
			type: types.get(String(type)) ?? NO_TYPE,
			fields: textOf(fields).split(SEPARATOR),
			tags: textOf(tags).split(/\s+/).filter(Boolean),
			deck: (deckOf.get(rowid) ?? '')
				.split(SEPARATOR)
				.flatMap((name) => name.split('::'))
				.filter(Boolean)
		};
	});
}

function textOf(value: SqlValue | undefined): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function readTypes(file: SqliteFile): ReadonlyMap<string, AnkiType> {
	const names = new Map<string, string[]>();
	for (const { values } of file.rows('fields')) {
		const [type, order, name] = values;
		const list = names.get(String(type)) ?? [];
		list[Number(order)] = textOf(name);
		names.set(String(type), list);
	}
	return new Map(
		file.rows('notetypes').map(({ rowid, values }) => {
			const [, name, , , config] = values;
			// Protocol buffer: field 1, a number, is the kind; 1 is cloze.
			const isCloze = config instanceof Uint8Array && config[0] === 0x08 && config[1] === 1;
			return [String(rowid), { name: textOf(name), isCloze, fieldNames: names.get(String(rowid)) ?? [] }];
		})
	);
}

function readDecks(file: SqliteFile): ReadonlyMap<string, string> {
	return new Map(file.rows('decks').map(({ rowid, values }) => [String(rowid), textOf(values[1])]));
}

interface Model {
	readonly name?: unknown;
	readonly type?: unknown;
	readonly flds?: readonly { readonly name?: unknown }[];
}

function readModels(file: SqliteFile): ReadonlyMap<string, AnkiType> {
	const models = jsonOf(file, 9) as Readonly<Record<string, Model>>;
	return new Map(
		Object.entries(models).map(([id, { name, type, flds }]) => [
			id,
			{
				name: String(name),
				isCloze: type === 1,
				fieldNames: Array.isArray(flds) ? flds.map((field: Model) => String(field.name)) : []
			}
		])
	);
}

function readDeckJson(file: SqliteFile): ReadonlyMap<string, string> {
	const decks = jsonOf(file, 10) as Readonly<Record<string, { readonly name?: unknown }>>;
	return new Map(Object.entries(decks).map(([id, deck]) => [id, String(deck.name)]));
}

/** Of the one row of `col`. */
function jsonOf(file: SqliteFile, column: number): object {
	const text = textOf(file.rows('col')[0]?.values[column]);
	try {
		const value: unknown = JSON.parse(text || '{}');
		return typeof value === 'object' && value !== null ? value : {};
	} catch {
		return {};
	}
}
