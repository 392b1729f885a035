/** Texts with gaps: to type in, to choose in, or to fill from a row of words. */

import type { ForeignQuestion } from '#core/exchange.ts';
import type { ChosenGap, TypedGap } from '#core/question.ts';
import { makeChoice } from '../assemble-choice.ts';
import { acceptedAnswers, refuse, type Stem } from '../assemble.ts';
import type { Notes } from '../notes.ts';
import { htmlToText } from '../plain-text.ts';
import { childOf, childrenOf, innerHtml, type XmlNode } from '../xml-tree.ts';
import { ratedOf, shareOf, type Declaration } from './declarations.ts';
import { ownId, sayNode, type Interaction } from './interactions.ts';

const FIRST = 0xe100;
const MOST_GAPS = 20;
const PROMPT = 'Fill in the gaps.';
const BESIDE = new Set([
	'feedbackBlock',
	'feedbackInline',
	'rubricBlock',
	'prompt',
	'gapText',
	'gapImg',
	'infoControl'
]);

type Gap = TypedGap | ChosenGap;

export function readGapText(
	stem: Stem,
	body: XmlNode,
	declarations: ReadonlyMap<string, Declaration>,
	notes: Notes
): ForeignQuestion | undefined {
	return collect(stem, body, notes, (node, id) => {
		if (node.name !== 'textEntryInteraction' && node.name !== 'inlineChoiceInteraction') return undefined;
		const declaration = declarations.get(node.attributes['responseIdentifier'] ?? '');
		return { gap: declaration && readGap(node, declaration, id, notes) };
	});
}

function readGap(node: XmlNode, declaration: Declaration, id: string, notes: Notes): Gap | undefined {
	if (node.name === 'textEntryInteraction') {
		const rated = ratedOf(declaration).map(({ text, share }) => ({
			text: text.replaceAll('*', '\\*'),
			share
		}));
		const answers = acceptedAnswers(rated, notes);
		return answers.length > 0 ? { id, answers } : undefined;
	}
	const options = childrenOf(node, 'inlineChoice').map((choice) => ({
		...{ id: ownId(choice.attributes['identifier'] ?? ''), text: sayNode(choice, notes) },
		share: shareOf(declaration, choice.attributes['identifier'] ?? '')
	}));
	return chosen(id, options, notes);
}

export function readGapMatch({ node, declaration, stem, notes }: Interaction): ForeignQuestion | undefined {
	const texts = new Map(
		childrenOf(node, 'gapText').map((text) => [text.attributes['identifier'] ?? '', sayNode(text, notes)])
	);
	const said = declaration?.correct.length
		? declaration.correct
		: (declaration ? ratedOf(declaration) : []).map(({ text }) => text);
	const keyOf = new Map(said.map((pair) => pair.split(/\s+/).reverse() as [string, string]));
	return collect(stem, node, notes, (child, id) => {
		if (child.name !== 'gap') return undefined;
		const key = keyOf.get(child.attributes['identifier'] ?? '');
		const options = [...texts].map(([name, text]) => ({ text, share: name === key ? 1 : 0 }));
		return { gap: key === undefined ? undefined : chosen(id, options, notes) };
	});
}

function chosen(
	id: string,
	options: readonly { text: string; share: number; id?: string }[],
	notes: Notes
): Gap | undefined {
	const made = makeChoice({ prompt: '-' }, options, { isMultiple: false }, notes);
	return made?.kind === 'single-choice' ? { id, options: made.options } : undefined;
}

/** `read` gives a gap for what is one, and `undefined` for all else. */
function collect(
	stem: Stem,
	around: XmlNode,
	notes: Notes,
	read: (node: XmlNode, id: string) => { readonly gap: Gap | undefined } | undefined
): ForeignQuestion | undefined {
	const gaps: (Gap | undefined)[] = [];
	let prompt = childOf(around, 'prompt') && sayNode(childOf(around, 'prompt')!, notes);
	const html = innerHtml(around, (child) => {
		if (child.name === 'p' && child.attributes['class'] === 'grasp-prompt') {
			prompt = sayNode(child, notes);
			return '';
		}
		if (BESIDE.has(child.name)) return '';
		if (gaps.length > MOST_GAPS) return '';
		const found = read(child, `g${gaps.length + 1}`);
		if (found === undefined) return undefined;
		gaps.push(found.gap);
		return String.fromCharCode(FIRST + gaps.length - 1);
	});
	if (gaps.length === 0) return refuse(notes, 'cloze/no-gap', 'Its text has no gap that can be read.');
	if (gaps.length > MOST_GAPS) return refuse(notes, 'cloze/many', `It has more than ${MOST_GAPS} gaps.`);
	if (gaps.includes(undefined))
		return refuse(notes, 'cloze/gap', 'One of its gaps has no right answer that can be kept.');
	const text = htmlToText(html, notes).replace(
		/[\ue100-\ue1ff]/g,
		(sign) => `{g${sign.charCodeAt(0) - FIRST + 1}}`
	);
	return { kind: 'cloze', ...stem, prompt: prompt || PROMPT, text, gaps: gaps as Gap[] };
}
