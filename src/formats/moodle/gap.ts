/** One gap of a text of Moodle's, as one of ours. */

import type { ForeignQuestion } from '#core/exchange.ts';
import type { ChosenGap, TypedGap } from '#core/question.ts';
import { makeChoice } from '../assemble-choice.ts';
import { acceptedAnswers, type Stem } from '../assemble.ts';
import { decodeEntities } from '../html-entities.ts';
import type { Notes } from '../notes.ts';
import { htmlToText } from '../plain-text.ts';
import { cutAnswers, type WrittenGap } from './embedded.ts';
import { noteAnswerFeedback } from './left-out.ts';
import { makeNumberQuestion } from './numbers.ts';

const CHOSEN = /^(MULTICHOICE|MC)(_?(V|H|S|VS|HS))?$/;
const SEVERAL = /^(MULTIRESPONSE|MR)(_?(H|S|HS))?$/;
const TYPED = /^(SHORTANSWER|SA|MW)(_?C)?$/;
const NUMBER = /^(NUMERICAL|NM)$/;

interface Answer {
	readonly text: string;
	readonly share: number;
	readonly why?: string;
}

export function readGap(gap: WrittenGap, id: string, notes: Notes): TypedGap | ChosenGap | undefined {
	const { type } = gap;
	const answers = readAnswers(gap, notes);
	if (CHOSEN.test(type)) {
		const made = makeChoice({ prompt: '-' }, answers, { isMultiple: false }, notes);
		return made?.kind === 'single-choice' ? { id, options: made.options } : undefined;
	}
	if (SEVERAL.test(type)) {
		notes.add('cloze/many-right', 'A gap with several right options cannot come in.');
		return undefined;
	}
	const isNumber = NUMBER.test(type);
	if (!isNumber && !TYPED.test(type)) {
		notes.add('cloze/type', `There is no kind of gap here for Moodle's type "${type}".`);
		return undefined;
	}
	if (/C$/.test(type)) notes.add('answers/case', 'Capital letters counted; here they do not.');
	if (isNumber && answers.some(({ text }) => text.includes(':')))
		notes.add('cloze/tolerance', 'A number in a gap had a tolerance; now it must be met as it stands.');
	noteAnswerFeedback(
		answers.map(({ why = '' }) => why),
		notes
	);
	const rated = answers.map(({ text, share }) => ({
		text: isNumber ? text.replace(/:[^]*$/, '').trim() : text,
		share
	}));
	const accepted = acceptedAnswers(rated, notes);
	return accepted.length > 0 ? { id, answers: accepted } : undefined;
}

export function hasTolerance({ type, inside }: WrittenGap): boolean {
	return NUMBER.test(type) && cutAnswers(inside).some(({ text }) => text.includes(':'));
}

/** "=8:0.5~%50%8:1" as a question that asks for a number. */
export function readNumbers(stem: Stem, gap: WrittenGap, notes: Notes): ForeignQuestion | undefined {
	const answers = readAnswers(gap, notes);
	noteAnswerFeedback(
		answers.map(({ why = '' }) => why),
		notes
	);
	const written = answers.map(({ text, share }) => {
		const [number = '', tolerance = ''] = text.split(':');
		return { text: number, tolerance, share };
	});
	const question = makeNumberQuestion(stem, written, notes);
	if (question !== undefined)
		notes.add('cloze/number', 'A text with one gap for a number is a question for that number now.');
	return question;
}

/** Moodle undoes entities first; what then stands in an option or in feedback is HTML, a typed answer is none. */
function readAnswers({ type, inside }: WrittenGap, notes: Notes): readonly Answer[] {
	const isHtml = CHOSEN.test(type);
	return cutAnswers(inside).map(({ text, share, feedback }) => {
		const why = htmlToText(decodeEntities(feedback), notes);
		return {
			text: htmlToText(isHtml ? decodeEntities(text) : text, notes),
			share,
			...(why && { why })
		};
	});
}
