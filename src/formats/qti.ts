/** QTI packages and items: 2.1, 2.2 and 3.0, and 1.2 as Canvas and others write it. */

import {
	EXCHANGE_LIMITS,
	type ExchangeNote,
	type ForeignFile,
	type ForeignItem,
	type TellProgress
} from '#core/exchange.ts';
import { hashText, Keys, nameOf } from './item-key.ts';
import { Notes } from './notes.ts';
import { readItem, type QtiItem } from './qti/item.ts';
import { readLegacyItem } from './qti/legacy.ts';
import { toVersion2 } from './qti/normal.ts';
import { readPackage, type XmlFile } from './qti/package.ts';
import { descendantsOf, isNode, readXml, type XmlNode } from './xml-tree.ts';

interface Found {
	readonly node: XmlNode;
	readonly file: string;
	readonly group: readonly string[];
	readonly isLegacy: boolean;
}

/** Never throws, but for what `tell` throws. */
export function parseQti(bytes: Uint8Array, tell?: TellProgress): ForeignFile {
	const { files, notes } = readPackage(bytes);
	const found: Found[] = [];
	const broken: ExchangeNote[] = [];
	let isThird = false;
	for (const file of files) {
		const { root, note } = readXml(file.text);
		if (root === undefined)
			broken.push({ code: note.code, message: [file.name, note.message].filter(Boolean).join(': ') });
		else {
			isThird ||= root.name.startsWith('qti-');
			found.push(...itemsIn(root, file));
		}
	}
	const keys = new Keys();
	const items = found.slice(0, EXCHANGE_LIMITS.items).map((each, index) => {
		tell?.(index, found.length);
		return makeItem(each, keys);
	});
	const all = [...notes, ...broken];
	if (found.length > items.length)
		all.push({ code: 'file/too-many', message: `The first ${items.length} questions are read.` });
	if (items.length === 0 && all.length === 0)
		all.push({
			code: 'qti/none',
			message: 'No QTI question was found in it: neither <assessmentItem> nor <item>.'
		});
	return { format: isThird ? 'qti-3' : 'qti-2', items, notes: all };
}

function itemsIn(root: XmlNode, { name }: XmlFile): readonly Found[] {
	if (root.name === 'assessmentItem' || root.name === 'qti-assessment-item')
		return [{ node: toVersion2(root), file: name, group: [], isLegacy: false }];
	if (root.name === 'item' || root.name === 'questestinterop') return legacyItems(root, name, []);
	// Some exports wrap them once more.
	return descendantsOf(root, 'assessmentItem', 'qti-assessment-item').map((node) => {
		return { node: toVersion2(node), file: name, group: [], isLegacy: false };
	});
}

function legacyItems(node: XmlNode, file: string, group: readonly string[]): readonly Found[] {
	if (node.name === 'item') return [{ node, file, group, isLegacy: true }];
	const title =
		node.name === 'assessment' || node.name === 'section' || node.name === 'objectbank'
			? (node.attributes['title'] ?? '')
			: '';
	const inner = title.trim() === '' ? group : [...group, title.trim()];
	return node.children.flatMap((child) =>
		isNode(child) && child.name !== 'presentation' ? legacyItems(child, file, inner) : []
	);
}

function makeItem({ node, file, group, isLegacy }: Found, keys: Keys): ForeignItem {
	const notes = new Notes();
	const { title, prompt, question }: QtiItem = isLegacy ? readLegacyItem(node, notes) : readItem(node, notes);
	const id = node.attributes['identifier'] ?? node.attributes['ident'] ?? '';
	return {
		key: keys.take(id || hashText(JSON.stringify([file, title, prompt]))),
		name: nameOf(isLegacy && /^Question/.test(title) ? '' : title, prompt),
		where: file === '' ? { line: node.line } : { part: file },
		group,
		...(question && { question }),
		notes: notes.list
	};
}
