import { afterEach, describe, expect, it, vi } from 'vitest';
import { chosenLanguage, directionOf, listLanguages, placeOf, readCatalogue } from './languages.mjs';

afterEach(() => vi.unstubAllEnvs());

describe('the languages of the interface', () => {
	it('are those that have a catalogue, the main one first', () => {
		expect(listLanguages()[0]).toBe('en');
		expect(listLanguages()).toContain('zh');
	});

	it('stand below their tag, but for the main one', () => {
		expect([placeOf('en'), placeOf('zh')]).toEqual(['', '/zh']);
	});

	it('run from right to left where their script does', () => {
		expect(['en', 'zh', 'ar', 'he-IL', 'fa'].map(directionOf)).toEqual(['ltr', 'ltr', 'rtl', 'rtl', 'rtl']);
	});

	it('are chosen by name, and a wrong name is told with what there is', () => {
		vi.stubEnv('GRASP_LANGUAGE', '');
		expect(chosenLanguage()).toBe('en');
		vi.stubEnv('GRASP_LANGUAGE', 'zh');
		expect(chosenLanguage()).toBe('zh');
		vi.stubEnv('GRASP_LANGUAGE', 'xx');
		expect(chosenLanguage).toThrow(/expected one of en, zh, .*, found xx.*src\/ui\/messages\/xx\.json/);
	});
});

describe('a catalogue', () => {
	it('has the language’s own words', () => {
		expect(readCatalogue('zh')['nav_settings']).toBe('设置');
	});

	it('has "other" for whatever plural a language tells apart and a message does not name', () => {
		const [{ match }] = readCatalogue('ar-XB')['summary_again'] as [{ match: Record<string, string> }];
		expect(Object.keys(match)).toEqual(['plural=one', 'plural=*']);
	});
});

describe('a language that nobody speaks', () => {
	const main = readCatalogue('en');
	const textOf = (tag: string, key: string): string => String(readCatalogue(tag)[key]);

	it.each(['en-XA', 'ar-XB'])('keeps every key and every placeholder: %s', (tag) => {
		expect(Object.keys(readCatalogue(tag))).toEqual(Object.keys(main));
		expect(textOf(tag, 'study_position')).toMatch(/\{position\}.*\{count\}/);
	});

	it('is longer by two fifths, with accents', () => {
		const english = String(main['home_how']);
		const long = textOf('en-XA', 'home_how');
		expect(long.length / english.length).toBeCloseTo(1.4, 1);
		expect(long).toMatch(/^Åñswér/);
	});

	it('reads backwards, word by word, between marks of its direction', () => {
		expect(textOf('ar-XB', 'nav_home')).toBe('\u200f\u202eHome\u202c\u200f');
	});
});
