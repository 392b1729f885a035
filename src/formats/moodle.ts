/** Moodle XML (https://docs.moodle.org/en/Moodle_XML_format). */

import { EXCHANGE_LIMITS, type ForeignFile, type ForeignItem, type TellProgress } from '#core/exchange.ts';
import { decodeText } from './decode-text.ts';
import { hashText, Keys, nameOf } from './item-key.ts';
import { readMoodleQuestion } from './moodle/question.ts';
import { Notes } from './notes.ts';
import { childOf, childrenOf, readXml, textOf, type XmlNode } from './xml-tree.ts';

/** Never throws, but for what `tell` throws. */
export function parseMoodleXml(bytes: Uint8Array, tell?: TellProgress): ForeignFile {
	const { text, note } = decodeText(bytes);
	if (text === undefined) return { format: 'moodle-xml', items: [], notes: [note] };
	const { root, note: broken } = readXml(text);
	if (root === undefined) return { format: 'moodle-xml', items: [], notes: [broken] };
	const nodes = childrenOf(root, 'question');
	const keys = new Keys();
	const items: ForeignItem[] = [];
	let group: readonly string[] = [];
	for (const [index, node] of nodes.entries()) {
		tell?.(index, nodes.length);
		if (node.attributes['type'] === 'category')
			group = readCategory(textOf(childOf(childOf(node, 'category'), 'text')));
		else if (items.length < EXCHANGE_LIMITS.items) items.push(readItem(node, group, keys));
	}
	return { format: 'moodle-xml', items, notes: fileNotes(root, items) };
}

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
		.filter((name) => name !== '' && name !== 'top' && !/^\$[a-z]+\$$/.test(name));
}

function fileNotes(root: XmlNode, items: readonly ForeignItem[]) {
	if (items.length >= EXCHANGE_LIMITS.items)
		return [{ code: 'file/too-many', message: `The first ${EXCHANGE_LIMITS.items} questions are read.` }];
	if (items.length > 0) return [];
	const found =
		root.name === 'quiz'
			? 'It holds no question.'
			: `Its outermost element is <${root.name}>, and not <quiz>.`;
	return [{ code: 'moodle/none', message: `This is no Moodle XML with questions. ${found}` }];
}
