/** QTI 3 writes "qti-choice-interaction" where QTI 2 writes "choiceInteraction": here all is written as in 2. */

import { isNode, type XmlNode } from '../xml-tree.ts';

export function toVersion2(node: XmlNode): XmlNode {
	return {
		name: node.name.startsWith('qti-') ? camel(node.name.slice('qti-'.length)) : node.name,
		attributes: Object.fromEntries(
			Object.entries(node.attributes).map(([name, value]) => [camel(name), value])
		),
		children: node.children.map((child) => (isNode(child) ? toVersion2(child) : child)),
		line: node.line
	};
}

function camel(name: string): string {
	return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
