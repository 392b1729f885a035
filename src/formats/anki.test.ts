import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCourse, arbitraryQuestions, questionsOf, seen } from '#tests/fixtures/exchange.ts';
import { parseAnki } from './anki.ts';
import { writeSqlite } from './anki/sqlite-writer.ts';
import { makeAnki } from './anki/writer.ts';

interface Note {
	readonly type?: 'basic' | 'cloze';
	readonly fields: readonly string[];
	readonly tags?: string;
}

const MODELS = {
	1: { name: 'Basic', type: 0, flds: [{ name: 'Front' }, { name: 'Back' }, { name: 'More' }] },
	2: { name: 'Cloze', type: 1, flds: [{ name: 'Text' }, { name: 'Back Extra' }] }
};

/** As older versions of Anki write it. */
function aDeck(...notes: readonly Note[]): Uint8Array {
	const col = [
		null,
		0,
		0,
		0,
		11,
		0,
		0,
		0,
		'{}',
		JSON.stringify(MODELS),
		JSON.stringify({ 5: { name: 'Sea::Tides' } }),
		'{}',
		'{}'
	];
	const collection = writeSqlite([
		{ name: 'col', sql: 'CREATE TABLE col (id)', rows: [{ rowid: 1, values: col }] },
		{
			name: 'notes',
			sql: 'CREATE TABLE notes (id integer primary key)',
			rows: notes.map(({ type = 'basic', fields, tags = '' }, index) => ({
				rowid: index + 1,
				values: [
					null,
					`guid-${index}`,
					type === 'cloze' ? 2 : 1,
					0,
					0,
					tags,
					fields.join('\u001f'),
					'',
					0,
					0,
					''
				]
			}))
		},
		{
			name: 'cards',
			sql: 'CREATE TABLE cards (id)',
			rows: notes.map((_, index) => ({ rowid: index + 1, values: [null, index + 1, 5] }))
		}
	]);
	return zipSync({ 'collection.anki2': collection });
}

describe('parseAnki', () => {
	it('reads front and back, deck and id', () => {
		const { items } = parseAnki(aDeck({ fields: ['What pulls the <b>sea</b>?', 'The moon&nbsp;'] }));
		expect(items).toMatchObject([
			{
				key: 'guid-0',
				group: ['Sea', 'Tides'],
				question: { kind: 'short-text', prompt: 'What pulls the sea?', answers: ['The moon'] }
			}
		]);
	});

	it('reads gaps, all at once', () => {
		const fields = ['The {{c1::moon}} pulls the {{c2::sea::what?}}.', 'Twice a day.'];
		const [item] = parseAnki(aDeck({ type: 'cloze', fields })).items;
		expect(item!.question).toMatchObject({
			...{ kind: 'cloze', text: 'The {g1} pulls the {g2}.', explanation: 'Twice a day.' },
			gaps: [{ answers: ['moon'] }, { answers: ['sea'] }]
		});
		expect(item!.notes.map(({ code }) => code)).toEqual(['anki/hint']);
	});

	it.each([
		[
			{ fields: ['Why?', 'Because the moon is near, and because the sea is wide, and so on.'] },
			'anki/long-back'
		],
		[{ fields: ['', 'moon'] }, 'item/no-prompt'],
		[{ fields: ['What?', ''] }, 'answers/none'],
		[{ type: 'cloze' as const, fields: ['No gap.', ''] }, 'cloze/no-gap']
	])('refuses %j, and says why', (note, code) => {
		const [item] = parseAnki(aDeck(note)).items;
		expect(item!.question).toBeUndefined();
		expect(item!.notes.map((each) => each.code)).toContain(code);
	});

	it('says what was left out', () => {
		const note = { fields: ['What?<img src="a.png">[sound:a.mp3]', 'moon', 'more'], tags: ' sky  sea ' };
		const [item] = parseAnki(aDeck(note)).items;
		expect(item!.notes.map(({ code }) => code).sort()).toEqual([
			'anki/fields',
			'item/tags',
			'text/image',
			'text/media'
		]);
	});

	it.each([
		[new Uint8Array(), 'zip/broken'],
		[zipSync({ 'a.txt': strToU8('a') }), 'anki/no-collection'],
		[zipSync({ 'collection.anki2': strToU8('no database') }), 'anki/broken'],
		[zipSync({ 'collection.anki21b': strToU8('no zstd') }), 'zip/broken']
	])('says what is wrong with a package that is none: %#', (bytes, code) => {
		expect(parseAnki(bytes)).toMatchObject({ items: [], notes: [{ code }] });
	});
});

describe('makeAnki', () => {
	it('comes back whole', () => {
		fc.assert(
			fc.property(arbitraryQuestions, (questions) => {
				const back = questionsOf(parseAnki(makeAnki(aCourse(questions)).bytes));
				expect(back.map(seen)).toEqual(questions.map(seen));
			})
		);
	});
});
