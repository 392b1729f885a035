/** Writes an Anki package in the layout that every version of Anki takes. Cards are judged by who looks at them. */

import type { ExchangedCourse, MadeFile } from '#core/exchange.ts';
import { QUESTION_KINDS, type Question } from '#core/question.ts';
import { strToU8, zipSync } from 'fflate';
import { findLosses, type Carries } from '../losses.ts';
import { textToHtml } from '../plain-text.ts';
import { hashText } from '../item-key.ts';
import { CONFIG, DECK_ID, flat, makeDecks, makeModels, MODEL_ID, SECONDS, SQL } from './old-layout.ts';
import { makeSides } from './sides.ts';
import { writeSqlite, type TableToWrite } from './sqlite-writer.ts';

const NO_TIME = '1980-01-01T00:00:00';

const CARRIES: Carries = {
	name: 'Anki',
	lesser: Object.fromEntries(
		QUESTION_KINDS.map((kind) => [
			kind,
			'On its card nothing is marked: whoever answers turns it over and judges.'
		])
	),
	...{ optionWhys: true, partWhys: true, units: true, fixedOrder: true, ownWords: true }
};

export function makeAnki(course: ExchangedCourse): MadeFile {
	const questions = course.sections.flatMap((section) => section.questions);
	const collection = writeSqlite(makeTables(course, questions));
	return {
		name: `${course.id}.apkg`,
		type: 'application/apkg',
		bytes: zipSync({ 'collection.anki2': collection, media: strToU8('{}') }, { level: 9, mtime: NO_TIME }),
		losses: findLosses(questions, CARRIES)
	};
}

function makeTables(course: ExchangedCourse, questions: readonly Question[]): readonly TableToWrite[] {
	const decks = course.sections.map(({ id, title }, index) => ({
		id: DECK_ID + index,
		section: id,
		name: `${flat(course.title)}::${flat(title)}`
	}));
	const deckOf = new Map(
		course.sections.flatMap((section, index) =>
			section.questions.map(({ id }) => [id, decks[index]!.id] as const)
		)
	);
	const cards = questions.map(({ id }, index) => ({
		rowid: index + 1,
		values: [null, index + 1, deckOf.get(id)!, 0, SECONDS, -1, 0, 0, index + 1, 0, 0, 0, 0, 0, 0, 0, 0, '']
	}));
	const texts = [makeModels(), makeDecks(decks), CONFIG, {}].map((value) => JSON.stringify(value));
	const col = [null, SECONDS, SECONDS * 1000, SECONDS * 1000, 11, 0, 0, 0, '{}', ...texts];
	return [
		{ name: 'col', sql: SQL.col, rows: [{ rowid: 1, values: col }] },
		{
			name: 'notes',
			sql: SQL.notes,
			rows: questions.map((question, index) => makeNote(course.id, question, index + 1))
		},
		{ name: 'cards', sql: SQL.cards, rows: cards },
		{ name: 'revlog', sql: SQL.revlog, rows: [] },
		{ name: 'graves', sql: SQL.graves, rows: [] }
	];
}

function makeNote(course: string, question: Question, rowid: number): TableToWrite['rows'][number] {
	const [front, back] = makeSides(question);
	const fields = [front, back, textToHtml(JSON.stringify(question))].join('\u001f');
	const guid = `grasp-${hashText(`${course}/${question.id}`)}`;
	return { rowid, values: [null, guid, MODEL_ID, SECONDS, -1, ' grasp ', fields, front, 0, 0, ''] };
}
