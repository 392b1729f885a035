import { Document, isScalar, isMap, isSeq, visit } from 'yaml';

/** Ids first, what is long or nested last. A key that is not listed keeps its place after these. */
const KEY_ORDER = [
	...[
		'id',
		'kind',
		'course',
		'source',
		'section',
		'lesson',
		'claims',
		'questions',
		'claim',
		'also',
		'level',
		'where'
	],
	...[
		'paragraph',
		'sentence',
		'fingerprint',
		'title',
		'language',
		'prompt',
		'left',
		'right',
		'text',
		'category'
	],
	...[
		'shuffle',
		'answer',
		'unit',
		'tolerance',
		'close',
		'far',
		'answers',
		'options',
		'gaps',
		'pairs',
		'extras'
	],
	...['steps', 'categories', 'entries', 'correct', 'why', 'explanation', 'waive', 'rule', 'reason']
];
const RANKS: ReadonlyMap<string, number> = new Map(KEY_ORDER.map((key, index) => [key, index]));

/** A flow map longer than this is easier to read as a block. In characters. */
const MAX_FLOW_WIDTH = 110;

/** The canonical text of a course or section file: two files that say the same are written the same. */
export function makeNative(value: unknown): string {
	const document = new Document(orderKeys(value), {
		version: '1.2',
		schema: 'core',
		aliasDuplicateObjects: false
	});
	visit(document, {
		Scalar: (_, node) => {
			if (typeof node.value === 'string' && needsEscapes(node.value)) node.type = 'QUOTE_DOUBLE';
		},
		Map: (_, node) => {
			const plain = node.items.every((pair) => isScalar(pair.value) && !isLong(pair.value.value));
			node.flow = plain && JSON.stringify(node.toJSON()).length < MAX_FLOW_WIDTH;
		},
		Seq: (_, node) => {
			const plain = node.items.every((member) => isScalar(member) && !isLong(member.value));
			node.flow = plain && JSON.stringify(node.toJSON()).length < MAX_FLOW_WIDTH;
		}
	});
	// The file itself is always a block: that is where its comments go.
	if (isMap(document.contents) || isSeq(document.contents)) document.contents.flow = false;
	const text = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity });
	// They stand in double quotes only, where the library leaves them as they are.
	return text.replace(/[\u007f-\u009f]/g, (sign) => '\\x' + sign.charCodeAt(0).toString(16));
}

function orderKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(orderKeys);
	if (typeof value !== 'object' || value === null) return value;
	const rank = (key: string) => RANKS.get(key) ?? KEY_ORDER.length;
	const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b));
	return Object.fromEntries(keys.map((key) => [key, orderKeys((value as Record<string, unknown>)[key])]));
}

/** Where a block or plain text would lose a sign, or bring a tab to the start of a line. */
function needsEscapes(text: string): boolean {
	return /[^\n\P{C}]|[\u2028\u2029\ufeff]|\s\s|\n\s|\s\n|^\s|\s$/u.test(text);
}

function isLong(value: unknown): boolean {
	return typeof value === 'string' && value.includes('\n');
}
