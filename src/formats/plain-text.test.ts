import { describe, expect, it } from 'vitest';
import { parseAnki } from './anki.ts';
import { parseCsv } from './csv.ts';
import { parseGift } from './gift.ts';
import { parseMoodleXml } from './moodle.ts';
import { Notes } from './notes.ts';
import { htmlToText, textToHtml } from './plain-text.ts';
import { parseQti } from './qti.ts';

function read(html: string) {
	const notes = new Notes();
	return { text: htmlToText(html, notes), codes: notes.list.map(({ code }) => code) };
}

describe('htmlToText', () => {
	it.each([
		['<p>One</p><p>two<br>three</p>', 'One\ntwo\nthree'],
		['<ul><li>a</li><li>b</li></ul>', '• a\n• b'],
		['5 < 6 &amp; 7 &gt; 6', '5 < 6 & 7 > 6'],
		['a&nbsp;b &#20013;&#x6587; &unknown; &Uuml;', 'a b 中文 &unknown; Ü'],
		['<script>alert(1)</script>x<style>p{}</style><!-- no -->y', 'xy'],
		['plain  text', 'plain text'],
		['<b>never closed', 'never closed'],
		['a <', 'a <'],
		['<img src="a.png" alt="a wave">', '[image: a wave]']
	])('reads %j', (html, text) => {
		expect(read(html).text).toBe(text);
	});

	it('says what it left out', () => {
		expect(read('<img src="a"><video></video>x<sup>2</sup><math></math>\u202e').codes.sort()).toEqual([
			...['text/hidden-signs', 'text/image', 'text/math', 'text/media', 'text/raised']
		]);
	});

	it('undoes textToHtml', () => {
		for (const text of ['a < b & "c"', 'one\ntwo', '&amp;']) expect(read(textToHtml(text)).text).toBe(text);
	});
});

const SIZE = 1_000_000;
/** Whoever looked for an end again and again, or tried every way to read these, would be at it for hours. */
const TRAPS = [
	'<',
	'<a',
	'<!--',
	'&#',
	'{',
	'{{c1::',
	'::',
	'\\',
	'[',
	'**a',
	'%50%',
	'=a~',
	'"',
	'[[1]]',
	'{1:SA:'
];

describe('no reader goes to and fro over', () => {
	it.each(TRAPS)('%j a million times', (trap) => {
		const text = trap.repeat(SIZE / trap.length);
		read(text);
		const bytes = new TextEncoder().encode(text);
		parseGift(bytes);
		parseCsv(bytes);
		parseQti(bytes);
		parseAnki(bytes);
		const question = `<quiz><question type="cloze"><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext></question></quiz>`;
		parseMoodleXml(new TextEncoder().encode(question));
		parseGift(new TextEncoder().encode(`${text.slice(0, 70_000)}{=a}`));
	});
});
