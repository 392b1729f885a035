/** A `<question>` of Moodle's XML as one of ours. */

import type { ForeignQuestion } from '#core/exchange.ts';
import { makeChoice } from '../assemble-choice.ts';
import {
	makeNumeric,
	makeOrdering,
	makePairs,
	makeShortText,
	makeTrueFalse,
	refuse,
	type Stem
} from '../assemble.ts';
import type { Notes } from '../notes.ts';
import { isOwnTag, readOwnTags } from '../own-words.ts';
import { cleanText, htmlToText } from '../plain-text.ts';
import { childOf, childrenOf, textOf, type XmlNode } from '../xml-tree.ts';
import { readEmbedded, readSelected } from './gaps.ts';

export interface MoodleItem {
	readonly title: string;
	readonly prompt: string;
	readonly question: ForeignQuestion | undefined;
}

/** What Moodle says where nobody has said anything. */
const USUAL_FEEDBACK = /^Your answer is (correct|partially correct|incorrect)\.$/;

export function readMoodleQuestion(node: XmlNode, notes: Notes): MoodleItem {
	const type = node.attributes['type'] ?? '';
	const title = cleanText(textOf(childOf(childOf(node, 'name'), 'text')), notes);
	const prompt = say(childOf(node, 'questiontext'), notes);
	const explanation = say(childOf(node, 'generalfeedback'), notes);
	const tags = childrenOf(childOf(node, 'tags'), 'tag').map((tag) => textOf(tag).trim());
	const stem: Stem = { prompt, ...(explanation && { explanation }), ...readOwnTags(tags) };
	noteLosses(node, tags, notes);
	const read = Object.hasOwn(READERS, type) ? READERS[type]! : readOther;
	return { title, prompt, question: read(node, stem, notes) };
}

type Reader = (node: XmlNode, stem: Stem, notes: Notes) => ForeignQuestion | undefined;

const READERS: Readonly<Record<string, Reader>> = {
	truefalse: readTrueFalse,
	multichoice: (node, stem, notes) => {
		const isMultiple = /^(false|0)$/.test(wordOf(node, 'single'));
		const isFixed = /^(false|0)$/.test(wordOf(node, 'shuffleanswers'));
		const options = answersOf(node, notes).map(({ text, share, feedback }) => ({
			text,
			share,
			...(feedback && { why: feedback })
		}));
		return makeChoice(stem, options, { isMultiple, isFixed }, notes);
	},
	shortanswer: (node, stem, notes) => {
		noteAnswerFeedback(node, notes);
		return makeShortText(stem, answersOf(node, notes), notes);
	},
	numerical: readNumerical,
	matching: readMatching,
	ddmatch: readMatching,
	ordering: (node, stem, notes) =>
		makeOrdering(
			stem,
			childrenOf(node, 'answer').map((answer) => say(answer, notes)),
			notes
		),
	cloze: (node, stem, notes) =>
		readEmbedded(stem, textOf(childOf(childOf(node, 'questiontext'), 'text')), notes),
	multianswer: (node, stem, notes) =>
		readEmbedded(stem, textOf(childOf(childOf(node, 'questiontext'), 'text')), notes),
	gapselect: readGapSelect,
	ddwtos: readGapSelect
};

const OTHERS: Readonly<Record<string, string>> = {
	essay: 'It asks for a free text, which no program can mark.',
	description: 'It asks nothing: a description without an answer.',
	calculated: 'It is calculated anew for each learner, which no question here is.',
	random: 'It stands for any question of its category.'
};

function readOther(node: XmlNode, _stem: Stem, notes: Notes): undefined {
	const type = node.attributes['type'] ?? '';
	const why = OTHERS[type] ?? OTHERS[type.replace(/(multi|simple)$/, '')];
	return refuse(
		notes,
		`moodle/${/^[a-z]{1,30}$/.test(type) ? type : 'unknown'}`,
		why ?? `There is no kind of question here for Moodle's type "${type}".`
	);
}

function readTrueFalse(node: XmlNode, stem: Stem, notes: Notes): ForeignQuestion | undefined {
	const answers = answersOf(node, notes);
	const right = answers.find(({ share }) => share >= 0.999);
	if (right === undefined)
		return refuse(notes, 'choice/no-key', 'Neither true nor false is marked as right.');
	const wrong = answers.find((answer) => answer !== right);
	const answer = /^true$/i.test(right.text);
	return makeTrueFalse(stem, { answer, why: wrong?.feedback, whyRight: right.feedback }, notes);
}

function readNumerical(node: XmlNode, stem: Stem, notes: Notes): ForeignQuestion | undefined {
	noteAnswerFeedback(node, notes);
	const units = childrenOf(childOf(node, 'units'), 'unit').map((unit) =>
		textOf(childOf(unit, 'unit_name')).trim()
	);
	if (units.length > 1)
		notes.add('numeric/units', `Of its units only the first is kept: ${units.join(', ')}`);
	const numbers = childrenOf(node, 'answer').map((answer) => {
		const text = textOf(childOf(answer, 'text')).trim();
		const tolerance = Number(textOf(childOf(answer, 'tolerance')).trim() || 0);
		// A star stands for any other number, to hang feedback on.
		return {
			value: text === '*' || text === '' ? NaN : Number(text),
			tolerance: tolerance || 0,
			share: shareOf(answer)
		};
	});
	return makeNumeric(stem, numbers, notes, units[0]);
}

function readMatching(node: XmlNode, stem: Stem, notes: Notes): ForeignQuestion | undefined {
	const sides = childrenOf(node, 'subquestion').map((pair) => ({
		left: say(pair, notes),
		right: say(childOf(pair, 'answer'), notes)
	}));
	const pairs = sides.filter(({ left, right }) => left !== '' && right !== '');
	const extras = sides
		.filter(({ left, right }) => left === '' && right !== '')
		.map(({ right }) => ({ text: right }));
	return makePairs(stem, pairs, extras, notes);
}

function readGapSelect(node: XmlNode, stem: Stem, notes: Notes): ForeignQuestion | undefined {
	const boxes = [...childrenOf(node, 'selectoption'), ...childrenOf(node, 'dragbox')];
	const choices = boxes.map((box) => ({
		text: htmlToText(textOf(childOf(box, 'text')), notes),
		group: textOf(childOf(box, 'group')).trim() || '1'
	}));
	return readSelected(stem, textOf(childOf(childOf(node, 'questiontext'), 'text')), choices, notes);
}

interface Answer {
	readonly text: string;
	readonly share: number;
	readonly feedback: string;
}

function answersOf(node: XmlNode, notes: Notes): readonly Answer[] {
	return childrenOf(node, 'answer').map((answer) => ({
		text: say(answer, notes),
		share: shareOf(answer),
		feedback: say(childOf(answer, 'feedback'), notes)
	}));
}

function shareOf({ attributes }: XmlNode): number {
	const share = Number(attributes['fraction'] ?? 0);
	return Number.isFinite(share) ? share / 100 : 0;
}

/** The text of a node that says how it is written: plain, or HTML in one form or another. */
function say(node: XmlNode | undefined, notes: Notes): string {
	const text = textOf(childOf(node, 'text'));
	return node?.attributes['format'] === 'plain_text' ? cleanText(text, notes) : htmlToText(text, notes);
}

function wordOf(node: XmlNode, name: string): string {
	return textOf(childOf(node, name)).trim().toLowerCase();
}

function noteAnswerFeedback(node: XmlNode, notes: Notes): void {
	if (childrenOf(node, 'answer').some((answer) => textOf(childOf(answer, 'feedback')).trim() !== ''))
		notes.add(
			'answers/feedback',
			'What was said on single answers was left out; write it into the explanation.'
		);
}

function noteLosses(node: XmlNode, tags: readonly string[], notes: Notes): void {
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
	const files = ['questiontext', 'generalfeedback', 'answer']
		.flatMap((name) => childrenOf(node, name))
		.flatMap((each) => childrenOf(each, 'file'));
	if (files.length > 0)
		notes.add(
			'item/files',
			`Files were left out: ${files.map(({ attributes }) => attributes['name'] ?? '').join(', ')}`
		);
}
