/** Rules on what a learner reads after answering. */

import type { Question } from '#core/question.ts';
import type { Path } from '../draft.ts';
import { choicesOf, keyTextsOf } from './choices.ts';
import type { Flaw, QuestionRule, WordedSubject } from './finding.ts';
import { FEEDBACK, haladyna } from './guidelines.ts';
import type { Words } from './words.ts';

export const FEEDBACK_RULES: readonly QuestionRule[] = [
	{
		name: 'empty-explanation',
		severity: 'error',
		guideline: FEEDBACK,
		mend: 'Say why the key is right, in words that neither the prompt nor the key has.',
		needs: 'words',
		find: findEmptyExplanation
	},
	{
		name: 'empty-why',
		severity: 'warning',
		guideline: haladyna(30),
		mend: 'Say which mistake leads there, and what is so instead.',
		needs: 'words',
		find: findEmptyWhys
	},
	{
		name: 'missing-why',
		severity: 'warning',
		guideline: haladyna(30),
		mend: 'Add "why" to the wrong option.',
		needs: 'structure',
		find: ({ question }) =>
			choicesOf(question).flatMap(({ path, options }) =>
				options.flatMap(({ correct, why }, index) =>
					correct || why !== undefined
						? []
						: [{ path: [...path, index], message: 'the wrong option does not say why it is wrong' }]
				)
			)
	}
];

function findEmptyExplanation({ question, words }: WordedSubject): readonly Flaw[] {
	const known = [
		question.prompt,
		...keyTextsOf(question),
		...(question.kind === 'cloze' ? [question.text] : [])
	];
	if (saysMore(question.explanation, known, words)) return [];
	const message = `the explanation "${question.explanation}" only says what is right, not why`;
	return [{ path: ['explanation'], message }];
}

function findEmptyWhys({ question, words }: WordedSubject): readonly Flaw[] {
	return whysOf(question).flatMap(({ path, why, text }) =>
		saysMore(why, [text], words) || corrects(why, text, words)
			? []
			: [{ path, message: `"${why}" only says that the answer is wrong` }]
	);
}

/** Whether anything of content is left once verdicts and known words are gone. */
function saysMore(text: string, known: readonly string[], words: Words): boolean {
	const old = new Set(known.flatMap((other) => words.atomsOf(other)));
	const atoms = words.atomsOf(text.replace(words.verdict, ' '));
	return atoms.filter((atom) => !old.has(atom)).length >= words.leastNews;
}

/** Whether it corrects a part of the option, or how much: "He used no ice.", "They have many." */
function corrects(why: string, option: string, words: Words): boolean {
	if (option === '') return false;
	if (words.amount.test(why) && !words.amount.test(option)) return true;
	const atoms = new Set(words.atomsOf(option));
	const named = new Set(words.atomsOf(why.replace(words.verdict, ' ')).filter((atom) => atoms.has(atom)));
	return named.size > 0 && named.size < atoms.size;
}

interface PlacedWhy {
	readonly path: Path;
	readonly why: string;
	/** What it is about. */
	readonly text: string;
}

function whysOf(question: Question): readonly PlacedWhy[] {
	if (question.kind === 'true-false') return [{ path: ['why'], why: question.why, text: '' }];
	return choicesOf(question).flatMap(({ path, options }) =>
		options.flatMap(({ why, correct, text }, index) =>
			why === undefined || correct ? [] : [{ path: [...path, index, 'why'], why, text }]
		)
	);
}
