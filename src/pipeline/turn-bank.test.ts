import { describe, expect, it } from 'vitest';
import type { CourseEntry } from '#core/catalogue.ts';
import { readBank } from './read-bank.ts';
import { turnBank } from './turn-bank.ts';

const { value } = await readBank('tests/fixtures/questions/good');
const { bank } = value!;
const [original] = bank.entries as [CourseEntry];

describe('turnBank', () => {
	it('gives a course in the language of the pages, with the one in which it was written as another', () => {
		const turned = turnBank(bank, 'zh');
		const [entry] = turned.entries as [CourseEntry];
		expect([entry.id, entry.language]).toEqual([original.id, 'zh']);
		expect(entry.title).not.toBe(original.title);
		expect(Object.keys(entry.translations)).toEqual(['en']);
		const back = JSON.parse(turned.files.get(entry.translations['en']!)!) as CourseEntry;
		expect(back).toEqual({ ...original, translations: {} });
	});

	it('leaves every file in its place', () => {
		const turned = turnBank(bank, 'zh');
		for (const [address, text] of bank.files) expect(turned.files.get(address)).toBe(text);
		expect(turned.files.size).toBe(bank.files.size + bank.entries.length);
	});

	it('changes nothing for a language that no course is in, or in which they were written', () => {
		expect(turnBank(bank, 'fr')).toEqual(bank);
		expect(turnBank(bank, 'en')).toEqual(bank);
	});
});
