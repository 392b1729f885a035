/** What format a file is likely to be of: by what it holds, and where that leaves a doubt by its name. */

import type { ExchangeFormat } from '#core/exchange.ts';

const HEAD = 4000;

export function detectFormat(name: string, bytes: Uint8Array): ExchangeFormat | undefined {
	const ending = /\.([a-z0-9]+)$/.exec(name.toLowerCase())?.[1] ?? '';
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) return detectArchive(ending, bytes);
	const head = new TextDecoder().decode(bytes.subarray(0, HEAD)).trimStart();
	if (head.startsWith('<')) return detectXml(head);
	if (ending === 'gift') return 'gift';
	if (ending === 'csv' || ending === 'tsv') return 'csv';
	const text = new TextDecoder().decode(bytes.subarray(0, 50 * HEAD));
	if (/^\s*ANSWER\s*:/im.test(text) && /^\s*A[.)]\s/m.test(text)) return 'aiken';
	if (head.startsWith('#separator:')) return 'csv';
	if (/^\s*::|(?<!\\)\{[^{}]*(?<!\\)\}|\$CATEGORY:/m.test(text)) return 'gift';
	return /\t|;|,/.test(head.split('\n')[0] ?? '') ? 'csv' : undefined;
}

/** Names of its members stand in the archive as they are. */
function detectArchive(ending: string, bytes: Uint8Array): ExchangeFormat | undefined {
	const names = latin(bytes.subarray(0, HEAD)) + latin(bytes.subarray(Math.max(0, bytes.length - 64 * HEAD)));
	if (names.includes('grasp.json')) return 'grasp';
	if (names.includes('collection.anki2') || ending === 'apkg' || ending === 'colpkg') return 'anki';
	return names.includes('imsmanifest.xml') ? 'qti-2' : undefined;
}

function latin(bytes: Uint8Array): string {
	return new TextDecoder('latin1').decode(bytes);
}

function detectXml(head: string): ExchangeFormat | undefined {
	if (/<quiz[\s>]|<question\s+type\s*=/.test(head)) return 'moodle-xml';
	if (/<(\w+:)?qti-/.test(head)) return 'qti-3';
	return /<(\w+:)?(assessmentItem|assessmentTest|questestinterop|manifest|item)[\s>]/.test(head)
		? 'qti-2'
		: undefined;
}
