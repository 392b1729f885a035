/** Moodle XML (https://docs.moodle.org/en/Moodle_XML_format). */

import {
	EXCHANGE_LIMITS,
	type ExchangeNote,
	type ForeignFile,
	type ForeignItem,
	type TellProgress
} from '#core/exchange.ts';
import { decodeText } from './decode-text.ts';
import { hashText, Keys, nameOf } from './item-key.ts';
import { readMoodleQuestion } from './moodle/question.ts';
import { Notes } from './notes.ts';
import { childOf, childrenOf, readXml, textOf, type XmlNode } from './xml-tree.ts';

/** Never throws, but for what `tell` throws. */
export function parseMoodleXml(bytes: Uint8Array, tell?: TellProgress): ForeignFile {
	const { text, note } = decodeText(bytes);
	if (text === undefined) return { format: 'moodle-xml', items: [], notes: [note] };
	// Moodle exports what was pasted into it; XML forbids these signs, and nobody sees them.
	const legal = text.replace(FORBIDDEN, '');
	const { root, note: broken } = readXml(legal);
	if (root === undefined) return { format: 'moodle-xml', items: [], notes: [broken] };
	// A single question is at times handed on without the <quiz> around it.
	const nodes = root.name === 'question' ? [root] : childrenOf(root, 'question');
	const keys = new Keys();
	const items: ForeignItem[] = [];
	let group: readonly string[] = [];
	for (const [index, node] of nodes.entries()) {
		tell?.(index, nodes.length);
		if (node.attributes['type'] === 'category')
			group = readCategory(textOf(childOf(childOf(node, 'category'), 'text')));
		else if (items.length < EXCHANGE_LIMITS.items) items.push(readItem(node, group, keys));
	}
	const notes = fileNotes(root, nodes, items);
	return { format: 'moodle-xml', items, notes: legal === text ? notes : [...notes, FORBIDDEN_NOTE] };
}

// eslint-disable-next-line no-control-regex -- they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const FORBIDDEN_NOTE = {
	code: 'text/hidden-signs',
	message: 'The file had signs that nobody sees and no XML may hold; they were taken out.'
};

function readItem(node: XmlNode, group: readonly string[], keys: Keys): ForeignItem {
	const notes = new Notes();
	const { title, prompt, question } = readMoodleQuestion(node, notes);
	const id = textOf(childOf(node, 'idnumber')).trim();
	return {
		key: keys.take(id || hashText(JSON.stringify([group, title, prompt]))),
		name: nameOf(title, prompt),
		where: { line: node.line },
		group,
		...(question && { question }),
		notes: notes.list
	};
}

function readCategory(path: string): readonly string[] {
	return path
		.trim()
		.replaceAll('//', '\u0001')
		.split('/')
		.map((name) => name.replaceAll('\u0001', '/').trim())
		.filter((name) => name !== '' && name !== 'top' && !/^\$[a-z0-9]+\$$/.test(name));
}

function fileNotes(
	root: XmlNode,
	nodes: readonly XmlNode[],
	items: readonly ForeignItem[]
): readonly ExchangeNote[] {
	if (items.length === 0) {
		const found =
			root.name === 'quiz'
				? 'It holds no question.'
				: `Its outermost element is <${root.name}>, and not <quiz>.`;
		return [{ code: 'moodle/none', message: `This is no Moodle XML with questions. ${found}` }];
	}
	const asked = nodes.filter(({ attributes }) => attributes['type'] !== 'category');
	const notes = new Notes();
	if (asked.length > items.length)
		notes.add(
			'file/too-many',
			`The first ${items.length} of ${asked.length} questions are read. Export them in several files.`
		);
	if (asked.some((node) => Number(textOf(childOf(node, 'penalty'))) > 0))
		notes.add('file/penalties', 'Penalties for second tries were left out: each question is answered once.');
	if (asked.some((node) => (Number(textOf(childOf(node, 'defaultgrade'))) || 1) !== 1))
		notes.add('file/marks', 'Some questions had more marks than others; here each counts the same.');
	return notes.list;
}
