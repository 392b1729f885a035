/** Which answers of a QTI 1.2 item are worth what: read from its `respcondition`s. */

import { childOf, childrenOf, descendantsOf, isNode, textOf, type XmlNode } from '../xml-tree.ts';

export interface Scores {
	/** Of the full marks. */
	shareOf(field: XmlNode, answer: string): number;
	/** What is accepted, in the order in which it is said. */
	answersOf(field: XmlNode): readonly { readonly text: string; readonly share: number }[];
	/** The feedback that an answer leads to. */
	feedbackOf(field: XmlNode, answer: string): string;
}

interface Said {
	readonly field: string;
	readonly answer: string;
	readonly points: number | undefined;
	readonly feedback: string;
}

export function readScores(item: XmlNode): Scores {
	const said = descendantsOf(item, 'respcondition').flatMap(readCondition);
	const worth = (field: string): ReadonlyMap<string, number> => {
		const points = new Map<string, number>();
		for (const each of said)
			if (each.field === field && each.points !== undefined)
				points.set(each.answer, Math.max(points.get(each.answer) ?? -Infinity, each.points));
		return points;
	};
	const nameOf = ({ attributes }: XmlNode): string => attributes['ident'] ?? '';
	const known = new Map<string, ReadonlyMap<string, number>>();
	const shares = (field: XmlNode): ReadonlyMap<string, number> => {
		const before = known.get(nameOf(field));
		if (before) return before;
		const points = worth(nameOf(field));
		const most = Math.max(0, ...points.values());
		const found = new Map([...points].map(([answer, value]) => [answer, most > 0 ? value / most : 0]));
		known.set(nameOf(field), found);
		return found;
	};
	return {
		shareOf: (field, answer) => shares(field).get(answer) ?? 0,
		answersOf: (field) =>
			[...shares(field)].filter(([, share]) => share > 0).map(([text, share]) => ({ text, share })),
		feedbackOf: (field, answer) =>
			said.find((each) => each.field === nameOf(field) && each.answer === answer && each.feedback !== '')
				?.feedback ?? ''
	};
}

function readCondition(condition: XmlNode): readonly Said[] {
	const values = childrenOf(condition, 'setvar');
	const points =
		values.length === 0 ? undefined : Math.max(...values.map((value) => Number(textOf(value).trim()) || 0));
	const feedback = childrenOf(condition, 'displayfeedback')
		.map(({ attributes }) => attributes['linkrefid'] ?? '')
		.find((id) => !/^(correct|general_incorrect|general)_fb$/.test(id));
	const conditions = childOf(condition, 'conditionvar');
	if (conditions === undefined) return [];
	return equalsIn(conditions).map((equal) => ({
		field: equal.attributes['respident'] ?? '',
		answer: textOf(equal).trim(),
		points,
		feedback: feedback ?? ''
	}));
}

/** What must not be the case is none of them. */
function equalsIn(node: XmlNode): readonly XmlNode[] {
	return node.children.flatMap((child) => {
		if (!isNode(child) || child.name === 'not') return [];
		return child.name === 'varequal' || child.name === 'varsubset' ? [child] : equalsIn(child);
	});
}
