/**
 * What a person reads of a text that other tools write as HTML: the words and the line breaks. Whatever else it
 * had is said in a note. Takes time in proportion to the text.
 */

import { decodeEntities } from './html-entities.ts';
import type { Notes } from './notes.ts';

const BREAKING = new Set(
	'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul'.split(
		' '
	)
);
/** Nothing in them is for the reader. */
const UNREAD = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'annotation-xml']);
const MEDIA = new Set(['audio', 'video', 'object', 'iframe', 'embed', 'canvas', 'svg']);

/** Control characters but the line break, lone halves of pairs, and signs that turn the direction of what follows. */
const HARMFUL =
	// eslint-disable-next-line no-control-regex -- they are what is looked for
	/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const LONGEST_NAME = 40;
const TAG_NAME = /^\/?([A-Za-z][A-Za-z0-9:-]{0,30})/;

/** Text as it is; only what no text may hold is taken out. */
export function cleanText(text: string, notes: Notes): string {
	const plain = text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll('\u00a0', ' ');
	const clean = plain.replace(HARMFUL, '');
	if (clean !== plain)
		notes.add(
			'text/hidden-signs',
			'Signs that nobody sees, or that turn the direction of a text, were taken out.'
		);
	return tidy(clean);
}

export function htmlToText(html: string, notes: Notes): string {
	if (!/[<&]/.test(html)) return cleanText(html, notes);
	const parts: string[] = [];
	let at = 0;
	let unread: string | undefined;
	/** Whether there may be an end of a tag ahead: looked for once, and not again for each beginning. */
	let isClosed = true;
	while (at < html.length) {
		const open = html.indexOf('<', at);
		const end = open === -1 ? html.length : open;
		if (unread === undefined && end > at) parts.push(html.slice(at, end).replace(/\s+/g, ' '));
		if (open === -1) break;
		if (html.startsWith('<!--', open)) {
			at = endAfter(html, '-->', open);
			continue;
		}
		const name = TAG_NAME.exec(html.slice(open + 1, open + LONGEST_NAME))?.[1]?.toLowerCase();
		const isTag: boolean = isClosed && (name !== undefined || /[!?]/.test(html[open + 1] ?? ''));
		const close = isTag ? html.indexOf('>', open) : -1;
		if (close === -1) {
			// "a < b" is no tag; and behind a tag that never ends there is none.
			isClosed &&= !isTag;
			if (unread === undefined) parts.push('<');
			at = open + 1;
			continue;
		}
		const inside = html.slice(open + 1, close);
		at = close + 1;
		if (name === undefined) continue;
		unread = readTag({ name, inside, unread }, parts, notes);
	}
	return cleanText(decodeEntities(parts.join('')), notes);
}

interface Tag {
	readonly name: string;
	readonly inside: string;
	readonly unread: string | undefined;
}

/** @returns the element whose end has to come before anything is read again */
function readTag({ name, inside, unread }: Tag, parts: string[], notes: Notes): string | undefined {
	const isEnd = inside.startsWith('/');
	if (unread !== undefined) return isEnd && name === unread ? undefined : unread;
	if (BREAKING.has(name)) parts.push('\n');
	if (isEnd || inside.endsWith('/')) {
		if (name === 'img') readImage(inside, parts, notes);
		return undefined;
	}
	if (name === 'img') readImage(inside, parts, notes);
	if (name === 'li') parts.push('• ');
	if (name === 'math')
		notes.add('text/math', 'A formula came in as plain text; see that it can still be read.');
	if (MEDIA.has(name))
		notes.add('text/media', 'A picture, sound or video was left out: questions are text alone.');
	if (name === 'sup' || name === 'sub')
		notes.add('text/raised', 'Raised or lowered signs stand on the line now; see that it can still be read.');
	return UNREAD.has(name) || name === 'svg' ? name : undefined;
}

function readImage(inside: string, parts: string[], notes: Notes): void {
	const alt = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(inside);
	const words = (alt?.[1] ?? alt?.[2] ?? '').trim();
	parts.push(words === '' ? ' [image] ' : ` [image: ${words}] `);
	notes.add(
		'text/image',
		'A picture was left out; in its place stands what the file says of it. Reword the question if it cannot be answered without the picture.'
	);
}

function endAfter(text: string, sign: string, from: number): number {
	const at = text.indexOf(sign, from);
	return at === -1 ? text.length : at + sign.length;
}

/** One blank between words, one break between lines. */
function tidy(text: string): string {
	return text
		.split('\n')
		.map((line) => line.replace(/ {2,}/g, ' ').trim())
		.filter((line) => line !== '')
		.join('\n');
}

/** So that whoever reads HTML sees the text as it is. */
export function textToHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll('\n', '<br />');
}
