import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesText, normaliseText, splitCloze } from './text.ts';

describe('normaliseText', () => {
	it.each([
		['case', 'Fire WALL', 'fire wall'],
		['width', 'Ｆｉｒｅ　ｗａｌｌ', 'fire wall'],
		['hyphens and dashes', 'fire-wall‑fire—wall', 'fire wall fire wall'],
		['accents', 'Café naïve Ångström', 'cafe naive angstrom'],
		['spacing', '  fire \t wall ', 'fire wall'],
		['Chinese punctuation', '「防火墙」，（网络）。《强国》、『大』！', '防火墙 网络 强国 大'],
		['quotation marks', '“fire” ‘wall’', 'fire wall'],
		['a full stop after a word or a number', 'Built in 2019.', 'built in 2019'],
		['points in an abbreviation', 'U.S.', 'u s'],
		['a point between a word and a number', 'Fig.5', 'fig 5']
	])('does not count %s', (_, text, normalised) => {
		expect(normaliseText(text)).toBe(normalised);
	});

	it.each(['c++', 'c#', '5.44', '50%', '.5'])('keeps the sign that carries meaning in "%s"', (text) => {
		expect(normaliseText(text)).toBe(text);
	});

	it('keeps the marks of scripts in which they are letters', () => {
		expect(normaliseText('が')).toBe('が');
		expect(normaliseText('й')).toBe('й');
		expect(normaliseText('한국')).toBe('한국');
	});

	it('changes nothing the second time', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
			})
		);
	});
});

describe('matchesText', () => {
	it.each([
		['fire wall', 'firewall'],
		["don't", 'dont'],
		['don’t', "don't"],
		['don´t', "don't"],
		['don`t', "don't"],
		['防火墙。', '防火墙'],
		['1319', '1,319'],
		['U.S.', 'US'],
		['2019.', '2019']
	])('takes "%s" for "%s"', (typed, accepted) => {
		expect(matchesText(typed, [accepted])).toBe(true);
	});

	it.each([
		['C', 'C++'],
		['C#', 'C'],
		['54.4', '544'],
		['50', '50%'],
		['fire', 'firewall'],
		['大', '强']
	])('does not take "%s" for "%s"', (typed, accepted) => {
		expect(matchesText(typed, [accepted])).toBe(false);
	});

	it('takes any accepted wording', () => {
		expect(matchesText('two', ['one', 'two'])).toBe(true);
		expect(matchesText('three', ['one', 'two'])).toBe(false);
	});

	it('takes nothing for punctuation alone, even where a wording is nothing else', () => {
		expect(matchesText('?!', ['...'])).toBe(false);
	});
});

describe('splitCloze', () => {
	it('cuts a text at its gaps', () => {
		expect(splitCloze('From {a} to {b-2}.')).toEqual([
			{ kind: 'text', text: 'From ' },
			{ kind: 'gap', id: 'a' },
			{ kind: 'text', text: ' to ' },
			{ kind: 'gap', id: 'b-2' },
			{ kind: 'text', text: '.' }
		]);
	});

	it('leaves no empty text around gaps that touch', () => {
		expect(splitCloze('{a}{b}')).toEqual([
			{ kind: 'gap', id: 'a' },
			{ kind: 'gap', id: 'b' }
		]);
	});

	it('takes braces around what is no id for text', () => {
		expect(splitCloze('a {B c} {')).toEqual([{ kind: 'text', text: 'a {B c} {' }]);
	});

	it('loses no character', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('{a}', '{b-2}', '{', '}', ' x ', '{}')), (pieces) => {
				const parts = splitCloze(pieces.join(''));
				const joined = parts.map((part) => (part.kind === 'gap' ? `{${part.id}}` : part.text)).join('');
				expect(joined).toBe(pieces.join(''));
			})
		);
	});
});
