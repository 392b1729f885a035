import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLongestRun, indexSource, isAbove } from './overlap.ts';
import { listTexts } from './strings.ts';

const SOURCE = 'The report counts 5.44 million base stations.\nIt sees the author’s Big-Power goal ahead.';

function find(text: string, source = SOURCE, names: readonly string[] = []) {
	return findLongestRun(text, indexSource(source), names);
}

describe('findLongestRun', () => {
	it.each([
		['case and punctuation', 'THE REPORT counts: 5.44 million!', 5, 'THE REPORT counts: 5.44 million'],
		['apostrophes and hyphens', "the author's big power", 4, "the author's big power"],
		['line breaks', 'base stations it sees', 4, 'base stations it sees'],
		['other words around', 'We say base stations, and so on', 2, 'base stations']
	])('does not mind %s', (_, text, words, run) => {
		expect(find(text)).toMatchObject({ words, characters: 0, text: run });
	});

	it('tells where the run stands in the source', () => {
		expect(find('a goal ahead')?.sourceStart).toBe(SOURCE.indexOf('goal'));
	});

	it('finds nothing where nothing is in common', () => {
		expect(find('Nobody knows')).toBeUndefined();
		expect(find('')).toBeUndefined();
	});

	it('counts characters of Chinese, and weighs them as parts of words', () => {
		const source = '报告统计全国共有基站五百四十四万个，超过一半。';
		const [thirteen, fourteen] = [13, 14].map((length) => find(source.slice(0, length), source)!);
		expect(thirteen).toMatchObject({ words: 0, characters: 13 });
		expect(isAbove(thirteen!, 8)).toBe(false);
		expect(isAbove(fourteen!, 8)).toBe(true);
	});

	it('does not count names, which end no run', () => {
		const names = ['Base Stations'];
		expect(find('base stations', SOURCE, names)).toBeUndefined();
		expect(find('5.44 million base stations it sees', SOURCE, names)).toMatchObject({ words: 4 });
		expect(find('million base stations', SOURCE, names)).toMatchObject({ words: 1, text: 'million' });
	});

	it('finds every planted run, as long as it is', () => {
		const word = fc.constantFrom('a', 'b', 'c', 'd');
		const words = fc.array(word, { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(words, fc.nat(), fc.nat(), words, words, (source, from, length, before, after) => {
				const start = from % source.length;
				const planted = source.slice(start, start + 1 + (length % source.length));
				const found = find([...before, ...planted, ...after].join(' '), source.join(' '))!;
				expect(found.words).toBeGreaterThanOrEqual(planted.length);
				// And what is found is there.
				expect(` ${source.join(' ')} `).toContain(` ${found.text} `);
				expect(source.join(' ').slice(found.sourceStart)).toMatch(new RegExp(`^${found.text}( |$)`));
			})
		);
	});
});

describe('listTexts', () => {
	it('gives what people read, with its path, and no ids', () => {
		const draft = {
			section: { id: 'scale', title: 'The scale' },
			claims: [{ id: 'two-words', text: 'So. So.' }]
		};
		expect(listTexts(draft)).toEqual([
			{ text: 'The scale', path: ['section', 'title'] },
			{ text: 'So. So.', path: ['claims', 0, 'text'] }
		]);
	});

	it.each([
		[
			'a list',
			[
				{ id: 'gap', answers: ['big'] },
				{ id: 'end', options: [{ text: 'x' }, { text: 'rich', correct: true }] }
			]
		],
		['a map', { gap: { answers: ['big'] }, end: { answers: ['rich'] } }]
	])('fills the gaps of %s', (_, gaps) => {
		expect(listTexts({ text: 'From {gap} to {end}.', gaps })[0]?.text).toBe('From big to rich.');
	});
});
