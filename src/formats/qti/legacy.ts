/** An `item` of QTI 1.2, as Canvas, Blackboard and others write it. */

import type { ForeignQuestion } from '#core/exchange.ts';
import { makeChoice } from '../assemble-choice.ts';
import { makeOrdering, makePairs, makeShortText, makeTrueFalse, refuse, type Stem } from '../assemble.ts';
import { decodeEntities } from '../html-entities.ts';
import type { Notes } from '../notes.ts';
import { htmlToText } from '../plain-text.ts';
import { childOf, childrenOf, descendantsOf, innerHtml, textOf, type XmlNode } from '../xml-tree.ts';
import type { QtiItem } from './item.ts';
import { readGaps, readNumerical } from './legacy-fields.ts';
import { readScores, type Scores } from './legacy-scores.ts';

export interface Legacy {
	readonly item: XmlNode;
	readonly presentation: XmlNode;
	readonly fields: readonly XmlNode[];
	readonly scores: Scores;
	readonly feedback: ReadonlyMap<string, string>;
	readonly stem: Stem;
	readonly notes: Notes;
}

type Read = (legacy: Legacy) => ForeignQuestion | undefined;

export function readLegacyItem(item: XmlNode, notes: Notes): QtiItem {
	const title = item.attributes['title'] ?? '';
	const presentation = childOf(item, 'presentation');
	if (presentation === undefined)
		return { title, prompt: '', question: refuse(notes, 'qti/no-body', 'It has no text and no task.') };
	const fields = descendantsOf(
		presentation,
		'response_lid',
		'response_str',
		'response_num',
		'response_xy',
		'response_grp'
	);
	const prompt = materialOf(presentation, notes);
	const feedback = readFeedback(item, notes);
	const explanation = feedback.get('general_fb') ?? '';
	const stem: Stem = { prompt, ...(explanation && { explanation }) };
	const legacy = { item, presentation, fields, scores: readScores(item), feedback, stem, notes };
	const type = typeOf(item) || guessType(fields);
	const read = Object.hasOwn(READERS, type) ? READERS[type]! : readOther(type);
	return { title, prompt, question: read(legacy) };
}

const READERS: Readonly<Record<string, Read>> = {
	multiple_choice: (legacy) => readChoice(legacy, false),
	multiple_answers: (legacy) => readChoice(legacy, true),
	true_false: readTrueFalse,
	short_answer: readShort,
	numerical: readNumerical,
	matching: readMatching,
	ordering: readOrdering,
	categorization: readCategorization,
	multiple_dropdowns: readGaps,
	fill_in_multiple_blanks: readGaps
};

const OTHERS: Readonly<Record<string, string>> = {
	essay: 'It asks for a free text, which no program can mark.',
	text_only: 'It asks nothing: a text without a task.',
	calculated: 'It is calculated anew for each learner, which no question here is.',
	file_upload: 'It asks for a file.',
	hot_spot: 'It asks for a place in a picture.'
};

function readOther(type: string): Read {
	return ({ notes }) =>
		refuse(
			notes,
			`qti/${type.replaceAll('_', '-') || 'unknown'}`,
			OTHERS[type] ?? 'There is no kind of question here for its task.'
		);
}

/** "multiple_choice_question" → "multiple_choice"; empty where the file does not say. */
function typeOf(item: XmlNode): string {
	const named = descendantsOf(item, 'qtimetadatafield').find((field) =>
		/^(question_type|cc_profile)$/.test(textOf(childOf(field, 'fieldlabel')).trim())
	);
	const said = textOf(childOf(named, 'fieldentry')).trim();
	const common: Readonly<Record<string, string>> = {
		...{ 'cc.multiple_choice.v0p1': 'multiple_choice', 'cc.multiple_response.v0p1': 'multiple_answers' },
		...{ 'cc.true_false.v0p1': 'true_false', 'cc.fib.v0p1': 'short_answer', 'cc.essay.v0p1': 'essay' }
	};
	return common[said] ?? said.replace(/_question$/, '');
}

function guessType(fields: readonly XmlNode[]): string {
	const [first] = fields;
	if (first === undefined) return 'text_only';
	if (fields.length > 1)
		return fields.every(({ name }) => name === 'response_str') ? 'fill_in_multiple_blanks' : 'unknown';
	if (first.name === 'response_num') return 'numerical';
	if (first.name === 'response_str') return 'short_answer';
	if (first.name !== 'response_lid') return 'hot_spot';
	const cardinality = (first.attributes['rcardinality'] ?? 'Single').toLowerCase();
	return cardinality === 'ordered'
		? 'ordering'
		: cardinality === 'multiple'
			? 'multiple_answers'
			: 'multiple_choice';
}

/** The text before and around the fields, not within them. */
function materialOf(presentation: XmlNode, notes: Notes): string {
	const html = innerHtml(presentation, (child) => {
		if (/^response_/.test(child.name)) return '';
		return child.name === 'mattext' ? htmlOf(child) : undefined;
	});
	return htmlToText(html, notes);
}

/** Some tools escape their HTML twice. */
export function htmlOf(mattext: XmlNode): string {
	const text = textOf(mattext);
	if (mattext.attributes['texttype'] === 'text/plain')
		return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	return /^\s*&lt;[a-z]/i.test(text) ? decodeEntities(text) : text;
}

function sayMaterial(node: XmlNode | undefined, notes: Notes): string {
	const texts = node ? descendantsOf(node, 'mattext') : [];
	return htmlToText(texts.map(htmlOf).join(' '), notes);
}

function readFeedback(item: XmlNode, notes: Notes): ReadonlyMap<string, string> {
	return new Map(
		childrenOf(item, 'itemfeedback').map((node) => [node.attributes['ident'] ?? '', sayMaterial(node, notes)])
	);
}

interface Label {
	readonly id: string;
	readonly text: string;
}

export function labelsOf(field: XmlNode, notes: Notes): readonly Label[] {
	return descendantsOf(field, 'response_label').map((label) => ({
		id: label.attributes['ident'] ?? '',
		text: sayMaterial(label, notes)
	}));
}

function readChoice(
	{ fields, scores, feedback, stem, notes }: Legacy,
	isMultiple: boolean
): ForeignQuestion | undefined {
	const [field] = fields;
	if (field === undefined) return refuse(notes, 'qti/no-interaction', 'It has no field to answer in.');
	const options = labelsOf(field, notes).map(({ id, text }) => {
		const why = feedback.get(scores.feedbackOf(field, id)) || feedback.get(`${id}_fb`);
		return { text, share: scores.shareOf(field, id), ...(why && { why }) };
	});
	return makeChoice(stem, options, { isMultiple }, notes);
}

function readTrueFalse(legacy: Legacy): ForeignQuestion | undefined {
	const { fields, scores, feedback, stem, notes } = legacy;
	const [field] = fields;
	const labels = field ? labelsOf(field, notes) : [];
	const right = labels.find(({ id }) => scores.shareOf(field!, id) > 0.99);
	if (right === undefined)
		return refuse(notes, 'choice/no-key', 'Neither true nor false is marked as right.');
	if (!/^(true|false)$/i.test(right.text)) return readChoice(legacy, false);
	const wrong = labels.find((label) => label !== right);
	const say = (label: Label | undefined): string | undefined =>
		label && (feedback.get(scores.feedbackOf(field!, label.id)) || feedback.get(`${label.id}_fb`));
	return makeTrueFalse(
		stem,
		{ answer: /^true$/i.test(right.text), why: say(wrong), whyRight: say(right) },
		notes
	);
}

function readShort({ fields, scores, stem, notes }: Legacy): ForeignQuestion | undefined {
	const [field] = fields;
	const answers = field ? scores.answersOf(field) : [];
	return makeShortText(
		stem,
		answers.map(({ text, share }) => ({ text: text.replaceAll('*', '\\*'), share })),
		notes
	);
}

function readMatching({ fields, scores, stem, notes }: Legacy): ForeignQuestion | undefined {
	const nameOf = new Map<string, string>();
	const sides = fields.map((field) => {
		const labels = labelsOf(field, notes);
		for (const { id, text } of labels) nameOf.set(id, text);
		const right = labels.find(({ id }) => scores.shareOf(field, id) > 0);
		return { left: sayMaterial(childOf(field, 'material'), notes), right: right?.text };
	});
	if (sides.some(({ right }) => right === undefined))
		return refuse(
			notes,
			'matching/no-key',
			'It does not say for each left side which right side belongs to it.'
		);
	const pairs = sides.flatMap(({ left, right = '' }) =>
		left !== '' && right !== '' ? [{ left, right }] : []
	);
	if (pairs.length < sides.length) notes.add('matching/empty', 'Pairs with an empty side were left out.');
	const used = new Set(pairs.map(({ right }) => right));
	const extras = [...new Set(nameOf.values())]
		.filter((text) => text !== '' && !used.has(text))
		.map((text) => ({ text }));
	return makePairs(stem, pairs, extras, notes);
}

function readOrdering({ fields, scores, stem, notes }: Legacy): ForeignQuestion | undefined {
	const [field] = fields;
	const labels = new Map(field ? labelsOf(field, notes).map(({ id, text }) => [id, text]) : []);
	const order = field
		? scores
				.answersOf(field)
				.map(({ text }) => text)
				.filter((id) => labels.has(id))
		: [];
	if (new Set(order).size !== labels.size || order.length !== labels.size)
		return refuse(notes, 'ordering/no-key', 'It does not say in which order all of its steps belong.');
	return makeOrdering(
		stem,
		order.map((id) => labels.get(id)!),
		notes
	);
}

function readCategorization({ fields, scores, stem, notes }: Legacy): ForeignQuestion | undefined {
	const pairs = fields.flatMap((field) => {
		const right = sayMaterial(childOf(field, 'material'), notes);
		return labelsOf(field, notes)
			.filter(({ id }) => scores.shareOf(field, id) > 0)
			.map(({ text: left }) => ({ left, right }));
	});
	const sorted = new Set(pairs.map(({ left }) => left));
	const loose = [
		...new Set(fields.flatMap((field) => labelsOf(field, notes).map(({ text }) => text)))
	].filter((text) => !sorted.has(text));
	if (loose.length > 0)
		notes.add(
			'categorise/loose',
			`What belongs to no group was left out: ${loose.map((text) => `"${text}"`).join(', ')}`
		);
	return makePairs(stem, pairs, [], notes);
}
