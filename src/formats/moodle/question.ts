/** A `<question>` of Moodle's XML as one of ours. */

import type { ForeignQuestion } from '#core/exchange.ts';
import { makeChoice } from '../assemble-choice.ts';
import {
	isId,
	makeOrdering,
	makePairs,
	makeShortText,
	makeTrueFalse,
	refuse,
	type Stem
} from '../assemble.ts';
import type { Notes } from '../notes.ts';
import { readOwnTags, type OwnWords } from '../own-words.ts';
import { childOf, childrenOf, textOf, type XmlNode } from '../xml-tree.ts';
import { readEmbedded, readSelected } from './gaps.ts';
import { noteAnswerFeedback, noteLosses, wordOf } from './left-out.ts';
import { makeNumberQuestion, readUnit } from './numbers.ts';
import { htmlOf, say, sayAnswer } from './text.ts';

export interface MoodleItem {
	readonly title: string;
	readonly prompt: string;
	readonly question: ForeignQuestion | undefined;
}

const FULL = 0.999;

export function readMoodleQuestion(node: XmlNode, notes: Notes): MoodleItem {
	const type = (node.attributes['type'] ?? '').trim().toLowerCase();
	const title = say(childOf(node, 'name'), notes);
	const prompt = say(childOf(node, 'questiontext'), notes);
	const explanation = say(childOf(node, 'generalfeedback'), notes);
	const tags = childrenOf(childOf(node, 'tags'), 'tag').map((tag) => textOf(tag).trim());
	const stem: Stem = { prompt, ...(explanation && { explanation }), ...readOwnWords(node, tags) };
	noteLosses(node, tags, notes);
	const unread = childrenOf(node, 'answer').find((answer) => !Number.isFinite(shareOf(answer)));
	const read = Object.hasOwn(READERS, type) ? READERS[type]! : refuseOther;
	const question = unread ? refuseShare(unread, notes) : read(node, stem, notes);
	return { title, prompt, question };
}

/** Which answer is right could only be guessed. */
function refuseShare({ attributes, line }: XmlNode, notes: Notes): undefined {
	const message = `Line ${line}: expected what the answer is worth, such as fraction="100", found fraction="${attributes['fraction']}". Correct it there.`;
	return refuse(notes, 'answers/share', message);
}

/** Moodle cuts tags after 50 signs; an id number holds any id of ours. */
function readOwnWords(node: XmlNode, tags: readonly string[]): OwnWords {
	const words = readOwnTags(tags);
	const id = wordOf(node, 'idnumber');
	const isOurs = tags.some((tag) => tag.startsWith('grasp:'));
	return isOurs && isId(id) ? { ...words, id } : words;
}

type Reader = (node: XmlNode, stem: Stem, notes: Notes) => ForeignQuestion | undefined;

const READERS: Readonly<Record<string, Reader>> = {
	truefalse: readTrueFalse,
	multichoice: readChoice,
	shortanswer: readShortAnswer,
	numerical: readNumerical,
	matching: readMatching,
	match: readMatching,
	ddmatch: readMatching,
	ordering: readOrdering,
	cloze: readCloze,
	multianswer: readCloze,
	gapselect: readGapSelect,
	ddwtos: readGapSelect
};

const OTHERS: Readonly<Record<string, string>> = {
	essay: 'It asks for a free text, which no program can mark.',
	description: 'It asks nothing: a description without an answer.',
	calculated: 'It is calculated anew for each learner, which no question here is.',
	random: 'It stands for any question of its category.'
};

function refuseOther(node: XmlNode, _stem: Stem, notes: Notes): undefined {
	const type = (node.attributes['type'] ?? '').trim().toLowerCase();
	const why = OTHERS[type] ?? OTHERS[type.replace(/(multi|simple)$/, '')];
	return refuse(
		notes,
		`moodle/${/^[a-z]{1,30}$/.test(type) ? type : 'unknown'}`,
		why ?? `There is no kind of question here for Moodle's type "${type}".`
	);
}

function readChoice(node: XmlNode, stem: Stem, notes: Notes): ForeignQuestion | undefined {
	const isMultiple = /^(false|0)$/.test(wordOf(node, 'single'));
	const isFixed = /^(false|0)$/.test(wordOf(node, 'shuffleanswers'));
	const options = answersOf(node, say, notes).map(({ text, share, feedback }) => ({
		text,
		share,
		...(feedback && { why: feedback })
	}));
	if (isMultiple && options.some(({ share }) => share === 0))
		notes.add(
			'choice/free-wrong',
			'To choose a wrong option cost nothing; here it takes away what a right one gives.'
		);
	return makeChoice(stem, options, { isMultiple, isFixed }, notes);
}

function readTrueFalse(node: XmlNode, stem: Stem, notes: Notes): ForeignQuestion | undefined {
	const answers = answersOf(node, say, notes);
	const [right, another] = answers.filter(({ share }) => share >= FULL);
	if (right === undefined)
		return refuse(notes, 'choice/no-key', 'Neither true nor false is marked as right.');
	if (another !== undefined)
		return refuse(notes, 'choice/two-keys', 'Both true and false are marked as right.');
	if (!answers.every(({ text }) => /^(true|false)$/i.test(text)) || answers.length > 2) {
		notes.add(
			'truefalse/words',
			'Its answers are other words than "true" and "false", so it is a choice between these words.'
		);
		return readChoice(node, stem, notes);
	}
	const wrong = answers.find((answer) => answer !== right);
	const answer = /^true$/i.test(right.text);
	return makeTrueFalse(stem, { answer, why: wrong?.feedback, whyRight: right.feedback }, notes);
}

function readShortAnswer(node: XmlNode, stem: Stem, notes: Notes): ForeignQuestion | undefined {
	if (wordOf(node, 'usecase') === '1')
		notes.add('answers/case', 'Capital letters counted; here they do not.');
	const answers = answersOf(node, sayAnswer, notes);
	return makeShortText(explainBy(answers, stem, notes), answers, notes);
}

function readNumerical(node: XmlNode, stem: Stem, notes: Notes): ForeignQuestion | undefined {
	const answers = answersOf(node, sayAnswer, notes);
	const nodes = childrenOf(node, 'answer');
	const written = answers.map(({ text, share }, index) => ({
		...{ text, share },
		tolerance: textOf(childOf(nodes[index], 'tolerance'))
	}));
	return makeNumberQuestion(explainBy(answers, stem, notes), written, notes, readUnit(node, notes));
}

/** What is said on the right answer explains it, where nothing else does. */
function explainBy(answers: readonly Answer[], stem: Stem, notes: Notes): Stem {
	const right = answers.find(({ share, feedback }) => share >= FULL && feedback !== '');
	const isMoved = right !== undefined && !stem.explanation;
	noteAnswerFeedback(
		answers.filter((answer) => !isMoved || answer !== right).map(({ feedback }) => feedback),
		notes
	);
	return isMoved ? { ...stem, explanation: right.feedback } : stem;
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
	const halves = sides.filter(({ left, right }) => left !== '' && right === '');
	if (halves.length > 0)
		notes.add(
			'matching/half',
			`Left out, having no right side: ${halves.map(({ left }) => `"${left}"`).join(', ')}`
		);
	if (/^(false|0)$/.test(wordOf(node, 'shuffleanswers')))
		notes.add('matching/order', 'Its answers kept their order; here they are shuffled.');
	return makePairs(stem, pairs, extras, notes);
}

/** In the order of the file, which is the right one; what a step is worth does not count. */
function readOrdering(node: XmlNode, stem: Stem, notes: Notes): ForeignQuestion | undefined {
	const answers = answersOf(node, say, notes);
	noteAnswerFeedback(
		answers.map(({ feedback }) => feedback),
		notes
	);
	const steps = answers.map(({ text }) => text).filter((text) => text !== '');
	if (steps.length < answers.length) notes.add('ordering/empty', 'Steps without words were left out.');
	if (/^(random|contiguous|1|2)$/.test(wordOf(node, 'selecttype')))
		notes.add('ordering/subset', 'Moodle asked for some of its steps at a time; here all of them are.');
	return makeOrdering(stem, steps, notes);
}

function readCloze(node: XmlNode, stem: Stem, notes: Notes): ForeignQuestion | undefined {
	return readEmbedded(stem, htmlOf(childOf(node, 'questiontext'), notes), notes);
}

function readGapSelect(node: XmlNode, stem: Stem, notes: Notes): ForeignQuestion | undefined {
	const boxes = [...childrenOf(node, 'selectoption'), ...childrenOf(node, 'dragbox')];
	const choices = boxes.map((box) => ({
		text: say(box, notes),
		group: wordOf(box, 'group') || '1'
	}));
	return readSelected(stem, htmlOf(childOf(node, 'questiontext'), notes), choices, notes);
}

interface Answer {
	readonly text: string;
	readonly share: number;
	readonly feedback: string;
}

function answersOf(node: XmlNode, read: typeof say, notes: Notes): readonly Answer[] {
	return childrenOf(node, 'answer').map((answer) => ({
		text: read(answer, notes),
		share: shareOf(answer),
		feedback: say(childOf(answer, 'feedback'), notes)
	}));
}

/** "33,33333" is a third too: some tools write numbers as their country does. */
function shareOf({ attributes }: XmlNode): number {
	return Number((attributes['fraction'] ?? '').trim().replace(',', '.')) / 100;
}
