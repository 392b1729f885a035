/** Writes Moodle XML as Moodle's own export does. */

import type { ExchangedCourse, ExchangeLoss, MadeFile } from '#core/exchange.ts';
import {
	isChosenGap,
	type Categorise,
	type Cloze,
	type Matching,
	type Option,
	type Question
} from '#core/question.ts';
import { findLosses, type Carries } from '../losses.ts';
import { makeOwnTags } from '../own-words.ts';
import { textToHtml } from '../plain-text.ts';
import { escapeXml } from '../escape-xml.ts';

const CARRIES: Carries = {
	name: 'Moodle XML',
	lesser: {
		categorise: 'Moodle knows pairs: each entry is paired with its category.',
		estimate: 'Moodle knows a number with a tolerance: what is close counts in full, and nothing else.'
	},
	...{ optionWhys: true, partWhys: false, units: true, fixedOrder: true, ownWords: true }
};
/** Gaps keep the reasons of their options. */
const GAPS: Carries = { ...CARRIES, partWhys: true };

export function makeMoodleXml(course: ExchangedCourse): MadeFile {
	const body = course.sections.map(({ title, questions }) => [
		`<question type="category"><category><text>${escapeXml(`$course$/top/${[course.title, title].map(escapePath).join('/')}`)}</text></category></question>`,
		...questions.map(writeQuestion)
	]);
	const questions = course.sections.flatMap((section) => section.questions);
	return {
		name: `${course.id}.xml`,
		type: 'application/xml',
		bytes: new TextEncoder().encode(
			`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${body.flat().join('\n')}\n</quiz>\n`
		),
		losses: questions.flatMap((question) => [
			...findLosses([question], question.kind === 'cloze' ? GAPS : CARRIES),
			...findLongTags(question)
		])
	};
}

const LONGEST_TAG = 50;

/** The id has another place as well; claims have only their tag. */
function findLongTags(question: Question): readonly ExchangeLoss[] {
	const { id, claim, also } = question;
	const long = makeOwnTags({ claim, ...(also && { also }) }).filter((tag) => tag.length > LONGEST_TAG);
	if (long.length === 0) return [];
	const message = `Moodle cuts tags after ${LONGEST_TAG} signs. This file keeps them whole, but an export of Moodle's will not: ${long.join(', ')}`;
	return [{ question: id, isLeftOut: false, code: 'export/long-tag', message }];
}

const TYPES = {
	...{ 'single-choice': 'multichoice', 'multiple-choice': 'multichoice', 'true-false': 'truefalse' },
	...{ numeric: 'numerical', estimate: 'numerical', 'short-text': 'shortanswer', cloze: 'cloze' },
	...{ matching: 'matching', categorise: 'matching', ordering: 'ordering' }
} as const satisfies Record<Question['kind'], string>;

function writeQuestion(question: Question): string {
	const body = question.kind === 'cloze' ? writeCloze(question) : textToHtml(question.prompt);
	const tags = makeOwnTags(question).map((tag) => `<tag><text>${escapeXml(tag)}</text></tag>`);
	return [
		`<question type="${TYPES[question.kind]}">`,
		`<name><text>${escapeXml(question.id)}</text></name>`,
		put('questiontext', body),
		put('generalfeedback', textToHtml(question.explanation)),
		'<defaultgrade>1</defaultgrade><penalty>0</penalty><hidden>0</hidden>',
		`<idnumber>${escapeXml(question.id)}</idnumber>`,
		...writeParts(question),
		`<tags>${tags.join('')}</tags>`,
		'</question>'
	].join('\n');
}

function writeParts(question: Question): readonly string[] {
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice':
			return writeOptions(question.options, question.kind === 'single-choice', question.shuffle !== false);
		case 'true-false':
			return [true, false].map((answer) =>
				writeAnswer(
					answer === question.answer ? 100 : 0,
					answer ? 'true' : 'false',
					answer === question.answer ? '' : question.why
				)
			);
		case 'numeric':
			return writeNumber(question.answer, question.tolerance ?? 0, question.unit);
		case 'estimate':
			return writeNumber(
				question.answer,
				Number(Math.abs(question.answer * question.close).toPrecision(12)),
				question.unit
			);
		case 'short-text':
			return [
				'<usecase>0</usecase>',
				...question.answers.map((answer) => writeAnswer(100, answer.replaceAll('*', '\\*'), '', false))
			];
		case 'matching':
		case 'categorise':
			return ['<shuffleanswers>true</shuffleanswers>', ...writePairs(question)];
		case 'ordering':
			return [
				'<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>0</selectcount>',
				'<gradingtype>ABSOLUTE_POSITION</gradingtype><showgrading>SHOW</showgrading><numberingstyle>none</numberingstyle>',
				...question.steps.map(({ text }, index) => writeAnswer(index + 1, text, ''))
			];
		case 'cloze':
			return [];
	}
}

function writePairs(question: Matching | Categorise): readonly string[] {
	if (question.kind === 'matching')
		return [
			...question.pairs.map(({ left, right }) => writePair(left, right)),
			...(question.extras ?? []).map(({ text }) => writePair('', text))
		];
	const nameOf = new Map(question.categories.map(({ id, text }) => [id, text]));
	const used = new Set(question.entries.map(({ category }) => category));
	return [
		...question.entries.map(({ text, category }) => writePair(text, nameOf.get(category)!)),
		...question.categories.filter(({ id }) => !used.has(id)).map(({ text }) => writePair('', text))
	];
}

function writeOptions(options: readonly Option[], isSingle: boolean, shuffles: boolean): readonly string[] {
	const keys = options.filter(({ correct }) => correct).length;
	const share = Number((100 / keys).toFixed(5));
	// As Grasp marks it: a wrong option takes away what a right one gives.
	const off = isSingle ? 0 : -share;
	return [
		`<single>${isSingle}</single><shuffleanswers>${shuffles}</shuffleanswers><answernumbering>none</answernumbering>`,
		...options.map(({ text, correct, why = '' }) => writeAnswer(correct ? share : off, text, why))
	];
}

function writeNumber(answer: number, tolerance: number, unit: string | undefined): readonly string[] {
	const units =
		unit === undefined
			? ''
			: `<units><unit><multiplier>1</multiplier><unit_name>${escapeXml(unit)}</unit_name></unit></units>`;
	return [
		`<answer fraction="100" format="moodle_auto_format"><text>${answer}</text><feedback format="html"><text></text></feedback><tolerance>${tolerance}</tolerance></answer>`,
		`${units}<unitgradingtype>0</unitgradingtype><unitpenalty>0</unitpenalty><showunits>${unit === undefined ? 3 : 0}</showunits><unitsleft>0</unitsleft>`
	];
}

function writeAnswer(fraction: number, text: string, why: string, isHtml = true): string {
	const shown = isHtml ? textToHtml(text) : text;
	const format = isHtml ? 'html' : 'plain_text';
	return `<answer fraction="${fraction}" format="${format}"><text>${escapeXml(shown)}</text>${put('feedback', textToHtml(why))}</answer>`;
}

function writePair(left: string, right: string): string {
	return `<subquestion format="html"><text>${escapeXml(textToHtml(left))}</text><answer format="plain_text"><text>${escapeXml(right)}</text></answer></subquestion>`;
}

function put(name: string, html: string): string {
	return `<${name} format="html"><text>${escapeXml(html)}</text></${name}>`;
}

function writeCloze({ prompt, text, gaps }: Cloze): string {
	const body = text
		.split(/(\{[a-z0-9-]+\})/)
		.map((part) => {
			const gap = gaps.find(({ id }) => part === `{${id}}`);
			if (gap === undefined) return textToHtml(part).replaceAll('{', '&#123;').replaceAll('}', '&#125;');
			if (!isChosenGap(gap))
				return `{1:SHORTANSWER:${gap.answers.map((answer) => `=${putInGap(answer).replaceAll('*', '\\*')}`).join('~')}}`;
			const options = gap.options.map(
				({ text: option, correct, why }) =>
					`${correct ? '=' : ''}${putHtmlInGap(option)}${why ? `#${putHtmlInGap(why)}` : ''}`
			);
			return `{1:MULTICHOICE:${options.join('~')}}`;
		})
		.join('');
	return `<p class="grasp-prompt">${textToHtml(prompt)}</p><p>${body}</p>`;
}

/**
 * Within a gap some signs have a meaning. Moodle takes a backslash away from two of them only, but undoes every
 * entity before it looks at an answer.
 */
function putInGap(text: string): string {
	return text.replace(/[&<>"'{}~#\\=%]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', ' ');
}

/** Options and feedback are HTML once that is undone. */
function putHtmlInGap(text: string): string {
	return putInGap(textToHtml(text));
}

function escapePath(name: string): string {
	return name.replaceAll('/', '//').replaceAll('\n', ' ');
}
