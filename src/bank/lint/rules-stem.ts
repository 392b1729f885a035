/** Rules on what is asked, and how. */

import { choicesOf, pathOf, stemOf } from './choices.ts';
import type { Flaw, QuestionRule, WordedSubject } from './finding.ts';
import { haladyna } from './guidelines.ts';
import type { Words } from './words.ts';

export const STEM_RULES: readonly QuestionRule[] = [
	{
		name: 'negative-stem',
		severity: 'warning',
		guideline: haladyna(17),
		mend: 'Ask for what is so; or emphasise the negative word, in capitals or quotes.',
		needs: 'words',
		find: findNegativeStem
	},
	{
		name: 'unfocused-stem',
		severity: 'warning',
		guideline: haladyna(15),
		mend: 'Ask one question that can be answered before the options are read.',
		needs: 'words',
		find: findUnfocusedStem
	},
	{
		name: 'selection-directions',
		severity: 'error',
		guideline: haladyna(14),
		mend: 'Say how many to choose ("Choose two."), or: "Choose all that apply."',
		needs: 'words',
		find: ({ question, words }) =>
			question.kind === 'multiple-choice' && !words.howMany.test(question.prompt)
				? [
						{
							path: ['prompt'],
							message: 'several options are right, and the prompt does not say how many to choose'
						}
					]
				: []
	},
	{
		name: 'attribution',
		severity: 'error',
		guideline: haladyna(6),
		mend: 'Say whose view it is: "According to the article, …".',
		needs: 'words',
		find: findUnattributed
	},
	{
		name: 'reading-load',
		severity: 'warning',
		guideline: haladyna(13),
		mend: 'Cut what one does not need to answer; put what options share into the prompt.',
		needs: 'words',
		find: findLoad
	}
];

/** Kinds whose prompt is an instruction or a statement, and need not ask. */
const TOLD_KINDS: ReadonlySet<string> = new Set([
	'true-false',
	'cloze',
	'matching',
	'ordering',
	'categorise'
]);

function findNegativeStem({ question, words }: WordedSubject): readonly Flaw[] {
	if (TOLD_KINDS.has(question.kind)) return [];
	return words
		.findNegatives(question.prompt)
		.filter((word) => word !== word.toUpperCase() || word === word.toLowerCase())
		.slice(0, 1)
		.map((word) => ({
			path: ['prompt'],
			message: `the prompt asks for what is not so, by a quiet "${word}"`
		}));
}

function findUnfocusedStem({ question, words }: WordedSubject): readonly Flaw[] {
	if (TOLD_KINDS.has(question.kind)) return [];
	const { prompt } = question;
	const path = ['prompt'];
	if (!words.asks.test(prompt) && !leadsOn(prompt, words))
		return [{ path, message: 'the prompt neither asks nor leaves a blank' }];
	if (words.widthOf(prompt) < 10 || words.loadOf(prompt) < 3)
		return [{ path, message: 'the prompt is too short to ask something by itself' }];
	if (!isFormula(prompt, words)) return [];
	return [{ path, message: 'the prompt only asks which statement is right, not a question of its own' }];
}

/** Of "when copper is mixed with zinc, the result is a": more than the name of a subject. */
function leadsOn(prompt: string, words: Words): boolean {
	return words.leads.test(prompt.trim()) && new Set(words.contentOf(prompt)).size >= LEAST_LEAD;
}

function isFormula(prompt: string, words: Words): boolean {
	return words.formulas.some((formula) => {
		const hit = formula.exec(prompt);
		if (!hit) return false;
		const others = prompt.replace(hit[0], ' ');
		// "Who wrote it? Choose the right answer." has its question elsewhere.
		if (words.asks.test(others)) return false;
		const { topic = '', rest = '' } = hit.groups ?? {};
		return new Set(words.contentOf(`${topic} ${rest} ${others}`)).size < LEAST_TOPIC;
	});
}

/** Words of content that a prompt must have before it breaks off. */
const LEAST_LEAD = 3;
/** Words of content that a prompt of the form "which statement about … is true?" must have to be one question. */
const LEAST_TOPIC = 4;

function findUnattributed({ question, claim, words, voices }: WordedSubject): readonly Flaw[] {
	if (claim?.kind !== 'judgement' && claim?.kind !== 'recommendation') return [];
	const stem = stemOf(question);
	if (words.attribution.test(stem) || voices.some((voice) => stem.includes(voice))) return [];
	const message = `the ${claim.kind} "${claim.id}" is asked as if it were a fact`;
	return [{ path: ['prompt'], message }];
}

function findLoad({ question, words }: WordedSubject): readonly Flaw[] {
	const { budgets, unit } = words;
	const texts = [
		{ path: ['prompt'], text: question.prompt, most: budgets.prompt },
		...(question.kind === 'cloze' ? [{ path: ['text'], text: question.text, most: budgets.passage }] : []),
		...choicesOf(question).flatMap((choice) =>
			choice.options.map((option) => ({
				path: pathOf(choice, option),
				text: option.text,
				most: budgets.option
			}))
		)
	];
	return texts.flatMap(({ path, text, most }) => {
		const load = words.loadOf(text);
		return load <= most ? [] : [{ path, message: `found ${load} ${unit}, expected at most ${most}` }];
	});
}
