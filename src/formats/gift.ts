/** GIFT, Moodle's text format for questions (https://docs.moodle.org/en/GIFT_format). */

import {
	EXCHANGE_LIMITS,
	type ExchangeNote,
	type ForeignFile,
	type ForeignItem,
	type TellProgress
} from '#core/exchange.ts';
import { decodeText } from './decode-text.ts';
import { cutGift, type GiftBlock } from './gift/blocks.ts';
import { readBlock } from './gift/question.ts';
import { hashText, Keys, nameOf } from './item-key.ts';
import { Notes } from './notes.ts';

/** Never throws, but for what `tell` throws. */
export function parseGift(bytes: Uint8Array, tell?: TellProgress): ForeignFile {
	const { text, note } = decodeText(bytes);
	if (text === undefined) return { format: 'gift', items: [], notes: [note] };
	const blocks = cutGift(text);
	const keys = new Keys();
	const items: ForeignItem[] = [];
	for (const [index, block] of blocks.slice(0, EXCHANGE_LIMITS.items).entries()) {
		tell?.(index, blocks.length);
		items.push(readItem(block, keys));
	}
	return { format: 'gift', items, notes: fileNotes(blocks, items) };
}

function readItem(block: GiftBlock, keys: Keys): ForeignItem {
	const notes = new Notes();
	const { title, prompt, question } =
		block.text.length > EXCHANGE_LIMITS.text * 4 ? tooLong(notes) : readBlock(block, notes);
	return {
		key: keys.take(block.id ?? hashText(JSON.stringify([block.group, title, prompt]))),
		name: nameOf(title, prompt),
		where: { line: block.line },
		group: block.group,
		...(question && { question }),
		notes: notes.list
	};
}

function tooLong(notes: Notes) {
	notes.add('item/too-long', 'It is far longer than a question can be.');
	return { title: '', prompt: '', question: undefined };
}

function fileNotes(blocks: readonly GiftBlock[], items: readonly ForeignItem[]): readonly ExchangeNote[] {
	if (blocks.length > EXCHANGE_LIMITS.items)
		return [
			{
				code: 'file/too-many',
				message: `The file has ${blocks.length} questions; the first ${EXCHANGE_LIMITS.items} are read.`
			}
		];
	if (items.some(({ question }) => question)) return [];
	return [
		{
			code: 'gift/none',
			message: 'No GIFT question was found in it. One looks like this: How many legs has a spider? {#8}'
		}
	];
}
