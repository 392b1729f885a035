/** An `assessmentItem` of QTI 2 (and, rewritten, of QTI 3) as a question. */

import type { ForeignQuestion } from '#core/exchange.ts';
import { refuse, type Stem } from '../assemble.ts';
import type { Notes } from '../notes.ts';
import { readOwnTags } from '../own-words.ts';
import { htmlToText } from '../plain-text.ts';
import { childOf, childrenOf, descendantsOf, innerHtml, type XmlNode } from '../xml-tree.ts';
import { readDeclarations, type Declaration } from './declarations.ts';
import { READERS, type Interaction } from './interactions.ts';
import { readGapText } from './gaps.ts';

export interface QtiItem {
	readonly title: string;
	readonly prompt: string;
	readonly question: ForeignQuestion | undefined;
}

const INTERACTIONS =
	'choice textEntry extendedText inlineChoice match associate order gapMatch graphicGapMatch graphicOrder graphicAssociate hotspot hottext selectPoint positionObject slider drawing upload media endAttempt custom portableCustom'
		.split(' ')
		.map((name) => `${name}Interaction`);
const INLINE = ['textEntryInteraction', 'inlineChoiceInteraction'];
/** Shown after an answer, or to somebody else. */
const BESIDE = new Set([
	'feedbackBlock',
	'feedbackInline',
	'rubricBlock',
	'infoControl',
	'modalFeedback',
	'stylesheet',
	'templateBlock'
]);

export function readItem(node: XmlNode, notes: Notes): QtiItem {
	const title = node.attributes['title'] ?? '';
	const body = childOf(node, 'itemBody');
	const interactions = body ? descendantsOf(body, ...INTERACTIONS) : [];
	const prompt = body ? bodyText(body, interactions, notes) : '';
	const question =
		body === undefined
			? refuse(notes, 'qti/no-body', 'It has no text and no task.')
			: readBody(node, body, interactions, prompt, notes);
	return { title, prompt: question?.prompt ?? prompt, question };
}

function readBody(
	node: XmlNode,
	body: XmlNode,
	interactions: readonly XmlNode[],
	prompt: string,
	notes: Notes
): ForeignQuestion | undefined {
	if (!isOneStep(node, interactions, notes)) return undefined;
	const declarations = readDeclarations(node);
	noteProcessing(node, declarations, notes);
	const { explanation, byChoice } = readFeedback(node, notes);
	const stem: Stem = {
		prompt,
		...(explanation && { explanation }),
		...readOwnTags((node.attributes['label'] ?? '').split(/\s+/))
	};
	if (interactions.length > 1 && interactions.every(({ name }) => INLINE.includes(name)))
		return readGapText(stem, body, declarations, notes);
	if (interactions.length > 1)
		return refuse(
			notes,
			'qti/composite',
			`It holds ${interactions.length} tasks in one; a question here is one task.`
		);
	const [first] = interactions as readonly [XmlNode];
	const declaration = declarations.get(first.attributes['responseIdentifier'] ?? '');
	const around: Interaction = { node: first, item: node, body, declaration, byChoice, stem, notes };
	const read = READERS[first.name];
	if (read) return read(around);
	const what = first.name.replace(/Interaction$/, '');
	return refuse(
		notes,
		`qti/${what.toLowerCase()}`,
		`There is no kind of question here for its task ("${what}").`
	);
}

/** Whether there is something to answer, once, and the same for everybody. */
function isOneStep(node: XmlNode, interactions: readonly XmlNode[], notes: Notes): boolean {
	const fail = (code: string, message: string): boolean => {
		notes.add(code, message);
		return false;
	};
	if (interactions.length === 0) return fail('qti/no-interaction', 'It asks nothing: a text without a task.');
	if (node.attributes['adaptive'] === 'true')
		return fail(
			'qti/adaptive',
			'It goes on in steps that depend on the answers; a question here is one step.'
		);
	if (childOf(node, 'templateDeclaration'))
		return fail(
			'qti/template',
			'It is made anew with other values for each learner, which no question here is.'
		);
	return true;
}

/** Without the task's own words, but for its prompt; a gap in a line shows as one. */
function bodyText(body: XmlNode, interactions: readonly XmlNode[], notes: Notes): string {
	const html = innerHtml(body, (child) => {
		if (BESIDE.has(child.name)) return '';
		if (!interactions.includes(child)) return undefined;
		const own = childOf(child, 'prompt');
		if (own) return `<p>${innerHtml(own)}</p>`;
		return INLINE.includes(child.name) ? ' _____ ' : '';
	});
	return htmlToText(html, notes)
		.replace(/^_____$/gm, '')
		.trim();
}

interface Feedback {
	readonly explanation: string;
	/** By the identifier of a choice. */
	readonly byChoice: ReadonlyMap<string, string>;
}

function readFeedback(node: XmlNode, notes: Notes): Feedback {
	const modal = childrenOf(node, 'modalFeedback');
	const choices = new Set(
		descendantsOf(node, 'simpleChoice').map(({ attributes }) => attributes['identifier'])
	);
	const byChoice = new Map<string, string>();
	const others: string[] = [];
	for (const feedback of modal) {
		const id = feedback.attributes['identifier'] ?? '';
		const text = htmlToText(innerHtml(feedback), notes);
		if (choices.has(id)) byChoice.set(id, text);
		else if (id === 'explanation' || modal.length === 1) others.unshift(text);
		else notes.add('item/general-feedback', `Feedback was left out: "${text}"`);
	}
	return { explanation: others.join('\n'), byChoice };
}

/** What marks by a program of its own may mark otherwise than the answer that it names. */
function noteProcessing(node: XmlNode, declarations: ReadonlyMap<string, Declaration>, notes: Notes): void {
	const processing = childOf(node, 'responseProcessing');
	if (processing === undefined || processing.attributes['template'] !== undefined) return;
	const isPlain = descendantsOf(processing, 'correct', 'mapResponse').length > 0;
	const isKnown = [...declarations.values()].some(
		({ correct, mapping }) => correct.length + mapping.size > 0
	);
	if (!isPlain && isKnown)
		notes.add(
			'qti/processing',
			'It is marked by a program of its own; here the answer that it names as right is right.'
		);
}
