import { describe, expect, it } from 'vitest';
import type { SearchPart, SectionEntry } from './catalogue.ts';
import { indexFindables } from './search-index.ts';
import { listFindables, makeShelf, searchShelf, type Shelf } from './search-shelf.ts';

const LIMITS = { claim: 2, lesson: 1, question: 1 };

/** A section over two parts, and one without a lesson. */
const PARTS: readonly SearchPart[] = [
	{
		sections: [
			{
				...{ id: 'scale', title: 'Scale', passages: ['Of size.'] },
				claims: [['sites', 'Sites are many.']],
				questions: [['sites', 'How many sites?']]
			}
		]
	},
	{
		sections: [
			{ id: 'scale', title: 'Scale', passages: [], claims: [], questions: [['sites', 'Which sites?']] },
			{ id: 'gap', title: 'Gap', passages: [], claims: [['chips', 'Chips are few.']], questions: [] }
		]
	}
];

function aShelf(): Shelf {
	const entry = (id: string) => ({ ...({ id } as SectionEntry), ...(id === 'scale' && { lesson: 'file' }) });
	const work = indexFindables(listFindables(PARTS));
	let step = work.next();
	while (!step.done) step = work.next();
	return makeShelf(step.value, { sections: [entry('scale'), entry('gap')] });
}

describe('searchShelf', () => {
	it('gives the kinds of which there is something, each with its number and its best', () => {
		expect(searchShelf(aShelf(), 'sites', LIMITS)).toMatchObject([
			{
				kind: 'claim',
				count: 1,
				hits: [{ section: 'scale', claim: 'sites', questions: 2, hasLesson: true }]
			},
			{ kind: 'question', count: 2, hits: [{ section: 'scale', claim: 'sites', questions: 2 }] }
		]);
		expect(searchShelf(aShelf(), 'nothing', LIMITS)).toEqual([]);
	});

	it('knows a claim without questions and a section without a lesson', () => {
		expect(searchShelf(aShelf(), 'chips', LIMITS)).toMatchObject([
			{ kind: 'claim', hits: [{ claim: 'chips', questions: 0, hasLesson: false }] }
		]);
	});

	it('lists the lesson of a section once, however many parts it has', () => {
		expect(searchShelf(aShelf(), 'scale', LIMITS)).toMatchObject([{ kind: 'lesson', count: 1 }]);
		expect(searchShelf(aShelf(), 'size', LIMITS)[0]!.hits[0]).toMatchObject({
			head: [{ text: 'Scale', isMatch: false }],
			body: [
				{ text: 'Of ', isMatch: false },
				{ text: 'size', isMatch: true },
				{ text: '.', isMatch: false }
			]
		});
	});
});
