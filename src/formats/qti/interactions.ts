/** One task of an item, by its form. */

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
import { htmlToText } from '../plain-text.ts';
import { childrenOf, descendantsOf, innerHtml, type XmlNode } from '../xml-tree.ts';
import { ratedOf, shareOf, type Declaration } from './declarations.ts';
import { readGapMatch, readGapText } from './gaps.ts';

export interface Interaction {
	readonly node: XmlNode;
	readonly item: XmlNode;
	readonly body: XmlNode;
	readonly declaration: Declaration | undefined;
	/** Feedback by the identifier of a choice. */
	readonly byChoice: ReadonlyMap<string, string>;
	readonly stem: Stem;
	readonly notes: Notes;
}

type Read = (interaction: Interaction) => ForeignQuestion | undefined;

const FREE_TEXT = 'It asks for a free text, which no program can mark.';

export const READERS: Readonly<Record<string, Read>> = {
	choiceInteraction: readChoice,
	textEntryInteraction: readTextEntry,
	inlineChoiceInteraction: ({ stem, body, declaration, node, notes }) =>
		readGapText(
			stem,
			body,
			new Map(declaration && [[node.attributes['responseIdentifier'] ?? '', declaration]]),
			notes
		),
	matchInteraction: readMatch,
	orderInteraction: readOrder,
	gapMatchInteraction: readGapMatch,
	extendedTextInteraction: ({ notes }) => refuse(notes, 'qti/extended-text', FREE_TEXT)
};

/** Without feedback that stands within it. */
export function sayNode(node: XmlNode, notes: Notes): string {
	return htmlToText(
		innerHtml(node, ({ name }) => (name === 'feedbackInline' || name === 'feedbackBlock' ? '' : undefined)),
		notes
	);
}

function feedbackIn(node: XmlNode, notes: Notes): string {
	return descendantsOf(node, 'feedbackInline', 'feedbackBlock')
		.map((feedback) => htmlToText(innerHtml(feedback), notes))
		.join(' ')
		.trim();
}

function idOf({ attributes }: XmlNode): string {
	return attributes['identifier'] ?? '';
}

/** Our own export writes "id-" before ids, for a name in XML must begin with a letter. */
export function ownId(identifier: string): string {
	return identifier.startsWith('id-') ? identifier.slice('id-'.length) : identifier;
}

function readChoice({ node, declaration, byChoice, stem, notes }: Interaction): ForeignQuestion | undefined {
	if (declaration === undefined || declaration.correct.length + declaration.mapping.size === 0)
		return refuse(notes, 'choice/no-key', 'None of its options is marked as right.');
	const options = childrenOf(node, 'simpleChoice').map((choice) => {
		const why = feedbackIn(choice, notes) || byChoice.get(idOf(choice));
		return {
			...{ id: ownId(idOf(choice)), text: sayNode(choice, notes), share: shareOf(declaration, idOf(choice)) },
			...(why && { why })
		};
	});
	if (isTruth(options.map(({ text }) => text))) {
		const [right, wrong] = [options.find(({ share }) => share > 0), options.find(({ share }) => share <= 0)];
		if (right)
			return makeTrueFalse(
				stem,
				{ answer: /^true$/i.test(right.text), why: wrong?.why, whyRight: right.why },
				notes
			);
	}
	const isMultiple = !declaration.isSingle && node.attributes['maxChoices'] !== '1';
	const isFixed = node.attributes['shuffle'] === 'false' && stem.id !== undefined;
	return makeChoice(stem, options, { isMultiple, isFixed }, notes);
}

function isTruth(texts: readonly string[]): boolean {
	return texts.length === 2 && [...texts].sort().join('/').toLowerCase() === 'false/true';
}

function readTextEntry({ node, item, declaration, stem, notes }: Interaction): ForeignQuestion | undefined {
	const rated = declaration ? ratedOf(declaration) : [];
	if (rated.length === 0) return refuse(notes, 'answers/none', 'It does not say which answer is right.');
	if (declaration!.isNumber) {
		const tolerance = toleranceIn(item, Number(rated[0]!.text));
		const numbers = rated.map(({ text, share }) => ({ value: Number(text), tolerance, share }));
		return makeNumeric(stem, numbers, notes, node.attributes['label'] ?? undefined);
	}
	return makeShortText(
		stem,
		rated.map(({ text, share }) => ({ text: text.replaceAll('*', '\\*'), share })),
		notes
	);
}

/** As far as the marking says one: absolute, or in per cent of the answer. */
function toleranceIn(item: XmlNode, answer: number): number {
	for (const { attributes } of descendantsOf(item, 'equal')) {
		const tolerance = Math.max(
			0,
			...(attributes['tolerance'] ?? '').split(/\s+/).map(Number).filter(Number.isFinite)
		);
		if (attributes['toleranceMode'] === 'absolute') return tolerance;
		if (attributes['toleranceMode'] === 'relative')
			return Number(((Math.abs(answer) * tolerance) / 100).toPrecision(12));
	}
	return 0;
}

function readMatch({ node, declaration, stem, notes }: Interaction): ForeignQuestion | undefined {
	const [lefts = [], rights = []] = childrenOf(node, 'simpleMatchSet').map((set) =>
		childrenOf(set, 'simpleAssociableChoice')
	);
	const said = declaration?.correct.length
		? declaration.correct
		: (declaration ? ratedOf(declaration) : []).map(({ text }) => text);
	const partners = new Map<string, string[]>();
	for (const pair of said) {
		const [left = '', right = ''] = pair.split(/\s+/);
		partners.set(left, [...(partners.get(left) ?? []), right]);
	}
	if (lefts.some((left) => (partners.get(idOf(left)) ?? []).length !== 1))
		return refuse(
			notes,
			'matching/not-one',
			'Some of its left sides belong to none of the right ones, or to several.'
		);
	const nameOf = new Map(rights.map((right) => [idOf(right), sayNode(right, notes)]));
	const pairs = lefts.map((left) => ({
		left: sayNode(left, notes),
		right: nameOf.get(partners.get(idOf(left))![0]!) ?? ''
	}));
	if (pairs.some(({ right }) => right === ''))
		return refuse(notes, 'matching/unknown', 'A pair names a side that is not there.');
	const used = new Set(pairs.map(({ right }) => right));
	const extras = [...nameOf.values()].filter((text) => !used.has(text)).map((text) => ({ text }));
	return makePairs(stem, pairs, extras, notes);
}

function readOrder({ node, declaration, stem, notes }: Interaction): ForeignQuestion | undefined {
	const choices = new Map(
		childrenOf(node, 'simpleChoice').map((choice) => [idOf(choice), sayNode(choice, notes)])
	);
	const correct = declaration?.correct ?? [];
	if (correct.length !== choices.size || correct.some((id) => !choices.has(id)))
		return refuse(notes, 'ordering/no-key', 'It does not say in which order all of its steps belong.');
	return makeOrdering(
		stem,
		correct.map((id) => choices.get(id)!),
		notes
	);
}
