/** Reads a row of our own columns. */

import type { ForeignQuestion } from '#core/exchange.ts';
import type { Cloze } from '#core/question.ts';
import { makeChoice } from '../assemble-choice.ts';
import {
	isId,
	makeNumeric,
	makeOrdering,
	makePairs,
	makeShortText,
	makeTrueFalse,
	refuse,
	withIds,
	type Stem
} from '../assemble.ts';
import type { Notes } from '../notes.ts';
import { readOwnTags } from '../own-words.ts';
import { NUMBERS, type OwnRow, type Part } from './own-row.ts';

export function readOwnRow(
	row: OwnRow,
	say: (text: string) => string,
	notes: Notes
): ForeignQuestion | undefined {
	const cell = (name: string): string => row[name]?.trim() ?? '';
	const explanation = say(cell('explanation'));
	const stem: Stem = {
		prompt: say(cell('prompt')),
		...(explanation && { explanation }),
		...readOwnTags([`grasp:level=${cell('level')}`, `grasp:claim=${cell('claim')}`]),
		...(isId(cell('id')) && { id: cell('id') }),
		...readOwnTags(
			cell('also')
				.split(/\s+/)
				.map((id) => `grasp:also=${id}`)
		)
	};
	const parts = NUMBERS.map((number) => ({
		option: say(cell(`option ${number}`)),
		match: say(cell(`match ${number}`)),
		why: say(cell(`why ${number}`))
	}));
	return readKind({ cell, say, stem, parts, notes });
}

interface Around {
	readonly cell: (name: string) => string;
	readonly say: (text: string) => string;
	readonly stem: Stem;
	readonly parts: readonly Part[];
	readonly notes: Notes;
}

type ReadKind = (around: Around) => ForeignQuestion | undefined;

const READERS: Readonly<Record<string, ReadKind>> = {
	'single-choice': (around) => readChoice(around, false),
	'multiple-choice': (around) => readChoice(around, true),
	'true-false': ({ cell, stem, parts, notes }) =>
		makeTrueFalse(stem, { answer: /^(true|wahr|对)$/i.test(cell('answer')), why: parts[0]!.why }, notes),
	numeric: ({ cell, say, stem, notes }) => {
		const [value, tolerance] = [readNumber(cell('answer')), readNumber(cell('tolerance')) || 0];
		return makeNumeric(stem, [{ value, tolerance, share: 1 }], notes, say(cell('unit')));
	},
	estimate: readEstimate,
	'short-text': ({ cell, say, stem, notes }) => {
		const answers = splitBars(cell('answer')).map((text) => ({
			text: say(text).replaceAll('*', '\\*'),
			share: 1
		}));
		return makeShortText(stem, answers, notes);
	},
	ordering: ({ stem, parts, notes }) =>
		makeOrdering(
			stem,
			filledOf(parts).map(({ option }) => option),
			notes
		),
	matching: ({ stem, parts, notes }) => {
		const pairs = filledOf(parts).map(({ option: left, match: right, why }) => ({
			left,
			right,
			...(why && { why })
		}));
		const extras = parts
			.filter(({ option, match }) => option === '' && match !== '')
			.map(({ match: text, why }) => ({ text, ...(why && { why }) }));
		return makePairs(stem, pairs, extras, notes);
	},
	categorise: readCategorise,
	cloze: readCloze
};

function readKind(around: Around): ForeignQuestion | undefined {
	const kind = around.cell('kind');
	if (Object.hasOwn(READERS, kind)) return READERS[kind]!(around);
	return refuse(around.notes, 'csv/unknown-kind', `No kind of question is called "${kind}".`);
}

function filledOf(parts: readonly Part[]): readonly Part[] {
	return parts.filter(({ option }) => option !== '');
}

function readChoice({ cell, stem, parts, notes }: Around, isMultiple: boolean): ForeignQuestion | undefined {
	const keys = new Set(
		cell('answer')
			.split(/[\s,;]+/)
			.map((number) => Number(number) - 1)
	);
	const rated = parts.flatMap(({ option: text, why }, index) =>
		text === '' ? [] : [{ text, share: keys.has(index) ? 1 : 0, ...(why && { why }) }]
	);
	return makeChoice(stem, rated, { isMultiple, isFixed: cell('order') === 'fixed' }, notes);
}

function readEstimate({ cell, say, stem, notes }: Around): ForeignQuestion | undefined {
	const [answer, close, far] = ['answer', 'close', 'far'].map((name) => readNumber(cell(name)));
	if (![answer, close, far].every(Number.isFinite))
		return refuse(
			notes,
			'csv/no-number',
			'Its answer, close and far must be numbers, such as 1319, 0.1 and 0.5.'
		);
	const unit = say(cell('unit'));
	return { kind: 'estimate', ...stem, answer: answer!, close: close!, far: far!, ...(unit && { unit }) };
}

function readCategorise({ cell, say, stem, parts, notes }: Around): ForeignQuestion | undefined {
	const filled = filledOf(parts);
	const names = splitBars(cell('answer')).map(say);
	const categories = withIds(
		'c',
		[...new Set([...names, ...filled.map(({ match }) => match)])].map((text) => ({ text }))
	);
	if (filled.some(({ match }) => match === ''))
		return refuse(
			notes,
			'csv/no-category',
			'Each entry needs its category in the column "match" of the same number.'
		);
	const entries = filled.map(({ option: text, match, why }) => ({
		text,
		category: categories.find((category) => category.text === match)!.id,
		...(why && { why })
	}));
	return { kind: 'categorise', ...stem, categories, entries: withIds('e', entries) };
}

function readCloze({ cell, say, stem, notes }: Around): ForeignQuestion | undefined {
	const gaps: (Cloze['gaps'][number] & object)[] = [];
	const shown = cell('text').replace(
		/\\([\\{}])|\{([=*])((?:\\[^]|[^\\{}])*)\}/g,
		(_, escaped: string | undefined, sign: string, inside: string) => {
			if (escaped !== undefined) return escaped;
			const id = `g${gaps.length + 1}`;
			const texts = splitBars(inside).map(say);
			if (sign === '=') gaps.push({ id, answers: texts });
			else
				gaps.push({
					id,
					options: withIds(
						'o',
						texts.map((option, index) => ({ text: option, ...(index === 0 && { correct: true }) }))
					)
				});
			return `{${id}}`;
		}
	);
	if (gaps.length === 0)
		return refuse(
			notes,
			'csv/no-gap',
			'Its text has no gap. One looks like this: The {=moon} pulls the {*sea|sky}.'
		);
	return { kind: 'cloze', ...stem, text: say(shown), gaps };
}

function readNumber(text: string): number {
	return text === '' ? NaN : Number(text.replace(/^(-?\d+),(\d+)$/, '$1.$2'));
}

function splitBars(joined: string): readonly string[] {
	return (joined.match(/(?:\\[^]|[^\\|])+/g) ?? []).map((text) => text.replace(/\\([^])/g, '$1').trim());
}
