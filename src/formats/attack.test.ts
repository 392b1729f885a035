import { strToU8, zipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { parseCourseFile } from './course-file.ts';
import { detectFormat } from './detect.ts';
import { parseParcels } from './parcel.ts';
import { readForeign, WRITABLE } from './readers.ts';

/** Files made to hurt, at every door: whatever comes in, a file or a sentence comes out. */
const N = 100_000;
const CASES: Record<string, Uint8Array> = {
	empty: new Uint8Array(),
	one: strToU8('x'),
	nul: strToU8('\0'.repeat(1000)),
	bom: new Uint8Array([0xef, 0xbb, 0xbf]),
	utf16: new Uint8Array([0xff, 0xfe, 0x41]),
	invalid: new Uint8Array(5000).fill(0xff),
	line: strToU8('a'.repeat(10_000_000)),
	braces: strToU8('{'.repeat(N)),
	openclose: strToU8('::a::b{'.repeat(N)),
	tildes: strToU8('::a::b{' + '~'.repeat(N) + '}'),
	eq: strToU8('::a::b{' + '=a->'.repeat(N) + '}'),
	backslash: strToU8('::a::b{=' + '\\'.repeat(N) + '}'),
	pct: strToU8('::a::b{' + '~%'.repeat(N) + '}'),
	hash: strToU8('::a::b{#' + '9'.repeat(N) + ':' + '9'.repeat(N) + '}'),
	comments: strToU8('//'.repeat(N)),
	spaces: strToU8('a' + ' '.repeat(N) + 'b'),
	newlines: strToU8('a' + '\n'.repeat(N) + 'b'),
	lt: strToU8('a{=' + '<'.repeat(N) + '}'),
	amp: strToU8('a{=' + '&'.repeat(N) + '}'),
	aikenA: strToU8('q\n' + 'A. x\n'.repeat(N) + 'ANSWER: A\n'),
	proto: strToU8('::__proto__::q{=constructor ~__proto__}\n'),
	quotes: strToU8('"'.repeat(N)),
	quotes2: strToU8('a,"'.repeat(N)),
	columns: strToU8('a,'.repeat(N) + '\n' + 'b,'.repeat(N)),
	protoCsv: strToU8('__proto__,constructor,prompt\n1,2,3\n'),
	deepXml: strToU8('<quiz>' + '<a>'.repeat(N)),
	attrs: strToU8('<quiz ' + Array.from({ length: N }, (_, i) => `a${i}="1"`).join(' ') + '/>'),
	entity: strToU8('<!DOCTYPE a [<!ENTITY a "b">]><quiz>&a;</quiz>'),
	doctype: strToU8('<!DOCTYPE ' + '['.repeat(N) + '><quiz/>'),
	ltXml: strToU8('<quiz>' + '<'.repeat(N)),
	ampXml: strToU8('<quiz>' + '&a'.repeat(N)),
	cdata: strToU8('<quiz>' + '<![CDATA['.repeat(N)),
	comment: strToU8('<quiz>' + '<!--'.repeat(N)),
	moodleHtml: strToU8(
		'<quiz><question type="multichoice"><name><text>n</text></name><questiontext format="html"><text><![CDATA[' +
			'<b>'.repeat(N) +
			']]></text></questiontext></question></quiz>'
	),
	moodleLt: strToU8(
		'<quiz><question type="multichoice"><name><text>n</text></name><questiontext format="html"><text><![CDATA[' +
			'<a '.repeat(N) +
			']]></text></questiontext></question></quiz>'
	),
	cloze: strToU8(
		'<quiz><question type="cloze"><name><text>n</text></name><questiontext format="html"><text><![CDATA[' +
			'{1:MC:'.repeat(N) +
			']]></text></questiontext></question></quiz>'
	),
	cloze2: strToU8(
		'<quiz><question type="cloze"><name><text>n</text></name><questiontext format="html"><text><![CDATA[{1:SA:' +
			'~=a#'.repeat(N) +
			'}]]></text></questiontext></question></quiz>'
	),
	numbers: strToU8(
		'<quiz><question type="numerical"><name><text>n</text></name><questiontext><text>q</text></questiontext><answer fraction="1e999"><text>1e999</text><tolerance>-1e999</tolerance></answer></question></quiz>'
	),
	tagproto: strToU8(
		'<quiz><__proto__ constructor="a" __proto__="b"/><question type="__proto__"><name><text>n</text></name></question><question type="constructor"/></quiz>'
	),
	wideItem: strToU8(
		'<assessmentItem identifier="__proto__"><responseDeclaration identifier="constructor"/><itemBody><choiceInteraction responseIdentifier="__proto__"/></itemBody></assessmentItem>'
	),
	...Object.fromEntries(
		[
			'imsmanifest.xml',
			'collection.anki2',
			'collection.anki21b',
			'meta',
			'media',
			'../a',
			'/abs',
			'a\\b',
			'a\0b',
			'x'.repeat(60000)
		].map((name) => ['zip ' + name.slice(0, 20), zipSync({ [name]: strToU8('<manifest/>') })])
	),
	bombXml: zipSync({ 'imsmanifest.xml': new Uint8Array(220_000_000) }),
	bombAnki: zipSync({ 'collection.anki2': new Uint8Array(220_000_000) }),
	many: zipSync(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`f${i}.xml`, strToU8('<a/>')]))),
	pk: strToU8('PK\x03\x04'),
	pkNoise: strToU8('PK\x05\x06' + '\xff'.repeat(N))
};

afterEach(() => expect(Object.keys(Object.prototype)).toEqual([]));

for (const [name, bytes] of Object.entries(CASES)) {
	test.each(WRITABLE)(`"${name}" as %s is read or refused, and throws nothing`, (format) => {
		const { items, notes } = readForeign(format, bytes);
		expect(items.length + notes.length).toBeGreaterThan(0);
		for (const { message } of notes) expect(message).not.toBe('');
	});

	test(`"${name}" is refused as a course file and as a parcel`, () => {
		expect(() => detectFormat('x', bytes)).not.toThrow();
		expect(parseCourseFile(bytes).value).toBeUndefined();
		for (const { note } of parseParcels(new TextDecoder().decode(bytes))) expect(note).toBeDefined();
	});
}
