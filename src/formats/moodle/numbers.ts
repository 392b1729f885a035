/** Numbers with their tolerances and units, as Moodle has them. */

import type { ForeignQuestion } from '#core/exchange.ts';
import { makeNumeric, refuse, type RatedNumber, type Stem } from '../assemble.ts';
import type { Notes } from '../notes.ts';
import { childOf, childrenOf, textOf, type XmlNode } from '../xml-tree.ts';

export interface WrittenNumber {
	/** "*" stands for any number, mostly to hang feedback on. */
	readonly text: string;
	readonly tolerance: string;
	readonly share: number;
}

const DECIMAL = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d{1,3})?$/;
/** A thousand to some, and one to others. */
const UNCLEAR = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** @returns `NaN` where it is no number, or could be two */
export function readDecimal(text: string): number {
	const plain = text.trim();
	return DECIMAL.test(plain) && !UNCLEAR.test(plain) ? Number(plain.replace(',', '.')) : NaN;
}

export function makeNumberQuestion(
	stem: Stem,
	written: readonly WrittenNumber[],
	notes: Notes,
	unit?: string
): ForeignQuestion | undefined {
	const rated: RatedNumber[] = [];
	for (const { text, tolerance, share } of written) {
		if (share <= 0 || text.trim() === '') continue;
		if (text.trim() === '*') {
			if (share >= 0.999)
				return refuse(notes, 'numeric/no-key', 'Any number at all is right in it: there is nothing to know.');
			continue;
		}
		const [value, slack] = [readDecimal(text), readDecimal(tolerance.trim() || '0')];
		if (Number.isNaN(value))
			return refuse(notes, 'numeric/unclear', `Expected a number such as 3.14, found "${text.trim()}".`);
		if (Number.isNaN(slack) || slack < 0)
			return refuse(
				notes,
				'numeric/tolerance',
				`Expected a tolerance such as 0.5 for ${value}, found "${tolerance.trim()}".`
			);
		rated.push({ value, tolerance: slack, share });
	}
	return makeNumeric(stem, widest(rated), notes, unit);
}

/** The same number twice, each time worth all the marks, is one with the wider tolerance. */
function widest(rated: readonly RatedNumber[]): readonly RatedNumber[] {
	const byValue = new Map<string, RatedNumber>();
	for (const each of rated) {
		const key = each.share >= 0.999 ? String(each.value) : `${each.value} ${byValue.size}`;
		const before = byValue.get(key);
		if (before === undefined || each.tolerance > before.tolerance) byValue.set(key, each);
	}
	return [...byValue.values()];
}

/** The unit that answers are kept in: the one that counts once. Others would be other numbers. */
export function readUnit(node: XmlNode, notes: Notes): string | undefined {
	const units = childrenOf(childOf(node, 'units'), 'unit').map((unit) => ({
		name: textOf(childOf(unit, 'unit_name')).trim(),
		times: readDecimal(textOf(childOf(unit, 'multiplier')).trim() || '1')
	}));
	const base = units.find(({ name, times }) => name !== '' && times === 1);
	const others = units.filter((unit) => unit !== base && unit.name !== '');
	if (others.length > 0)
		notes.add(
			'numeric/units',
			`Answers in other units are not converted any more, and were left out: ${others.map(({ name }) => name).join(', ')}`
		);
	const grading = textOf(childOf(node, 'unitgradingtype')).trim();
	if (grading === '1' || grading === '2')
		notes.add('numeric/unit-marks', 'The unit had marks of its own; now only the number is marked.');
	return base?.name;
}
