/** What Moodle keeps beside a question and Grasp has no place for, said item by item. */

import type { Notes } from '../notes.ts';
import { isOwnTag } from '../own-words.ts';
import { htmlToText } from '../plain-text.ts';
import { childOf, childrenOf, descendantsOf, textOf, type XmlNode } from '../xml-tree.ts';

/** What Moodle says where nobody has said anything. */
const USUAL_FEEDBACK = /^Your answer is (correct|partially correct|incorrect)\.$/;

export function noteLosses(node: XmlNode, tags: readonly string[], notes: Notes): void {
	const combined = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']
		.map((name) => htmlToText(textOf(childOf(childOf(node, name), 'text')), notes))
		.filter((text) => text !== '' && !USUAL_FEEDBACK.test(text));
	if (combined.length > 0)
		notes.add(
			'item/general-feedback',
			`Feedback for right and wrong answers alike was left out: ${combined.join(' / ')}`
		);
	if (childrenOf(node, 'hint').some((hint) => textOf(childOf(hint, 'text')).trim() !== ''))
		notes.add('item/hints', 'Its hints were left out.');
	const others = tags.filter((tag) => !isOwnTag(tag));
	if (others.length > 0) notes.add('item/tags', `Tags were left out: ${others.join(', ')}`);
	const files = descendantsOf(node, 'file');
	if (files.length > 0)
		notes.add(
			'item/files',
			`Files were left out: ${files.map(({ attributes }) => attributes['name'] ?? '').join(', ')}`
		);
	if (wordOf(node, 'hidden') === '1')
		notes.add(
			'item/hidden',
			'Moodle had put it away as hidden; here it is asked again. Leave it out if not.'
		);
}

export function noteAnswerFeedback(texts: readonly string[], notes: Notes): void {
	const said = texts.filter((text) => text !== '');
	if (said.length > 0)
		notes.add(
			'answers/feedback',
			`What was said on single answers was left out; write it into the explanation: ${said.map((text) => `"${text}"`).join(', ')}`
		);
}

/** One word, in small letters, of an element without parts: "true", "1". */
export function wordOf(node: XmlNode, name: string): string {
	return textOf(childOf(node, name)).trim().toLowerCase();
}
