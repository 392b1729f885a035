/** How QTI 2 and QTI 3 call the same things. */

import { escapeXml } from '../escape-xml.ts';

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Dialect {
	readonly namespace: string;
	readonly manifestNamespace: string;
	readonly resourceType: string;
	readonly schema: string;
	readonly schemaVersion: string;
	/** An element of QTI's own, named as in QTI 2. */
	readonly tag: (name: string, attributes: Attributes, ...content: readonly string[]) => string;
}

function makeTag(
	rename: (name: string) => string,
	renameAttribute: (name: string) => string
): Dialect['tag'] {
	return (name, attributes, ...content) => {
		const shown = Object.entries(attributes)
			.filter(([, value]) => value !== undefined)
			.map(([key, value]) => ` ${renameAttribute(key)}="${escapeXml(String(value))}"`)
			.join('');
		const own = rename(name);
		return content.length === 0 ? `<${own}${shown}/>` : `<${own}${shown}>${content.join('')}</${own}>`;
	};
}

function kebab(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export const DIALECTS: Readonly<Record<2 | 3, Dialect>> = {
	2: {
		namespace: 'http://www.imsglobal.org/xsd/imsqti_v2p2',
		manifestNamespace: 'http://www.imsglobal.org/xsd/imscp_v1p1',
		resourceType: 'imsqti_item_xmlv2p2',
		schema: 'QTIv2.2 Package',
		schemaVersion: '1.0.0',
		tag: makeTag(
			(name) => name,
			(name) => name
		)
	},
	3: {
		namespace: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
		manifestNamespace: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
		resourceType: 'imsqti_item_xmlv3p0',
		schema: 'QTI Package',
		schemaVersion: '3.0.0',
		tag: makeTag(
			(name) => `qti-${kebab(name)}`,
			(name) => (name === 'xmlns' || name.includes(':') ? name : kebab(name))
		)
	}
};
