/** Texts with gaps, as Moodle has them: answers within the text, or numbers of choices. */

import type { ForeignQuestion } from '#core/exchange.ts';
import type { ChosenGap, TypedGap } from '#core/question.ts';
import { makeChoice } from '../assemble-choice.ts';
import { refuse, type Stem } from '../assemble.ts';
import type { Notes } from '../notes.ts';
import { htmlToText } from '../plain-text.ts';
import { cutEmbedded, type WrittenGap } from './embedded.ts';
import { hasTolerance, readGap, readNumbers } from './gap.ts';

/** From Unicode's private use: the place of a gap, while the text around it is read. */
const FIRST = 0xe100;
const MARK = /[\ue100-\ue1ff]/g;
const MOST_GAPS = 20;
const MOST_CHOICES = 200;
const LONGEST_PROMPT = 1000;
/** Where a text says nothing of what is to be done. */
const PROMPT = 'Fill in the gaps.';

type Gap = TypedGap | ChosenGap;

/** {1:SHORTANSWER:=Paris#Yes~%50%Lyon} */
export function readEmbedded(stem: Stem, html: string, notes: Notes): ForeignQuestion | undefined {
	const { pieces, gaps: written, broken } = cutEmbedded(withoutMarks(html));
	if (broken !== undefined)
		return refuse(
			notes,
			'cloze/broken-gap',
			`Expected a gap such as {1:SHORTANSWER:=Paris}, found "${broken}": see that it ends with } and write \\} within it.`
		);
	if (written.length > MOST_GAPS) return refuseMany(notes);
	// A number that is asked for alone can keep its tolerance, as a question of its own kind.
	if (written.length === 1 && hasTolerance(written[0]!))
		return readNumbers({ ...stem, prompt: htmlToText(pieces.join('____'), notes) }, written[0]!, notes);
	noteWeights(written, notes);
	const marked = pieces.map((piece, index) => (index === 0 ? piece : mark(index - 1) + piece)).join('');
	const gaps = written.map((gap, index) => readGap(gap, `g${index + 1}`, notes));
	return finish(stem, marked, gaps, notes);
}

/** "The [[1]] sat": a number of the choices, each with its group. */
export function readSelected(
	stem: Stem,
	html: string,
	choices: readonly { readonly text: string; readonly group: string }[],
	notes: Notes
): ForeignQuestion | undefined {
	if (choices.length > MOST_CHOICES)
		return refuse(
			notes,
			'cloze/many-choices',
			`It has ${choices.length} choices: ${MOST_CHOICES} is the most.`
		);
	const gaps: (Gap | undefined)[] = [];
	const marked = withoutMarks(html).replace(/\[\[(\d{1,3})\]\]/g, (place, number: string) => {
		const key = choices[Number(number) - 1];
		if (key === undefined) notes.add('cloze/no-choice', `No choice has the number of the gap ${place}.`);
		const group = choices.filter((choice) => key !== undefined && choice.group === key.group);
		if (group.length === 1) {
			notes.add(
				'cloze/one-choice',
				`"${key!.text}" was all that could be chosen for ${place}: it stands there.`
			);
			return toHtml(key!.text);
		}
		if (gaps.length < MOST_GAPS + 1) {
			const rated = group.map(({ text }) => ({ text, share: text === key!.text ? 1 : 0 }));
			gaps.push(key && chooseOf(`g${gaps.length + 1}`, rated, notes));
		}
		return mark(gaps.length - 1);
	});
	return finish(stem, marked, gaps, notes);
}

function chooseOf(
	id: string,
	rated: readonly { readonly text: string; readonly share: number }[],
	notes: Notes
): Gap | undefined {
	const made = makeChoice({ prompt: '-' }, rated, { isMultiple: false }, notes);
	return made?.kind === 'single-choice' ? { id, options: made.options } : undefined;
}

function toHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function mark(index: number): string {
	return String.fromCharCode(FIRST + index);
}

/** Nobody writes them; but if somebody did, they would be gaps. */
function withoutMarks(html: string): string {
	return html.replace(MARK, '');
}

function noteWeights(gaps: readonly WrittenGap[], notes: Notes): void {
	if (new Set(gaps.map(({ weight }) => weight)).size > 1)
		notes.add('cloze/weights', 'Its gaps had different weights; here each counts the same.');
}

function refuseMany(notes: Notes): undefined {
	return refuse(notes, 'cloze/many', `It has more than ${MOST_GAPS} gaps. Cut it into several questions.`);
}

function finish(
	stem: Stem,
	marked: string,
	gaps: readonly (Gap | undefined)[],
	notes: Notes
): ForeignQuestion | undefined {
	if (gaps.length === 0) return refuse(notes, 'cloze/no-gap', 'Its text has no gap that can be read.');
	if (gaps.length > MOST_GAPS) return refuseMany(notes);
	if (gaps.includes(undefined))
		return refuse(notes, 'cloze/gap', 'One of its gaps has no right answer that can be kept.');
	const { head, body } = splitPrompt(marked);
	const prompt = htmlToText(head, notes);
	if (prompt === '')
		notes.add('cloze/prompt', `It does not say what is to be done, so "${PROMPT}" stands above it.`);
	const text = withoutBraces(htmlToText(body, notes), notes).replace(
		MARK,
		(sign) => `{g${sign.charCodeAt(0) - FIRST + 1}}`
	);
	return { kind: 'cloze', ...stem, prompt: prompt || PROMPT, text, gaps: gaps as Gap[] };
}

/** A first paragraph without a gap says what is to be done in those that follow. */
function splitPrompt(marked: string): { readonly head: string; readonly body: string } {
	const whole = { head: '', body: marked };
	const open = /^\s*<(p|div|h[1-6])(\s[^<>]{0,200})?>/i.exec(marked);
	const close = open ? `</${open[1]}>` : '<br';
	const at = marked.toLowerCase().indexOf(close);
	if (at === -1 || at > 4 * LONGEST_PROMPT) return whole;
	const head = marked.slice(open ? open[0].length : 0, at);
	const end = marked.indexOf('>', at) + 1;
	if (end === 0 || head.search(MARK) !== -1 || head.replace(/<[^<>]*>/g, '').trim() === '') return whole;
	return { head, body: marked.slice(end) };
}

function withoutBraces(text: string, notes: Notes): string {
	const plain = text.replaceAll('{', '(').replaceAll('}', ')');
	if (plain !== text)
		notes.add('cloze/braces', 'Braces in the text are round now: { and } stand for gaps here.');
	return plain;
}
