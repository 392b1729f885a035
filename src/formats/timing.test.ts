/** Four times the file takes about four times the time: by ratio and median, for a busy machine has no seconds. */

import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { readForeign } from './readers.ts';
import type { ForeignFormat } from '#core/exchange.ts';

const SIZE = 25_000;
/** 4 would be linear and 16 square. */
const MOST_RATIO = 10;

const CASES: readonly (readonly [ForeignFormat, string, (count: number) => string])[] = [
	['gift', 'open braces', (count) => '{'.repeat(count)],
	['gift', 'half questions', (count) => '::a::b{'.repeat(count)],
	['gift', 'answers', (count) => `::a::b{${'=a->'.repeat(count)}}`],
	['aiken', 'options', (count) => `q\n${'A. x\n'.repeat(count)}ANSWER: A\n`],
	['aiken', 'spaces', (count) => `a${' '.repeat(count)}b`],
	['csv', 'quotes', (count) => 'a,"'.repeat(count)],
	['csv', 'columns', (count) => `${'a,'.repeat(count)}\nb`],
	['moodle-xml', 'ampersands', (count) => `<quiz>${'&amp;'.repeat(count)}&a`],
	['moodle-xml', 'open comments', (count) => `<quiz>${'<!--'.repeat(count)}`],
	['qti-2', 'elements', (count) => `<assessmentItem>${'<a/>'.repeat(count)}`]
];

function measure(format: ForeignFormat, text: string): number {
	const bytes = strToU8(text);
	const times = Array.from({ length: 5 }, () => {
		const start = performance.now();
		readForeign(format, bytes);
		return performance.now() - start;
	});
	return times.sort((a, b) => a - b)[2]!;
}

it.each(CASES)('%s with many %s takes no more than its size', { retry: 2 }, (format, _, make) => {
	measure(format, make(SIZE));
	// What takes less than a millisecond says nothing of growth.
	const small = Math.max(1, measure(format, make(SIZE)));
	expect(measure(format, make(4 * SIZE)) / small).toBeLessThan(MOST_RATIO);
});
