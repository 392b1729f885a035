/** The tasks of items, by kind of question. */

import {
	isChosenGap,
	type Categorise,
	type Cloze,
	type Matching,
	type Option,
	type Question
} from '#core/question.ts';
import { textToHtml } from '../plain-text.ts';
import { escapeXml } from '../escape-xml.ts';
import type { Dialect } from './dialect.ts';

/** A name in XML must begin with a letter; reading takes it off again. */
function nameOf(id: string): string {
	return `id-${id}`;
}

export interface Written {
	/** Declarations of the answers. */
	readonly declarations: readonly string[];
	readonly body: string;
	/** Each answer is looked at by itself. */
	readonly responses: readonly string[];
	readonly marking?: string;
}

type Write<K extends Question['kind']> = (
	question: Extract<Question, { kind: K }>,
	prompt: string,
	dialect: Dialect
) => Written;

const WRITERS: { readonly [K in Question['kind']]: Write<K> } = {
	'single-choice': ({ options, shuffle }, prompt, dialect) =>
		writeChoice(options, prompt, { isMultiple: false, shuffle: shuffle !== false }, dialect),
	'multiple-choice': ({ options, shuffle }, prompt, dialect) =>
		writeChoice(options, prompt, { isMultiple: true, shuffle: shuffle !== false }, dialect),
	'true-false': ({ answer, why }, prompt, dialect) => writeTruth(answer, why, prompt, dialect),
	numeric: ({ answer, tolerance = 0 }, prompt, dialect) => writeNumber(answer, tolerance, prompt, dialect),
	estimate: ({ answer, close }, prompt, dialect) =>
		writeNumber(answer, Number(Math.abs(answer * close).toPrecision(12)), prompt, dialect),
	'short-text': ({ answers }, prompt, dialect) => ({
		declarations: [declareTyped(dialect, 'RESPONSE', answers)],
		body: `${prompt}<p>${dialect.tag('textEntryInteraction', { responseIdentifier: 'RESPONSE', expectedLength: 40 })}</p>`,
		responses: ['RESPONSE'],
		marking: 'mapResponse'
	}),
	cloze: (question, _, dialect) => writeCloze(question, dialect),
	matching: writeMatch,
	categorise: writeMatch,
	ordering: ({ steps }, prompt, dialect) => {
		const names = steps.map(({ id }) => nameOf(id));
		const choices = steps.map(({ id, text }) =>
			dialect.tag('simpleChoice', { identifier: nameOf(id) }, textToHtml(text))
		);
		return {
			declarations: [declare(dialect, 'RESPONSE', 'ordered', 'identifier', names)],
			body:
				prompt +
				dialect.tag('orderInteraction', { responseIdentifier: 'RESPONSE', shuffle: true }, ...choices),
			responses: ['RESPONSE']
		};
	}
};

export function writeTask(question: Question, dialect: Dialect): Written {
	const write = WRITERS[question.kind] as Write<Question['kind']>;
	return write(question, `<p>${textToHtml(question.prompt)}</p>`, dialect);
}

function declare(
	{ tag }: Dialect,
	id: string,
	cardinality: string,
	baseType: string,
	correct: readonly string[]
): string {
	const values = correct.map((each) => tag('value', {}, escapeXml(each)));
	return tag(
		'responseDeclaration',
		{ identifier: id, cardinality, baseType },
		tag('correctResponse', {}, ...values)
	);
}

/** Typed words: any of them is worth the whole. */
function declareTyped({ tag }: Dialect, id: string, answers: readonly string[]): string {
	const entries = answers.map((answer) =>
		tag('mapEntry', { mapKey: answer, mappedValue: 1, caseSensitive: false })
	);
	return tag(
		'responseDeclaration',
		{ identifier: id, cardinality: 'single', baseType: 'string' },
		tag('correctResponse', {}, tag('value', {}, escapeXml(answers[0]!))),
		tag('mapping', { defaultValue: 0 }, ...entries)
	);
}

function writeChoice(
	options: readonly Option[],
	prompt: string,
	{ isMultiple, shuffle }: { readonly isMultiple: boolean; readonly shuffle: boolean },
	dialect: Dialect
): Written {
	const { tag } = dialect;
	const keys = options.filter(({ correct }) => correct).map(({ id }) => nameOf(id));
	const choices = options.map(({ id, text, why }) =>
		tag(
			'simpleChoice',
			{ identifier: nameOf(id) },
			textToHtml(text),
			...(why
				? [
						tag(
							'feedbackInline',
							{ outcomeIdentifier: 'FEEDBACK', identifier: nameOf(id), showHide: 'show' },
							textToHtml(why)
						)
					]
				: [])
		)
	);
	return {
		declarations: [declare(dialect, 'RESPONSE', isMultiple ? 'multiple' : 'single', 'identifier', keys)],
		body:
			prompt +
			tag(
				'choiceInteraction',
				{ responseIdentifier: 'RESPONSE', shuffle, maxChoices: isMultiple ? 0 : 1 },
				...choices
			),
		responses: ['RESPONSE']
	};
}

function writeTruth(answer: boolean, why: string, prompt: string, dialect: Dialect): Written {
	const options = [true, false].map((each) => ({
		...{ id: each ? 'true' : 'false', text: each ? 'True' : 'False' },
		...(each === answer ? { correct: true } : { why })
	}));
	return writeChoice(options, prompt, { isMultiple: false, shuffle: false }, dialect);
}

function writeNumber(answer: number, tolerance: number, prompt: string, dialect: Dialect): Written {
	const { tag } = dialect;
	const equal = tag(
		'equal',
		tolerance > 0
			? { toleranceMode: 'absolute', tolerance: `${tolerance} ${tolerance}` }
			: { toleranceMode: 'exact' },
		tag('variable', { identifier: 'RESPONSE' }),
		tag('correct', { identifier: 'RESPONSE' })
	);
	return {
		declarations: [declare(dialect, 'RESPONSE', 'single', 'float', [String(answer)])],
		body: `${prompt}<p>${tag('textEntryInteraction', { responseIdentifier: 'RESPONSE', expectedLength: 15 })}</p>`,
		responses: ['RESPONSE'],
		marking: equal
	};
}

function writeMatch(question: Matching | Categorise, prompt: string, dialect: Dialect): Written {
	const { tag } = dialect;
	const isPairs = question.kind === 'matching';
	const lefts = isPairs ? question.pairs.map(({ id, left }) => ({ id, text: left })) : question.entries;
	const rights = isPairs
		? [...question.pairs.map(({ id, right }) => ({ id, text: right })), ...(question.extras ?? [])]
		: question.categories;
	const partnerOf = (id: string): string =>
		isPairs ? id : question.entries.find((entry) => entry.id === id)!.category;
	const set = (
		parts: readonly { readonly id: string; readonly text: string }[],
		side: string,
		most: number
	): string =>
		tag(
			'simpleMatchSet',
			{},
			...parts.map(({ id, text }) =>
				tag('simpleAssociableChoice', { identifier: `${side}${id}`, matchMax: most }, textToHtml(text))
			)
		);
	const pairs = lefts.map(({ id }) => `left-${id} right-${partnerOf(id)}`);
	return {
		declarations: [declare(dialect, 'RESPONSE', 'multiple', 'directedPair', pairs)],
		body:
			prompt +
			tag(
				'matchInteraction',
				{ responseIdentifier: 'RESPONSE', shuffle: true, maxAssociations: lefts.length },
				set(lefts, 'left-', 1),
				set(rights, 'right-', isPairs ? 1 : 0)
			),
		responses: ['RESPONSE']
	};
}

function writeCloze({ prompt, text, gaps }: Cloze, dialect: Dialect): Written {
	const { tag } = dialect;
	const idOf = (id: string): string => `RESPONSE-${id}`;
	const body = text
		.split(/(\{[a-z0-9-]+\})/)
		.map((part) => {
			const gap = gaps.find(({ id }) => part === `{${id}}`);
			if (gap === undefined) return textToHtml(part);
			if (!isChosenGap(gap))
				return tag('textEntryInteraction', { responseIdentifier: idOf(gap.id), expectedLength: 20 });
			const choices = gap.options.map((option) =>
				tag('inlineChoice', { identifier: nameOf(option.id) }, textToHtml(option.text))
			);
			return tag('inlineChoiceInteraction', { responseIdentifier: idOf(gap.id), shuffle: true }, ...choices);
		})
		.join('');
	return {
		declarations: gaps.map((gap) =>
			isChosenGap(gap)
				? declare(dialect, idOf(gap.id), 'single', 'identifier', [
						nameOf(gap.options.find(({ correct }) => correct)!.id)
					])
				: declareTyped(dialect, idOf(gap.id), gap.answers)
		),
		body: `<p class="grasp-prompt">${textToHtml(prompt)}</p><p>${body}</p>`,
		responses: gaps.map(({ id }) => idOf(id)),
		marking: 'mixed'
	};
}
