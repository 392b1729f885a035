/** Texts with gaps, as Moodle has them: answers within the text, or numbers of choices. */

import type { ForeignQuestion } from '#core/exchange.ts';
import type { ChosenGap, TypedGap } from '#core/question.ts';
import { makeChoice } from '../assemble-choice.ts';
import { acceptedAnswers, refuse, type Stem } from '../assemble.ts';
import { decodeEntities } from '../html-entities.ts';
import type { Notes } from '../notes.ts';
import { htmlToText, textToHtml } from '../plain-text.ts';

/** From Unicode's private use: the place of a gap, while the text around it is read. */
const FIRST = 0xe100;
const MOST_GAPS = 20;
const MOST_CHOICES = 200;
/** Where a text says nothing of what is to be done. */
const PROMPT = 'Fill in the gaps.';

type Gap = TypedGap | ChosenGap;

/** {1:SHORTANSWER:=Paris#Yes~%50%Lyon} */
const EMBEDDED = /\{\d*:([A-Z_]+):((?:\\[^]|[^\\{}])*)\}/g;

export function readEmbedded(stem: Stem, html: string, notes: Notes): ForeignQuestion | undefined {
	const gaps: (Gap | undefined)[] = [];
	const marked = html.replace(EMBEDDED, (_, type: string, inside: string) => {
		if (gaps.length > MOST_GAPS) return '';
		gaps.push(readGap(type, inside, `g${gaps.length + 1}`, notes));
		return String.fromCharCode(FIRST + gaps.length - 1);
	});
	return finish(stem, marked, gaps, notes);
}

/** "The [[1]] sat": a number of the choices, each with its group. */
export function readSelected(
	stem: Stem,
	html: string,
	choices: readonly { readonly text: string; readonly group: string }[],
	notes: Notes
): ForeignQuestion | undefined {
	const gaps: (Gap | undefined)[] = [];
	const marked = html.replace(/\[\[(\d{1,3})\]\]/g, (_, number: string) => {
		if (gaps.length > MOST_GAPS || choices.length > MOST_CHOICES) return '';
		const key = choices[Number(number) - 1];
		const rated = choices
			.filter(({ group }) => group === key?.group)
			.map(({ text }) => ({ text, share: text === key!.text ? 1 : 0 }));
		gaps.push(chosenGap(`g${gaps.length + 1}`, rated, notes));
		return String.fromCharCode(FIRST + gaps.length - 1);
	});
	return finish(stem, marked, gaps, notes);
}

function finish(
	stem: Stem,
	marked: string,
	gaps: readonly (Gap | undefined)[],
	notes: Notes
): ForeignQuestion | undefined {
	if (gaps.length === 0) return refuse(notes, 'cloze/no-gap', 'Its text has no gap that can be read.');
	if (gaps.length > MOST_GAPS) return refuse(notes, 'cloze/many', `It has more than ${MOST_GAPS} gaps.`);
	if (gaps.includes(undefined))
		return refuse(notes, 'cloze/gap', 'One of its gaps has no right answer that can be kept.');
	const [, prompt = PROMPT, body = ''] =
		/^\s*(?:<p class="grasp-prompt">([^]*?)<\/p>)?([^]*)$/.exec(marked) ?? [];
	const text = htmlToText(body, notes).replace(
		/[\ue100-\ue1ff]/g,
		(sign) => `{g${sign.charCodeAt(0) - FIRST + 1}}`
	);
	return { kind: 'cloze', ...stem, prompt: htmlToText(prompt, notes), text, gaps: gaps as Gap[] };
}

function readGap(type: string, inside: string, id: string, notes: Notes): Gap | undefined {
	const answers = readAnswers(inside, notes);
	if (/^(MULTICHOICE|MC)/.test(type)) return chosenGap(id, answers, notes);
	if (/^(MULTIRESPONSE|MR)/.test(type)) {
		notes.add('cloze/many-right', 'A gap with several right options cannot come in.');
		return undefined;
	}
	const isNumber = /^(NUMERICAL|NM)$/.test(type);
	if (!isNumber && !/^(SHORTANSWER|SA|MW)/.test(type)) return undefined;
	if (isNumber && answers.some(({ text }) => text.includes(':')))
		notes.add('cloze/tolerance', 'A number in a gap had a tolerance; now it must be met as it stands.');
	const rated = answers.map(({ text, share }) => ({
		text: isNumber ? text.replace(/:.*$/, '') : text,
		share
	}));
	const accepted = acceptedAnswers(rated, notes);
	return accepted.length > 0 ? { id, answers: accepted } : undefined;
}

function chosenGap(
	id: string,
	rated: readonly { text: string; share: number; why?: string }[],
	notes: Notes
): Gap | undefined {
	const made = makeChoice({ prompt: '-' }, rated, { isMultiple: false }, notes);
	return made?.kind === 'single-choice' ? { id, options: made.options } : undefined;
}

/** "=California#OK~%50%Arizona#Nearly~Nevada" */
function readAnswers(inside: string, notes: Notes): readonly { text: string; share: number; why?: string }[] {
	const pieces = withoutNumbers(inside).match(/(?:\\[^]|[^\\~])+/g) ?? [];
	return pieces.map((piece) => {
		const [, right, , percent, rest = ''] =
			/^\s*(=)?(%(-?\d{1,3}(?:\.\d+)?)%)?(=?(?:\\[^]|[^\\])*)$/.exec(piece) ?? [];
		const [text = '', why = ''] = splitFeedback(rest.replace(/^=/, ''));
		const isRight = right !== undefined || rest.startsWith('=');
		const feedback = htmlToText(why, notes);
		const share = percent === undefined ? (isRight ? 1 : 0) : Number(percent) / 100;
		return { text: htmlToText(text, notes), share: isRight ? 1 : share, ...(feedback && { why: feedback }) };
	});
}

/** "&#39;" holds a sign that means something in a gap. */
function withoutNumbers(html: string): string {
	return html.replace(/&#[0-9a-fA-FxX]{1,8};/g, (entity) => textToHtml(decodeEntities(entity)));
}

function splitFeedback(text: string): readonly [string, string] {
	const [, head = '', tail = ''] = /^((?:\\[^]|[^\\#])*)#?([^]*)$/.exec(text) ?? [];
	const plain = (part: string): string => part.replace(/\\([^])/g, '$1');
	return [plain(head).trim(), plain(tail).trim()];
}
