import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSection, aSingleChoice } from '#tests/fixtures/builders.ts';
import { drawPaper, LONGEST_PAPER, SHORTEST_PAPER } from './draw-paper.ts';
import type { QuestionRef } from './event.ts';
import type { Level, Section } from './question.ts';

/** A section by how many questions each of its claims has; `levelOf` takes claim and question, from 0. */
function sectionOf(
	id: string,
	counts: readonly number[],
	levelOf: (claim: number, question: number) => Level = () => 'remember'
): Section {
	const questions = counts.flatMap((count, claim) =>
		Array.from({ length: count }, (_, question) =>
			aSingleChoice({
				id: `${id}-${claim}-${question}`,
				claim: `${id}-${claim}`,
				level: levelOf(claim, question)
			})
		)
	);
	return aSection(questions, { id });
}

function countBy(refs: readonly QuestionRef[], key: 'section' | 'claim'): Map<string, number> {
	const counts = new Map<string, number>();
	for (const ref of refs) counts.set(ref[key], (counts.get(ref[key]) ?? 0) + 1);
	return counts;
}

const arbitrarySections = fc
	.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 }), {
		minLength: 1,
		maxLength: 5
	})
	.map((all) => all.map((counts, at) => sectionOf(`s${at}`, counts)));
const arbitraryLength = fc.integer({ min: SHORTEST_PAPER, max: LONGEST_PAPER });

describe('drawPaper', () => {
	it('asks each claim once before any twice', () => {
		fc.assert(
			fc.property(arbitrarySections, arbitraryLength, fc.nat(), (sections, length, seed) => {
				const asked = countBy(drawPaper(sections, length, seed), 'claim');
				const questions = sections.flatMap((section) => section.questions);
				for (const { claim } of questions) {
					const times = asked.get(claim) ?? 0;
					const most = Math.max(...asked.values());
					const all = questions.filter((question) => question.claim === claim).length;
					expect(times).toBeGreaterThanOrEqual(Math.min(all, most - 1));
				}
			})
		);
	});

	it('has the length that is wished, or all that there is, and no question twice', () => {
		fc.assert(
			fc.property(arbitrarySections, arbitraryLength, fc.nat(), (sections, length, seed) => {
				const drawn = drawPaper(sections, length, seed).map(({ question }) => question);
				const all = sections.flatMap(({ questions }) => questions).length;
				expect(drawn).toHaveLength(Math.min(length, all));
				expect(new Set(drawn).size).toBe(drawn.length);
			})
		);
	});

	it('gives each section a share that goes by its claims, within one question', () => {
		fc.assert(
			fc.property(arbitrarySections, arbitraryLength, fc.nat(), (sections, length, seed) => {
				const claims = sections.flatMap((section) => section.claims).length;
				fc.pre(length <= claims);
				const asked = countBy(drawPaper(sections, length, seed), 'section');
				for (const { id, claims: own } of sections) {
					const exact = (length * own.length) / claims;
					expect(Math.abs((asked.get(id) ?? 0) - exact)).toBeLessThan(1);
				}
			})
		);
	});

	it('stands by section and as it was written', () => {
		const sections = [sectionOf('b', [2, 2, 2]), sectionOf('a', [2, 2, 2])];
		const written = sections.flatMap(({ questions }) => questions.map(({ id }) => id));
		const drawn = drawPaper(sections, 8, 7).map(({ question }) => question);
		expect(drawn).toEqual(written.filter((id) => drawn.includes(id)));
	});

	it('is the same for one seed, and another for another', () => {
		const sections = [
			sectionOf(
				'a',
				Array.from({ length: 20 }, () => 3)
			)
		];
		expect(drawPaper(sections, 10, 1)).toEqual(drawPaper(sections, 10, 1));
		expect(drawPaper(sections, 10, 1)).not.toEqual(drawPaper(sections, 10, 2));
	});

	it('has two levels at least, where one question alone has another', () => {
		fc.assert(
			fc.property(fc.nat(), fc.nat({ max: 2 }), fc.nat({ max: 19 }), (seed, section, claim) => {
				const sections = [0, 1, 2].map((at) =>
					sectionOf(
						`s${at}`,
						Array.from({ length: 20 }, () => 1),
						(each) => (at === section && each === claim ? 'apply' : 'remember')
					)
				);
				const drawn = new Set(drawPaper(sections, 5, seed).map(({ question }) => question));
				const levels = sections
					.flatMap(({ questions }) => questions)
					.filter(({ id }) => drawn.has(id))
					.map(({ level }) => level);
				expect(levels).toHaveLength(5);
				expect(new Set(levels).size).toBe(2);
			})
		);
	});

	it('takes of each claim the level that was drawn least', () => {
		const levels: readonly Level[] = ['remember', 'apply'];
		const section = sectionOf(
			'a',
			Array.from({ length: 10 }, () => 2),
			(_, question) => levels[question]!
		);
		const drawn = drawPaper([section], 10, 3).map(({ question }) => question);
		const applied = section.questions.filter(({ id, level }) => drawn.includes(id) && level === 'apply');
		expect(applied).toHaveLength(5);
	});

	it('keeps to the shortest and the longest paper', () => {
		const sections = [
			sectionOf(
				'a',
				Array.from({ length: 70 }, () => 1)
			)
		];
		expect(drawPaper(sections, 1, 1)).toHaveLength(SHORTEST_PAPER);
		expect(drawPaper(sections, 99, 1)).toHaveLength(LONGEST_PAPER);
	});

	it('is empty without sections', () => {
		expect(drawPaper([], 10, 1)).toEqual([]);
	});
});
