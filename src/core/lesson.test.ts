import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLesson, parseLesson } from './lesson.ts';

describe('a lesson', () => {
	it('is cut at the words that tell a claim', () => {
		expect(parseLesson('It counts [many sites](sites), and [users](users)')).toEqual([
			{ text: 'It counts ' },
			{ text: 'many sites', claim: 'sites' },
			{ text: ', and ' },
			{ text: 'users', claim: 'users' }
		]);
	});

	it('takes brackets that are no link for text', () => {
		expect(parseLesson('a [b] (c) [d](E F)')).toEqual([{ text: 'a [b] (c) [d](E F)' }]);
	});

	it('is itself again when its parts are joined', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(makeLesson(parseLesson(text))).toBe(text);
			})
		);
	});
});
