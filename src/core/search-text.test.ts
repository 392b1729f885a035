import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markText, measureSpread, showFound, type TextPart } from './search-text.ts';
import { listQueryWords } from './search-words.ts';

/** "The [base] [sta]tions." */
function show(parts: readonly TextPart[]): string {
	return parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
}

function mark(text: string, query: string, longest?: number): string {
	return show(markText(text, listQueryWords(query), longest));
}

describe('markText', () => {
	it.each([
		['The base stations.', 'base sta', 'The [base] [sta]tions.'],
		['The base stations.', 'tions', 'The base stations.'],
		['The CAFÉ and the Cafe\u0301.', 'cafe', 'The [CAFÉ] and the [Cafe\u0301].'],
		['Café', 'cafe', '[Café]'],
		['E-commerce', 'ecom', '[E-com]merce'],
		['E-commerce', 'com', 'E-[com]merce'],
		['1,200 sites', '12', '[1,2]00 sites'],
		['文章认为，网络强国', '网络强', '文章认为，[网络强]国'],
		['网络，络网', '络', '网[络]，[络]网'],
		['网络与网站', '网', '[网]络与[网]站'],
		['𠀀𠀁𠀂', '𠀁', '𠀀[𠀁]𠀂'],
		['<b>bold</b>', 'b', '<[b]>[b]old</[b]>']
	])('%j for %j', (text, query, shown) => expect(mark(text, query)).toBe(shown));

	it('shows a long text around its first match, cut between words', () => {
		const text = `${'before '.repeat(40)}the match ${'after '.repeat(60)}`;
		const shown = mark(text, 'match', 150);
		expect(shown).toMatch(/^…before .* the \[match\] after .* after…$/);
		expect(shown.length).toBeLessThan(160);
	});

	it('does not cut a sign in two', () => {
		for (let longest = 100; longest < 104; longest += 1) {
			expect(mark('𠀀'.repeat(400) + '网', '网', longest)).toMatch(/^…𠀀+\[网\]$/u);
			expect(mark('网' + '𠀀'.repeat(400), '网', longest)).toMatch(/^\[网\]𠀀+…$/u);
		}
	});

	it('loses and adds nothing of a short text', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 40 }),
				fc.string({ maxLength: 8 }),
				(text, query) => {
					const parts = markText(text, listQueryWords(query), 1000);
					expect(parts.map((part) => part.text).join('')).toBe(text);
				}
			)
		);
	});
});

describe('measureSpread', () => {
	it.each([
		['core key', 'core key', 8],
		['a key, and far away the core key', 'core key', 8],
		['key to the core', 'core key', 15],
		['only a key', 'core key', Infinity]
	])('in %j, of %j', (text, query, spread) =>
		expect(measureSpread(text, listQueryWords(query))).toBe(spread)
	);
});

describe('showFound', () => {
	it('shows the passage in which most of the words stand', () => {
		const lesson = {
			...({ kind: 'lesson', section: 's', head: 'The key' } as const),
			body: ['A core.', 'The core key.', 'A key.']
		};
		const { head, body } = showFound(lesson, ['core', 'key']);
		expect([show(head), show(body)]).toEqual(['The [key]', 'The [core] [key].']);
	});

	it('shows a head without a body, and a body without a head', () => {
		const base = { section: 's', claim: 'c' };
		expect(showFound({ ...base, kind: 'claim', head: 'A', body: [] }, ['a']).body).toEqual([]);
		expect(showFound({ ...base, kind: 'question', head: '', body: ['A'] }, ['a']).head).toEqual([]);
	});
});
