import { childOf, childrenOf, textOf, type XmlNode } from '../xml-tree.ts';

/** What an item says of one of its answers. */
export interface Declaration {
	readonly isSingle: boolean;
	readonly isNumber: boolean;
	/** In order, where order has meaning. */
	readonly correct: readonly string[];
	/** Points by answer. */
	readonly mapping: ReadonlyMap<string, number>;
}

export function readDeclarations(item: XmlNode): ReadonlyMap<string, Declaration> {
	return new Map(
		childrenOf(item, 'responseDeclaration').map((node) => {
			const { identifier = '', cardinality = 'single', baseType = '' } = node.attributes;
			const entries = childrenOf(childOf(node, 'mapping'), 'mapEntry').map(({ attributes }) => {
				return [attributes['mapKey'] ?? '', Number(attributes['mappedValue'] ?? 0)] as const;
			});
			const declaration: Declaration = {
				isSingle: cardinality === 'single',
				isNumber: baseType === 'float' || baseType === 'integer',
				correct: childrenOf(childOf(node, 'correctResponse'), 'value').map((value) => textOf(value).trim()),
				mapping: new Map(entries.filter(([, points]) => Number.isFinite(points)))
			};
			return [identifier, declaration] as const;
		})
	);
}

/** The share of the marks that an answer is worth. */
export function shareOf({ correct, mapping }: Declaration, answer: string): number {
	if (correct.length > 0) return correct.includes(answer) ? 1 : 0;
	const most = Math.max(0, ...mapping.values());
	return most > 0 ? (mapping.get(answer) ?? 0) / most : 0;
}

/** Answers that are worth something, and how much of the marks. */
export function ratedOf(
	declaration: Declaration
): readonly { readonly text: string; readonly share: number }[] {
	const { correct, mapping } = declaration;
	const most = Math.max(0, ...mapping.values());
	const mapped = [...mapping]
		.filter(([, points]) => points > 0)
		.map(([text, points]) => ({ text, share: points / most }));
	const said = correct.map((text) => ({ text, share: 1 }));
	return [...said, ...mapped.filter(({ text }) => !correct.includes(text))];
}
