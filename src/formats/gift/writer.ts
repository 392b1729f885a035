/** Writes GIFT as Moodle's own export does: a comment with id and tags, title, text, answers, general feedback. */

import type { ExchangedCourse, MadeFile } from '#core/exchange.ts';
import { isChosenGap, type Option, type Question } from '#core/question.ts';
import { findLosses, isCarried, type Carries } from '../losses.ts';
import { makeOwnTags } from '../own-words.ts';
import { escapeGift } from './escape.ts';

const CARRIES: Carries = {
	name: 'GIFT',
	lesser: {
		cloze: 'GIFT knows one gap in a sentence: it comes back as a choice or a short text.',
		categorise: 'GIFT knows pairs: each entry is paired with its category.',
		estimate: 'GIFT knows a number with a tolerance: what is close counts in full, and nothing else.'
	},
	...{ optionWhys: true, partWhys: false, units: false, fixedOrder: false, ownWords: true }
};

export function makeGift(course: ExchangedCourse): MadeFile {
	const questions = course.sections.flatMap((section) => section.questions);
	const text = course.sections
		.map(({ title, questions: own }) => {
			const written = own.filter(isWritten).map(writeQuestion);
			return [`$CATEGORY: $course$/top/${[course.title, title].map(escapePath).join('/')}`, ...written].join(
				'\n\n'
			);
		})
		.join('\n\n');
	return {
		name: `${course.id}.gift`,
		type: 'text/plain',
		bytes: new TextEncoder().encode(`${text}\n`),
		losses: questions.flatMap((question) => findLosses([question], carriesFor(question)))
	};
}

/** More than one gap cannot be said. */
function carriesFor(question: Question): Carries {
	if (question.kind !== 'cloze' || question.gaps.length === 1) return CARRIES;
	return { ...CARRIES, leftOut: { cloze: 'it knows one gap, and this has several.' } };
}

function isWritten(question: Question): boolean {
	return isCarried(question, carriesFor(question));
}

function writeQuestion(question: Question): string {
	const marks = [`[id:${question.id}]`, ...makeOwnTags(question).map((tag) => `[tag:${tag}]`)];
	const [stem, tail] = writeStem(question);
	const general = `####${put(question.explanation)}`;
	const answers = [...writeAnswers(question), general].map((line) => `\t${line}`);
	const [open, ...lines] = openOf(question) === '' ? ['{', ...answers] : [`{${openOf(question)}`, ...answers];
	return `// ${marks.join(' ')}\n::${escapeGift(question.id)}::[plain]${stem}${open}\n${lines.join('\n')}\n}${tail}`;
}

function writeStem(question: Question): readonly [string, string] {
	if (question.kind !== 'cloze') return [escapeGift(question.prompt), ''];
	const [before = '', after = ''] = question.text.split(`{${question.gaps[0]!.id}}`);
	return [escapeGift(`${question.prompt}\n${before}`), escapeGift(after)];
}

/** What stands right behind the brace, and says of what form the answers are. */
function openOf(question: Question): string {
	switch (question.kind) {
		case 'true-false':
			return `${question.answer ? 'TRUE' : 'FALSE'}#${put(question.why)}`;
		case 'numeric':
			return `#${question.answer}:${question.tolerance ?? 0}`;
		case 'estimate':
			return `#${question.answer}:${Number(Math.abs(question.answer * question.close).toPrecision(12))}`;
		case 'ordering':
			return '>ALL VERTICAL';
		default:
			return '';
	}
}

function writeAnswers(question: Question): readonly string[] {
	switch (question.kind) {
		case 'single-choice':
			return question.options.map((option) => writeOption(option, option.correct ? '=' : '~'));
		case 'multiple-choice':
			return writeShares(question.options);
		case 'short-text':
			return writeWordings(question.answers);
		case 'cloze':
			return question.gaps.flatMap((gap) =>
				isChosenGap(gap)
					? gap.options.map((option) => writeOption(option, option.correct ? '=' : '~'))
					: writeWordings(gap.answers)
			);
		case 'matching':
			return [
				...question.pairs.map(({ left, right }) => writePair(left, right)),
				...(question.extras ?? []).map(({ text }) => writePair('', text))
			];
		case 'categorise': {
			const nameOf = new Map(question.categories.map(({ id, text }) => [id, text]));
			const used = new Set(question.entries.map(({ category }) => category));
			return [
				...question.entries.map(({ text, category }) => writePair(text, nameOf.get(category)!)),
				...question.categories.filter(({ id }) => !used.has(id)).map(({ text }) => writePair('', text))
			];
		}
		case 'ordering':
			return question.steps.map(({ text }) => (text.startsWith('//') ? `[plain]${put(text)}` : put(text)));
		default:
			return [];
	}
}

function writeOption({ text, why }: Option, sign: string): string {
	return `${sign}${put(text)}${why ? `#${put(why)}` : ''}`;
}

/** Shares that sum up to the whole, rounded as Moodle wants them. */
function writeShares(options: readonly Option[]): readonly string[] {
	const keys = options.filter(({ correct }) => correct).length;
	const share = Number((100 / keys).toFixed(5));
	const off = Number((100 / (options.length - keys)).toFixed(5));
	return options.map((option) => writeOption(option, option.correct ? `~%${share}%` : `~%-${off}%`));
}

function writeWordings(answers: readonly string[]): readonly string[] {
	return answers.map((answer) => `=${put(withoutArrow(answer).replaceAll('*', '\\*'))}`);
}

function writePair(left: string, right: string): string {
	return `=${put(withoutArrow(left))} -> ${put(withoutArrow(right))}`;
}

/** An arrow cannot be escaped: another sign says the same. */
function withoutArrow(text: string): string {
	return text.replaceAll('->', '→');
}

/** What would be read as a share or as a format is kept from it. */
function put(text: string): string {
	const escaped = escapeGift(text);
	return /^\s*(%|\[(html|moodle|plain|markdown)\])/.test(text) ? `[plain]${escaped}` : escaped;
}

function escapePath(name: string): string {
	return name.replaceAll('/', '//').replaceAll('\n', ' ');
}
