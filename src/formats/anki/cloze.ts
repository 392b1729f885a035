/** "The {{c1::moon}} pulls the {{c2::sea::what?}}": each card hides one; here all gaps are asked at once. */

import type { ForeignQuestion } from '#core/exchange.ts';
import type { TypedGap } from '#core/question.ts';
import { acceptedAnswers, refuse } from '../assemble.ts';
import type { Notes } from '../notes.ts';
import { htmlToText } from '../plain-text.ts';

const FIRST = 0xe100;
const MOST_GAPS = 20;
const GAP = /\{\{c\d{1,3}::((?:(?!::|\{\{|\}\})[^]){1,1000})(?:::((?:(?!\{\{|\}\})[^]){0,500}))?\}\}/g;

export function readCloze(
	[html = '', extra = '']: readonly string[],
	notes: Notes
): ForeignQuestion | undefined {
	const gaps: TypedGap[] = [];
	let isBroken = false;
	const marked = html.replace(GAP, (_, answer: string, hint: string | undefined) => {
		if (gaps.length > MOST_GAPS) return '';
		const text = htmlToText(answer, notes).replaceAll('*', '\\*');
		const answers = acceptedAnswers([{ text, share: 1 }], notes);
		isBroken ||= answers.length === 0;
		if (hint) notes.add('anki/hint', 'Hints of gaps were left out.');
		gaps.push({ id: `g${gaps.length + 1}`, answers });
		return String.fromCharCode(FIRST + gaps.length - 1);
	});
	if (gaps.length === 0) return refuse(notes, 'cloze/no-gap', 'Its text has no gap that can be read.');
	if (gaps.length > MOST_GAPS) return refuse(notes, 'cloze/many', `It has more than ${MOST_GAPS} gaps.`);
	if (isBroken) return refuse(notes, 'cloze/gap', 'One of its gaps has no right answer that can be kept.');
	const text = htmlToText(marked, notes).replace(
		/[\ue100-\ue1ff]/g,
		(sign) => `{g${sign.charCodeAt(0) - FIRST + 1}}`
	);
	const explanation = htmlToText(extra, notes);
	return { kind: 'cloze', prompt: 'Fill in the gaps.', ...(explanation && { explanation }), text, gaps };
}
