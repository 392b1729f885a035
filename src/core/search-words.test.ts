import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachWord, endOfBeginning, isOneCharacter, listQueryWords } from './search-words.ts';

function wordsOf(text: string): readonly string[] {
	const words: string[] = [];
	eachWord(text, (word) => words.push(word));
	return words;
}

describe('eachWord', () => {
	it.each([
		['Base Stations, counted.', ['base', 'stations', 'counted']],
		['É, ñandú and Ångström', ['e', 'nandu', 'and', 'angstrom']],
		['cafe\u0301', ['cafe']],
		['Straße, Łódź, Ærø, cœur', ['strasse', 'lodz', 'aero', 'coeur']],
		['Άνθρωπος', ['ανθρωποσ']],
		['й и', ['й'.normalize('NFD'), 'и']],
		['ＦＵＬＬ ｗｉｄｔｈ', ['full', 'width']],
		["the author's, the author’s", ['the', 'authors', 'the', 'authors']],
		['5.44 million, 1,200 sites. 3.', ['5.44', 'million', '1200', 'sites', '3']],
		['e-commerce', ['e', 'commerce', 'ecommerce']],
		['state-of-the-art', ['state', 'of', 'the', 'art', 'stateoftheart']],
		['a - b --c-', ['a', 'b', 'c']]
	])('cuts %j', (text, words) => expect(wordsOf(text)).toEqual(words));

	it('takes pairs of neighbouring Chinese characters, and the last one alone', () => {
		expect(wordsOf('网络强国。')).toEqual(['网络', '络强', '强国', '国']);
		expect(wordsOf('国')).toEqual(['国']);
		expect(wordsOf('5G网络，2019年')).toEqual(['5g', '网络', '络', '2019', '年']);
		expect(wordsOf('ひらカナー')).toEqual(['ひら', 'らカ', 'カナ', 'ナー', 'ー']);
		expect(wordsOf('𠀀𠀁')).toEqual(['𠀀𠀁', '𠀁']);
	});

	it('says where each word stands', () => {
		const places: [string, number, number][] = [];
		eachWord('É-b 网络', (word, start, end) => places.push([word, start, end]));
		expect(places).toEqual([
			['e', 0, 1],
			['b', 2, 3],
			['eb', 0, 3],
			['网络', 4, 6],
			['络', 5, 6]
		]);
	});

	it('cuts a word without an end, in a time that does not grow with its square', () => {
		expect(wordsOf('q'.repeat(1_000_000))).toEqual(['q'.repeat(40)]);
		expect(wordsOf('-a'.repeat(300_000)).at(-1)).toBe('a'.repeat(40));
		expect(wordsOf(`e${'\u0301'.repeat(1_000_000)}`)).toEqual(['e']);
		expect(wordsOf('网'.repeat(200_000))).toHaveLength(200_000);
	});

	it('takes any text, and stays within it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) =>
				eachWord(text, (word, start, end) => {
					expect(word).not.toBe('');
					expect(start).toBeGreaterThanOrEqual(0);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(text.length);
				})
			)
		);
	});
});

describe('listQueryWords', () => {
	it.each([
		['base sta', ['base', 'sta']],
		['sta  base sta', ['base', 'sta']],
		['s st sta', ['sta']],
		['e-commerce', ['commerce', 'e']],
		['网', ['网']],
		['网络', ['网络']],
		['网络强', ['络强', '网络']],
		['4G 基站', ['4g', '基站']],
		['  … -', []],
		['', []]
	])('of %j', (query, words) => expect(listQueryWords(query)).toEqual(words));

	it('stops somewhere', () => {
		const many = Array.from({ length: 1000 }, (_, number) => `w${number}x`).join(' ');
		expect(listQueryWords(many)).toHaveLength(60);
		expect(listQueryWords('q'.repeat(1_000_000))).toEqual(['q'.repeat(40)]);
	});
});

describe('endOfBeginning', () => {
	it.each([
		['stations', 3, 'sta'],
		['Ærø', 2, 'Æ'],
		['e\u0301te\u0301', 1, 'e\u0301'],
		['e-commerce', 4, 'e-com'],
		['网络', 1, '网'],
		['1,200', 2, '1,2']
	])('of %j, %i', (text, length, beginning) =>
		expect(text.slice(0, endOfBeginning(text, 0, text.length, length))).toBe(beginning)
	);
});

it('a character is told from a word', () => {
	expect(['网', '𠀀', '网络', 'a', ''].map(isOneCharacter)).toEqual([true, true, false, false, false]);
});
