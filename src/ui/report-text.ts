import type { Answer, Certainty } from '#core/answer.ts';
import { isChosenGap, type Course, type Question } from '#core/question.ts';
import { gapOptionKey } from '#core/shuffle.ts';
import { makeAnswerLines } from './exam/answer-lines.ts';
import { makeKeyLines } from './key-lines.ts';
import { m } from './messages.ts';

/** What a learner has seen, for whoever is to mend it. */
export interface Reported {
	readonly course: Course;
	readonly section: string;
	readonly question: Question;
	/** Option ids as they stood on the screen. */
	readonly order: readonly string[];
	readonly answer: Answer;
	readonly certainty: Certainty | null;
	/** Of the app. */
	readonly version: string;
}

const CERTAINTY_WORDS = {
	guess: m.certainty_guess,
	'think-so': m.certainty_think_so,
	sure: m.certainty_sure
} satisfies Record<Certainty, () => string>;

export function makeReport({
	course,
	section,
	question,
	order,
	answer,
	certainty,
	version
}: Reported): string {
	const shown = makeShownLines(question, order);
	const given = answer.kind === 'unknown' ? [m.dont_know()] : makeAnswerLines(question, answer);
	return [
		m.report_wrong(),
		'',
		'',
		m.report_question({ question: question.id, section, claim: question.claim }),
		m.report_course({ course: course.title, id: course.id }),
		m.report_version({ version }),
		'',
		m.report_prompt({ prompt: question.prompt }),
		...(question.kind === 'cloze' ? [question.text] : []),
		...(shown.length > 0 ? [m.report_options(), ...shown.map(toLine)] : []),
		m.report_answer(),
		...given.map(toLine),
		...(certainty === null ? [] : [m.report_sure({ certainty: CERTAINTY_WORDS[certainty]() })]),
		m.report_key(),
		...makeKeyLines(question).map(toLine)
	].join('\n');
}

/** What was to be chosen from, as it stood on the screen; nothing where the answer was typed. */
export function makeShownLines(question: Question, order: readonly string[]): readonly string[] {
	return order.flatMap((id) => partsOf(question).find((part) => part.id === id)?.text ?? []);
}

/** Instructors have no field for an address; some write it to their name. */
export function findAddress({ source }: Course): string {
	const words = `${source.author ?? ''} ${source.publisher ?? ''}`;
	return /[^\s<>@()]+@[^\s<>@()]+\.[^\s<>@(),;]+/.exec(words)?.[0] ?? '';
}

export function makeMailHref(course: Course, question: string, text: string): string {
	const subject = m.report_subject({ question, course: course.title });
	return `mailto:${findAddress(course)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}

function partsOf(question: Question): readonly { readonly id: string; readonly text: string }[] {
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice':
			return question.options;
		case 'true-false':
			return [
				{ id: 'true', text: m.choice_true() },
				{ id: 'false', text: m.choice_false() }
			];
		case 'matching':
			return [...question.pairs.map(({ id, right }) => ({ id, text: right })), ...(question.extras ?? [])];
		case 'ordering':
			return question.steps;
		case 'categorise':
			return question.entries;
		case 'cloze':
			return question.gaps
				.filter(isChosenGap)
				.flatMap((gap) => gap.options.map(({ id, text }) => ({ id: gapOptionKey(gap.id, id), text })));
		default:
			return [];
	}
}

function toLine(text: string): string {
	return `- ${text}`;
}
