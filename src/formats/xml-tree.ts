/**
 * An XML document as a tree, within limits. Names are without their prefix: which one a tool chooses says
 * nothing. Entities of a document's own are not known, so that nothing can be blown up with them.
 */

import { EXCHANGE_LIMITS, type ExchangeNote } from '#core/exchange.ts';
import { SaxesParser } from 'saxes';
import { ENTITY_NAMES } from './html-entities.ts';
import { textToHtml } from './plain-text.ts';

export interface XmlNode {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly (XmlNode | string)[];
	/** From 1. */
	readonly line: number;
}

export type ReadXml =
	| { readonly root: XmlNode; readonly note?: undefined }
	| { readonly root?: undefined; readonly note: ExchangeNote };

const MOST_NODES = 2_000_000;

/** What XML knows of itself stays its own. */
const OTHER_ENTITIES = Object.fromEntries(
	[...ENTITY_NAMES].filter(([name]) => !['amp', 'lt', 'gt', 'quot', 'apos'].includes(name))
);

/** Thrown within, and caught here. */
class Refusal extends Error {}

export function readXml(text: string): ReadXml {
	if (text.trim() === '') return { note: { code: 'xml/empty', message: 'The file is empty.' } };
	try {
		return { root: build(text)! };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { note: { code: 'xml/broken', message: `${error.message}${hintAtAmpersand(text)}` } };
	}
}

const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]\w{0,30});/iy;

/** A bare "&" makes a parser read on to the next ";", and what it says of that leads nobody to the place. */
function hintAtAmpersand(text: string): string {
	for (let at = nextOpen(text, 0); at !== -1; at = nextOpen(text, at)) {
		if (text[at] === '&') {
			ENTITY.lastIndex = at;
			if (!ENTITY.test(text))
				return ` A bare & stands in line ${text.slice(0, at).split('\n').length}: write &amp; there.`;
			at++;
			continue;
		}
		const end = text.startsWith('<!--', at) ? '-->' : ']]>';
		const close = text.indexOf(end, at);
		if (close === -1) return '';
		at = close + end.length;
	}
	return '';
}

/** Where the next "&", comment or CDATA section begins; within the latter two an "&" is one. */
function nextOpen(text: string, from: number): number {
	const opens = /&|<!--|<!\[CDATA\[/g;
	opens.lastIndex = from;
	return opens.exec(text)?.index ?? -1;
}

function fail(message: string): never {
	throw new Refusal(message);
}

interface Draft extends XmlNode {
	readonly children: (XmlNode | string)[];
}

function build(text: string): XmlNode | undefined {
	const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
	Object.assign(parser.ENTITIES, OTHER_ENTITIES);
	const open: Draft[] = [];
	let root: Draft | undefined;
	let count = 0;
	const addText = (piece: string): void => {
		open.at(-1)?.children.push(piece);
	};
	parser.on('error', ({ message }) =>
		fail(`The XML is broken at line ${parser.line}: ${message.replace(/^\d+:\d+: /, '')}`)
	);
	parser.on('doctype', (doctype) => {
		if (doctype.includes('<!ENTITY')) fail('The XML has entities of its own, which are not read.');
	});
	parser.on('opentag', ({ name, attributes }) => {
		count += 1;
		if (count > MOST_NODES) fail(`The XML has more than ${MOST_NODES} elements.`);
		if (open.length >= EXCHANGE_LIMITS.depth)
			fail(`Elements stand more than ${EXCHANGE_LIMITS.depth} deep within each other.`);
		const node: Draft = {
			name: localName(name),
			attributes: localNames(attributes),
			children: [],
			line: parser.line
		};
		open.at(-1)?.children.push(node);
		root ??= node;
		open.push(node);
	});
	parser.on('closetag', () => void open.pop());
	parser.on('text', addText);
	parser.on('cdata', addText);
	// It has been decoded already, and some tools write this line wrong.
	parser.write(text.replace(/^\s*<\?xml[^>]{0,200}\?>/, '')).close();
	return root;
}

function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

function localNames(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}

export function isNode(child: XmlNode | string): child is XmlNode {
	return typeof child !== 'string';
}

export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
	return (node?.children ?? []).filter((child) => isNode(child) && child.name === name) as readonly XmlNode[];
}

/** The first of that name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
	return childrenOf(node, name)[0];
}

/** Down a path of names. */
export function findPath(node: XmlNode | undefined, ...names: readonly string[]): XmlNode | undefined {
	return names.reduce(childOf, node);
}

/** All that lie within, in the order of the document. */
export function descendantsOf(node: XmlNode, ...names: readonly string[]): readonly XmlNode[] {
	return node.children.flatMap((child) => {
		if (!isNode(child)) return [];
		return names.includes(child.name)
			? [child, ...descendantsOf(child, ...names)]
			: descendantsOf(child, ...names);
	});
}

export function textOf(node: XmlNode | undefined): string {
	return (node?.children ?? []).map((child) => (isNode(child) ? textOf(child) : child)).join('');
}

/** As HTML again, for what is between is text to be read. */
export function innerHtml(
	node: XmlNode,
	put: (child: XmlNode) => string | undefined = () => undefined
): string {
	return node.children
		.map((child) => {
			if (!isNode(child)) return textToHtml(child).replaceAll('<br />', '\n');
			const own = put(child);
			if (own !== undefined) return own;
			const alt = child.attributes['alt'];
			const shown = alt === undefined ? '' : ` alt="${textToHtml(alt)}"`;
			return `<${child.name}${shown}>${innerHtml(child, put)}</${child.name}>`;
		})
		.join('');
}
