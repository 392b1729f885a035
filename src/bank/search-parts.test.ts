import { describe, expect, it } from 'vitest';
import { aClaim, aCloze, aSection, aSingleChoice, QUESTION_BUILDERS } from '#tests/fixtures/builders.ts';
import { makeSearchParts } from './search-parts.ts';

describe('makeSearchParts', () => {
	it('takes titles, lessons without their links, claims and prompts', () => {
		const section = aSection([aSingleChoice({ prompt: 'How many?' })], {
			claims: [aClaim({ text: 'There are many.' })],
			lesson: ['First [many](sites) of them.', 'Then.']
		});
		expect(makeSearchParts([section])).toEqual([
			{
				sections: [
					{
						id: 'scale',
						title: 'Scale',
						passages: ['First many of them.', 'Then.'],
						claims: [['sites', 'There are many.']],
						questions: [['sites', 'How many?']]
					}
				]
			}
		]);
	});

	it('gives a cloze its text, and not what belongs into its gaps', () => {
		const cloze = aCloze({ prompt: 'Fill.', text: 'From {typed} to {chosen}.' });
		expect(makeSearchParts([aSection([cloze])])[0]!.sections[0]!.questions).toEqual([
			['sites', 'Fill. From … to ….']
		]);
	});

	it('tells no option, key or explanation of any kind of question', () => {
		const questions = Object.values(QUESTION_BUILDERS).map((build) => build({ prompt: 'Asked?' }));
		const [part] = makeSearchParts([aSection(questions)]);
		for (const [, prompt] of part!.sections[0]!.questions)
			expect(prompt).toMatch(/^Asked\?( From … to …\.)?$/);
	});

	it('cuts what is too large to be read at a stretch, and loses nothing', () => {
		const questions = Array.from({ length: 2600 }, (_, number) =>
			aSingleChoice({ id: `q-${number}`, prompt: `${number} ${'word '.repeat(40)}` })
		);
		const sections = [aSection(questions, { id: 'large', lesson: ['Once.'] }), aSection([], { id: 'small' })];
		const parts = makeSearchParts(sections);
		expect(parts.length).toBeGreaterThan(2);
		for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(260_000);
		const pieces = parts.flatMap((part) => part.sections);
		expect(pieces.flatMap((piece) => piece.questions).map(([, prompt]) => parseInt(prompt))).toEqual(
			questions.map((_, number) => number)
		);
		expect(pieces.flatMap(({ passages }) => passages)).toEqual(['Once.']);
		expect(pieces.at(-1)!.id).toBe('small');
	});
});
