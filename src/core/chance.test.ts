import { describe, expect, it } from 'vitest';
import * as make from '#tests/fixtures/builders.ts';
import { chanceOf, correctForGuessing } from './chance.ts';

describe('chanceOf', () => {
	it('is one in as many as there are ways to answer', () => {
		expect(chanceOf(make.aSingleChoice())).toBeCloseTo(1 / 3);
		expect(chanceOf(make.aMultipleChoice())).toBeCloseTo(1 / 6);
		expect(chanceOf(make.aTrueFalse())).toBe(0.5);
		expect(chanceOf(make.aMatching())).toBeCloseTo(1 / 6);
		expect(chanceOf(make.anOrdering())).toBeCloseTo(1 / 24);
		expect(chanceOf(make.aCategorise())).toBeCloseTo(1 / 2 ** make.aCategorise().entries.length);
	});

	it('is nothing where the answer is typed', () => {
		for (const typed of [make.aNumeric(), make.aShortText(), make.aCloze()]) expect(chanceOf(typed)).toBe(0);
	});
});

describe('correctForGuessing', () => {
	it('is 0 at the level of chance, below it too, and 1 when all is right', () => {
		expect(correctForGuessing(4, 12, 4)).toBe(0);
		expect(correctForGuessing(2, 12, 4)).toBe(0);
		expect(correctForGuessing(12, 12, 4)).toBe(1);
		expect(correctForGuessing(8, 12, 4)).toBeCloseTo(0.5);
	});

	it('says nothing where nothing was answered', () => {
		expect(correctForGuessing(0, 0, 0)).toBeUndefined();
	});
});
