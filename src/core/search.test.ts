import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexFindables } from './search-index.ts';
import { findIn, type Findable, type FindableKind, type SearchIndex } from './search.ts';
import { eachWord } from './search-words.ts';

function index(findables: readonly Findable[]): SearchIndex {
	const work = indexFindables(findables);
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

function aClaim(head: string): Findable {
	return { kind: 'claim', section: 's', claim: 'c', head, body: [] };
}

function aQuestion(prompt: string): Findable {
	return { kind: 'question', section: 's', claim: 'c', head: '', body: [prompt] };
}

function aLesson(head: string, ...body: readonly string[]): Findable {
	return { kind: 'lesson', section: 's', head, body };
}

/** Heads of the best claims. */
function claimsFor(query: string, ...heads: readonly string[]): readonly string[] {
	return findIn(index(heads.map(aClaim)), query, 100).claim.best.map(({ head }) => head);
}

describe('findIn', () => {
	it('finds what holds every word, in any order and case', () => {
		const stations = 'The report counts 5.44 million base stations.';
		const others = ['A base of the army.', 'Stations of the cross.'];
		expect(claimsFor('STATIONS base', stations, ...others)).toEqual([stations]);
		expect(claimsFor('base nothing', stations, ...others)).toEqual([]);
	});

	it('finds by the beginnings of words, as one types', () => {
		const text = 'More base stations.';
		for (let end = 1; end <= text.length; end += 1)
			expect(claimsFor(text.slice(0, end), text)).toEqual([text]);
		expect(claimsFor('mor sta', text)).toEqual([text]);
		expect(claimsFor('tations', text)).toEqual([]);
	});

	it('finds Chinese by any of its characters and any stretch of them', () => {
		const text = '文章认为，中国已经是网络大国。';
		for (const query of ['网', '网络', '络大', '网络大国', '国', '经', '中国 网络', '网络大']) {
			expect(claimsFor(query, text), query).toEqual([text]);
		}
		for (const query of ['网大', '强', '网络强国', '国网']) expect(claimsFor(query, text), query).toEqual([]);
	});

	it('finds Latin words and numbers within Chinese', () => {
		const text = '报告统计了544万个4G基站，占5.44亿。';
		for (const query of ['4g', '4G基站', '544', '5.44亿', '基站'])
			expect(claimsFor(query, text)).toEqual([text]);
	});

	it('finds a Korean word while its syllables are typed', () => {
		for (const query of ['ㅎ', '하', '한', '한구', '한국'])
			expect(claimsFor(query, '한국의')).toEqual(['한국의']);
	});

	it('does not look at accents, width, apostrophes and hyphens', () => {
		const text = 'The café’s e-commerce, naïve Ａ.';
		for (const query of [
			'cafe',
			'CAFÉ',
			'cafés',
			"cafe's",
			'ecommerce',
			'e-commerce',
			'commerce',
			'naive',
			'a'
		]) {
			expect(claimsFor(query, text), query).toEqual([text]);
		}
	});

	it('finds nothing for what holds no word', () => {
		for (const query of ['', '   ', '…', '。-']) expect(claimsFor(query, 'A claim. …')).toEqual([]);
		expect(findIn(index([]), 'a', 10)).toEqual({
			claim: { count: 0, best: [] },
			lesson: { count: 0, best: [] },
			question: { count: 0, best: [] }
		});
	});

	it('tells the kinds apart, counts all and gives the best', () => {
		const many = Array.from({ length: 500 }, (_, number) => aQuestion(`A word ${number}?`));
		const found = findIn(index([...many, aClaim('A word.'), aLesson('None', 'Some words.')]), 'word', 3);
		expect(found.question.count).toBe(500);
		expect(found.question.best).toHaveLength(3);
		expect(found.claim).toEqual({ count: 1, best: [aClaim('A word.')] });
		expect(found.lesson.count).toBe(1);
	});

	it('gives more than it looks at closely, when asked for', () => {
		const many = Array.from({ length: 500 }, (_, number) => aQuestion(`A word ${number}?`));
		expect(findIn(index(many), 'word', 450).question.best).toHaveLength(450);
	});

	it('puts a title before a passage', () => {
		const inPassage = aLesson('Figures', 'What a firewall is.');
		const inTitle = aLesson('A firewall', 'What it is, told at length.');
		expect(findIn(index([inPassage, inTitle]), 'firewall', 9).lesson.best).toEqual([inTitle, inPassage]);
	});

	it('puts whole words before beginnings, neighbours before strangers, short texts before long ones', () => {
		expect(claimsFor('net', 'The network.', 'The net.')).toEqual(['The net.', 'The network.']);
		expect(claimsFor('core key', 'A key to the very core.', 'A core key.', 'The key is the core.')).toEqual([
			'A core key.',
			'The key is the core.',
			'A key to the very core.'
		]);
		expect(claimsFor('core', 'The core of it all.', 'The core.')).toEqual([
			'The core.',
			'The core of it all.'
		]);
		expect(claimsFor('网络 强国', '网络的强国', '网络强国')).toEqual(['网络强国', '网络的强国']);
	});

	it('finds words that are names of what every object has', () => {
		expect(claimsFor('constructor', 'A constructor.', 'A __proto__.')).toEqual(['A constructor.']);
		expect(claimsFor('proto', 'A constructor.', 'A __proto__.')).toEqual(['A __proto__.']);
	});

	it('takes queries and texts of any length', () => {
		const long = 'q'.repeat(100_000);
		expect(claimsFor(long, long, 'q')).toEqual([long]);
		const page = Array.from({ length: 20_000 }, (_, number) => `word${number}`).join(' ');
		expect(claimsFor(page, page, 'word1')).toEqual([page]);
		expect(claimsFor('word19999', page)).toEqual([page]);
		expect(claimsFor('字'.repeat(50_000), '字'.repeat(50_000))).toHaveLength(1);
	});
});

describe('indexFindables', () => {
	it('says how far it is, and rests often', () => {
		const work = indexFindables(
			Array.from({ length: 1000 }, (_, number) => aClaim(`Claim ${number}, 第${number}`))
		);
		const shares: number[] = [];
		for (let step = work.next(); !step.done; step = work.next()) shares.push(step.value);
		expect(shares.length).toBeGreaterThan(60);
		expect(shares).toEqual([...shares].sort((one, other) => one - other));
		expect(shares.at(-1)).toBeLessThanOrEqual(1);
	});
});

const arbitraryText = fc
	.array(
		fc.oneof(
			fc.lorem({ maxCount: 1 }),
			fc.string({ unit: fc.constantFrom(...'网络大国强的5.,-é’Aaßﬁ𠀀ガ'), maxLength: 6 }),
			fc.string({ unit: 'grapheme', maxLength: 5 })
		),
		{ maxLength: 5 }
	)
	.map((parts) => parts.join(' '));
const arbitraryFindable: fc.Arbitrary<Findable> = fc.record({
	kind: fc.constantFrom<FindableKind>('claim', 'lesson', 'question'),
	section: fc.constant('s'),
	head: arbitraryText,
	body: fc.array(arbitraryText, { maxLength: 2 })
});

describe('whatever the texts', () => {
	it('each is found by each of its words, and by the beginnings of them', () => {
		fc.assert(
			fc.property(fc.array(arbitraryFindable, { maxLength: 8 }), fc.nat(), (findables, cut) => {
				const made = index(findables);
				for (const findable of findables) {
					for (const text of [findable.head, ...findable.body]) {
						eachWord(text, (_, start, end) => {
							const signs = [...text.slice(start, end)];
							const beginning = signs.slice(0, 1 + (cut % signs.length)).join('');
							for (const query of [text.slice(start, end), beginning]) {
								const { best, count } = findIn(made, query, 100)[findable.kind];
								expect(best, query).toContain(findable);
								expect(count).toBe(best.length);
							}
						});
					}
				}
			})
		);
	});

	it('what is found holds every word, and what is not lacks one', () => {
		const wordsOf = ({ head, body }: Findable): readonly string[] => {
			const words: string[] = [];
			for (const text of [head, ...body]) eachWord(text, (word) => words.push(word));
			return words;
		};
		const arbitraryQuery = fc.array(fc.constantFrom('a', 'ab', 'abc', 'b', 'ba', '网', '网络'), {
			maxLength: 3
		});
		const arbitraryShort = fc.array(fc.constantFrom('a', 'ab', 'abcd', 'b', 'bab', '网', '网络', '络'), {
			maxLength: 4
		});
		fc.assert(
			fc.property(fc.array(arbitraryShort), arbitraryQuery, (texts, query) => {
				const claims = texts.map((words) => aClaim(words.join(' ')));
				const fitting = claims.filter((claim) =>
					query.every((wanted) => wordsOf(claim).some((word) => word.startsWith(wanted)))
				);
				const { best } = findIn(index(claims), query.join(' '), 100).claim;
				expect(new Set(best)).toEqual(new Set(query.length === 0 ? [] : fitting));
				expect(best).toHaveLength(query.length === 0 ? 0 : fitting.length);
			})
		);
	});
});
