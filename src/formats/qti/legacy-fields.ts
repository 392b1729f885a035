/** Fields to type or choose in, of QTI 1.2: numbers, and gaps within a text. */

import type { ForeignQuestion } from '#core/exchange.ts';
import type { ChosenGap, TypedGap } from '#core/question.ts';
import { makeChoice } from '../assemble-choice.ts';
import { acceptedAnswers, makeNumeric, refuse, type RatedNumber } from '../assemble.ts';
import { htmlToText } from '../plain-text.ts';
import { descendantsOf, innerHtml, textOf, type XmlNode } from '../xml-tree.ts';
import { htmlOf, labelsOf, type Legacy } from './legacy.ts';

type Gap = TypedGap | ChosenGap;

export function readNumerical({ item, fields, scores, stem, notes }: Legacy): ForeignQuestion | undefined {
	const [field] = fields;
	const numbers = (field ? scores.answersOf(field) : []).map(({ text, share }): RatedNumber => {
		return { value: Number(text), tolerance: toleranceOf(item, text), share };
	});
	if (numbers.length > 0) return makeNumeric(stem, numbers, notes);
	const [low, high] = boundsIn(item);
	if (!(low <= high)) return makeNumeric(stem, [], notes);
	notes.add('numeric/range', `From ${low} to ${high} became their middle with a tolerance.`);
	return makeNumeric(
		stem,
		[{ value: round((low + high) / 2), tolerance: round((high - low) / 2), share: 1 }],
		notes
	);
}

/** As the answer's own condition has it: a margin, or bounds around it. */
function toleranceOf(item: XmlNode, answer: string): number {
	const equalsOf = (node: XmlNode): readonly XmlNode[] =>
		descendantsOf(node, 'varequal').filter((equal) => textOf(equal).trim() === answer);
	const condition = descendantsOf(item, 'respcondition').find((each) => equalsOf(each).length > 0);
	if (condition === undefined) return 0;
	const { margin, margintype } = equalsOf(condition)[0]!.attributes;
	const [value, width] = [Number(answer), Number(margin)];
	if (margin !== undefined && width >= 0)
		return round(margintype === 'percent' ? (Math.abs(value) * width) / 100 : width);
	const [low, high] = boundsIn(condition);
	return low <= value && value <= high ? round(Math.max(high - value, value - low)) : 0;
}

function boundsIn(node: XmlNode): readonly [number, number] {
	const first = (...names: readonly string[]): number => {
		const [bound] = descendantsOf(node, ...names);
		return bound === undefined ? NaN : Number(textOf(bound));
	};
	return [first('vargte', 'vargt'), first('varlte', 'varlt')];
}

function round(value: number): number {
	return Number(value.toPrecision(12));
}

/** "Roses are [color1]": each name in brackets is a field, or the fields stand within the text. */
export function readGaps({ presentation, fields, scores, stem, notes }: Legacy): ForeignQuestion | undefined {
	const gaps: (Gap | undefined)[] = [];
	const placed = new Map<string, string>();
	for (const [index, field] of fields.entries()) {
		const id = `g${index + 1}`;
		placed.set((field.attributes['ident'] ?? '').replace(/^response_/, ''), id);
		gaps.push(readGap(field, id, scores, notes));
	}
	if (gaps.length === 0 || gaps.includes(undefined))
		return refuse(notes, 'cloze/gap', 'One of its gaps has no right answer that can be kept.');
	const html = innerHtml(presentation, (child) => {
		if (/^response_/.test(child.name))
			return `[${(child.attributes['ident'] ?? '').replace(/^response_/, '')}]`;
		return child.name === 'mattext' ? htmlOf(child) : undefined;
	});
	const shown = htmlToText(html, notes);
	const isNamed = [...placed.keys()].every((name) => stem.prompt.includes(`[${name}]`));
	const text = (isNamed ? stem.prompt : shown).replace(/\[([^[\]\n]{1,200})\]/g, (whole, name: string) => {
		const id = placed.get(name);
		return id === undefined ? whole : `{${id}}`;
	});
	return {
		kind: 'cloze',
		...stem,
		prompt: 'Fill in the gaps.',
		text,
		gaps: gaps as Gap[]
	};
}

function readGap(
	field: XmlNode,
	id: string,
	scores: Legacy['scores'],
	notes: Legacy['notes']
): Gap | undefined {
	const labels = labelsOf(field, notes).filter(({ text }) => text !== '');
	const rated = labels.map((label) => ({ text: label.text, share: scores.shareOf(field, label.id) }));
	if (labels.length > 1 && rated.some(({ share }) => share <= 0)) {
		const made = makeChoice({ prompt: '-' }, rated, { isMultiple: false }, notes);
		return made?.kind === 'single-choice' ? { id, options: made.options } : undefined;
	}
	const typed = labels.length > 0 ? rated : scores.answersOf(field);
	const answers = acceptedAnswers(
		typed.map(({ text, share }) => ({ text: text.replaceAll('*', '\\*'), share })),
		notes
	);
	return answers.length > 0 ? { id, answers } : undefined;
}
