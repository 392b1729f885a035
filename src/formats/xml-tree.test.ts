import { describe, expect, it } from 'vitest';
import { escapeXml } from './escape-xml.ts';
import { childOf, readXml, textOf } from './xml-tree.ts';

function noteOf(text: string): string {
	return readXml(text).note?.message ?? 'read';
}

describe('readXml', () => {
	it('keeps text, CDATA and lines, and drops prefixes', () => {
		const { root } = readXml('<q:a xmlns:q="x">\n<q:b q:n="1">1 &lt; 2<![CDATA[ & <3>]]></q:b></q:a>');
		const b = childOf(root, 'b')!;
		expect([b.line, b.attributes['n'], textOf(b)]).toEqual([2, '1', '1 < 2 & <3>']);
	});

	it('knows the entities of HTML and of XML', () => {
		expect(textOf(readXml('<a>caf&eacute;&nbsp;&#8364;&#x41;&amp;lt;</a>').root)).toBe('café\u00a0€A&lt;');
	});

	it.each([
		['', 'empty'],
		['<a><b></a>', 'line 1'],
		['<a>\n<b', 'line 2'],
		['no markup', 'line 1'],
		['<a>&unheard;</a>', 'undefined entity'],
		['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'entities of its own'],
		['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'entities of its own']
	])('refuses %j in a sentence', (text, part) => {
		expect(noteOf(text)).toContain(part);
	});

	it('refuses elements without end, deep or many', () => {
		expect(noteOf('<a>'.repeat(100_000))).toContain('200 deep');
		expect(noteOf(`<a>${'<b/>'.repeat(2_000_001)}</a>`)).toContain('more than 2000000');
	});

	it('leads to a bare ampersand, wherever the parser stumbles over it', () => {
		const text = '<a>\n<!-- R & D -->\n<b><![CDATA[R & D]]> &amp; </b>\n<b>Q & A</b>\n</a>';
		expect(noteOf(text)).toContain('A bare & stands in line 4');
		expect(noteOf('<a>&amp;&#65;&#x41;<b></a>')).not.toContain('bare');
	});

	it('gives no object other properties than its own', () => {
		const { root } = readXml('<a __proto__="1" constructor="2"><__proto__>x</__proto__></a>');
		expect(Object.hasOwn(root!.attributes, 'constructor')).toBe(true);
		expect(({} as Record<string, unknown>)['x']).toBeUndefined();
	});

	it('reads back what it escapes, but for signs no XML may hold', () => {
		const text = `<&>"'{}]]> 月\u0001\n`;
		const { root } = readXml(`<a n="${escapeXml(text).replaceAll('\n', '')}">${escapeXml(text)}</a>`);
		expect(textOf(root)).toBe(text.replace('\u0001', ''));
	});
});
