/** What a person reads of Moodle's texts, each of which says how it is written. */

import { EXCHANGE_LIMITS } from '#core/exchange.ts';
import type { Notes } from '../notes.ts';
import { cleanText, htmlToText } from '../plain-text.ts';
import { childOf, isNode, textOf, type XmlNode } from '../xml-tree.ts';

/** With one of these a text is HTML that breaks its lines by itself. */
const BLOCKS = /<(p|br|div|li|ul|ol|table|h[1-6])[\s/>]/i;
const MARKDOWN = /[*_#`]|\]\(/;

/** The text of a node, without its mark-up; nothing where it is longer than any text may be. */
export function say(node: XmlNode | undefined, notes: Notes): string {
	if (node?.attributes['format'] === 'plain_text') return sayAsWritten(node, notes);
	return htmlToText(htmlOf(node, notes), notes);
}

/** Typed answers are no HTML, unless they say so: "<b>" may be what is to be typed. */
export function sayAnswer(node: XmlNode | undefined, notes: Notes): string {
	return node?.attributes['format'] === 'html' ? say(node, notes) : sayAsWritten(node, notes);
}

/** As HTML, in which line breaks stand where Moodle shows them. */
export function htmlOf(node: XmlNode | undefined, notes: Notes): string {
	const text = rawOf(node, notes);
	const format = node?.attributes['format'] ?? '';
	if (format === 'markdown' && MARKDOWN.test(text))
		notes.add('text/markdown', 'The text is Markdown, whose signs stand in it as they are: take them out.');
	if (format === 'html' || BLOCKS.test(text)) return text;
	return text.trim().replaceAll('\n', '<br />');
}

function sayAsWritten(node: XmlNode | undefined, notes: Notes): string {
	return cleanText(rawOf(node, notes), notes);
}

/** Some tools leave out the `<text>` between. */
function rawOf(node: XmlNode | undefined, notes: Notes): string {
	const inner = childOf(node, 'text');
	const text = inner ? textOf(inner) : (node?.children ?? []).filter((child) => !isNode(child)).join('');
	if (text.length <= EXCHANGE_LIMITS.text) return text;
	notes.add(
		'text/too-long',
		`<${node?.name}> in line ${node?.line} has ${text.length} signs and was left out: ${EXCHANGE_LIMITS.text} is the most. Shorten it, or cut it in two.`
	);
	return '';
}
