/** Makes a question of a GIFT block. */

import type { ForeignQuestion } from '#core/exchange.ts';
import { makeChoice } from '../assemble-choice.ts';
import {
	makeNumeric,
	makeOrdering,
	makePairs,
	makeShortText,
	makeTrueFalse,
	refuse,
	type RatedNumber,
	type Stem
} from '../assemble.ts';
import type { Notes } from '../notes.ts';
import { readOwnTags } from '../own-words.ts';
import { cleanText, htmlToText } from '../plain-text.ts';
import { readInside, type GiftAnswers, type GiftChoice } from './answers.ts';
import type { GiftBlock } from './blocks.ts';
import { reveal } from './escape.ts';

export interface GiftItem {
	readonly title: string;
	readonly prompt: string;
	readonly question: ForeignQuestion | undefined;
}

/** What stands for the gap where the answers stand in the middle of a sentence. */
const BLANK = '_____';

export function readBlock(block: GiftBlock, notes: Notes): GiftItem {
	const [, title = '', rest = ''] = /^\s*(?:::([^]*?)::)?([^]*)$/.exec(block.text) ?? [];
	const [, format = '', body = ''] = /^\s*(?:\[(html|moodle|plain|markdown)\])?([^]*)$/.exec(rest) ?? [];
	const say = (text: string): string => readText(text, format, notes);
	const open = body.indexOf('{');
	const close = body.lastIndexOf('}');
	const named = { title: cleanText(reveal(title), notes) };
	if (open === -1 || close < open) {
		const why =
			open === -1 ? 'It asks nothing: a description without an answer.' : 'Its brace { is never closed.';
		const code = open === -1 ? 'gift/description' : 'gift/unclosed';
		return { ...named, prompt: showText(body, format, notes), question: refuse(notes, code, why) };
	}
	const { answers, general } = readInside(body.slice(open + 1, close));
	const [before, after] = [body.slice(0, open), body.slice(close + 1).replace(/^["';]+\s*$/, '')];
	// A full stop behind the braces ends the sentence, and makes no gap of them.
	const isGap = /[\p{L}\p{N}]/u.test(after);
	const prompt = showText(
		isGap ? `${before.trimEnd()} ${BLANK} ${after.trimStart()}` : before,
		format,
		notes
	);
	const explanation = general === '' ? '' : say(general);
	const stem: Stem = { prompt, ...(explanation && { explanation }), ...readOwnTags(block.tags) };
	noteTags(block, notes);
	return { ...named, prompt, question: makeQuestion(stem, answers, say, notes) };
}

function makeQuestion(
	stem: Stem,
	answers: GiftAnswers,
	say: (text: string) => string,
	notes: Notes
): ForeignQuestion | undefined {
	switch (answers.kind) {
		case 'essay':
			return refuse(notes, 'gift/essay', 'It asks for a free text, which no program can mark.');
		case 'unknown':
			return refuse(notes, 'gift/unknown', 'What stands between { and } is none of the forms that GIFT has.');
		case 'true-false': {
			const [why = '', whyRight = ''] = answers.feedback.map(say);
			return makeTrueFalse(stem, { answer: answers.answer, why, whyRight }, notes);
		}
		case 'numbers':
			return makeNumeric(
				stem,
				answers.choices.flatMap((choice) => readNumber(choice, notes)),
				notes
			);
		case 'steps':
			return makeOrdering(stem, answers.steps.map(say), notes);
		case 'pairs':
			return readPairs(stem, answers.choices, say, notes);
		case 'short':
			noteAnswerFeedback(answers.choices, notes);
			return makeShortText(
				stem,
				answers.choices.map(({ text, share = 1 }) => ({ text: say(text), share })),
				notes
			);
		case 'options':
			return readOptions(stem, answers.choices, say, notes);
	}
}

function readOptions(
	stem: Stem,
	choices: readonly GiftChoice[],
	say: (text: string) => string,
	notes: Notes
): ForeignQuestion | undefined {
	const isMultiple =
		!choices.some(({ sign }) => sign === '=') && choices.filter(({ share = 0 }) => share > 0).length > 1;
	const options = choices.map(({ sign, share, text, feedback }) => ({
		text: say(text),
		share: share ?? (sign === '=' ? 1 : 0),
		...(feedback !== '' && { why: say(feedback) })
	}));
	return makeChoice(stem, options, { isMultiple }, notes);
}

function readPairs(
	stem: Stem,
	choices: readonly GiftChoice[],
	say: (text: string) => string,
	notes: Notes
): ForeignQuestion | undefined {
	noteAnswerFeedback(choices, notes);
	const sides = choices.map(({ text }) => {
		const at = text.indexOf('->');
		return { left: say(text.slice(0, at)), right: say(text.slice(at + 2)) };
	});
	const pairs = sides.filter(({ left, right }) => left !== '' && right !== '');
	const extras = sides
		.filter(({ left, right }) => left === '' && right !== '')
		.map(({ right }) => ({ text: right }));
	return makePairs(stem, pairs, extras, notes);
}

/** "1822:5", "1817..1827" or "1822". */
function readNumber({ text, share = 1, sign }: GiftChoice, notes: Notes): RatedNumber[] {
	if (sign === '~' || text === '') return [];
	const range = /^([^.]*(?:\.\d[^.]*)?)\.\.(.*)$/.exec(text);
	const [low, high] = range ? [Number(range[1]), Number(range[2])] : [NaN, NaN];
	if (range && low <= high) {
		notes.add('numeric/range', `From ${low} to ${high} became their middle with a tolerance.`);
		return [{ value: round((low + high) / 2), tolerance: round((high - low) / 2), share }];
	}
	const [value = NaN, tolerance = 0] = reveal(text)
		.split(':')
		.map((part) => (part.trim() === '' ? NaN : Number(part)));
	if (Number.isFinite(value) && Number.isFinite(tolerance))
		return [{ value, tolerance: Math.abs(tolerance), share }];
	notes.add('numeric/unreadable', `This is no number: "${reveal(text)}"`);
	return [];
}

/** What adding and halving leave behind the fifteenth digit. */
function round(value: number): number {
	return Number(value.toPrecision(15));
}

function readText(text: string, around: string, notes: Notes): string {
	const [, own, body = ''] = /^\s*(?:\[(html|moodle|plain|markdown)\])?([^]*)$/.exec(text) ?? [];
	return showText(body, own ?? around, notes);
}

function showText(body: string, format: string, notes: Notes): string {
	const shown = reveal(body);
	if (format === 'plain') return cleanText(shown, notes);
	return htmlToText(format === 'markdown' ? withoutMarkdown(shown) : shown, notes);
}

function withoutMarkdown(text: string): string {
	return text
		.replace(/(\*\*|__)(?=\S)([^*_\n]{1,500}?)\1/g, '$2')
		.replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_\n]{1,500}?)\1(?![\p{L}\p{N}])/gu, '$2')
		.replace(/!?\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)/g, '$1')
		.replace(/^#{1,6} /gm, '')
		.replace(/`([^`\n]{1,500})`/g, '$1');
}

function noteAnswerFeedback(choices: readonly GiftChoice[], notes: Notes): void {
	if (choices.some(({ feedback }) => feedback !== ''))
		notes.add(
			'answers/feedback',
			'What was said on single answers was left out; write it into the explanation.'
		);
}

function noteTags({ tags }: GiftBlock, notes: Notes): void {
	const others = tags.filter((tag) => !tag.startsWith('grasp:'));
	if (others.length > 0) notes.add('item/tags', `Tags were left out: ${others.join(', ')}`);
}
