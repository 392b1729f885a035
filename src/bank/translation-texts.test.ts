import { describe, expect, it } from 'vitest';
import { countMissing, listSectionTexts, pruneTranslation, readTyped } from './translation-texts.ts';

const small = {
	section: { id: 'moon', title: 'The moon' },
	claims: [{ id: 'pull', text: 'The moon pulls.' }],
	questions: [
		{
			id: 'what',
			kind: 'single-choice',
			prompt: 'What pulls?',
			options: [
				{ id: 'moon', text: 'The moon', correct: true },
				{ id: 'year', text: '1969', why: 'A year pulls nothing.' }
			],
			explanation: 'It says so.'
		}
	]
};

const whole = {
	section: { title: 'La lune' },
	claims: { pull: 'La lune tire.' },
	questions: {
		what: {
			prompt: 'Qui tire ?',
			options: { moon: { text: 'La lune' }, year: { why: 'Une année ne tire rien.' } },
			explanation: 'C’est dit.'
		}
	}
};

describe('texts to translate', () => {
	it('are all there where the translation is whole', () => {
		expect(countMissing(listSectionTexts(small, whole))).toBe(0);
	});

	it('are told by the path under which the translation has them', () => {
		const [head, claim, question] = listSectionTexts(small, { claims: { pull: 'La lune tire.' } });
		expect(head!.texts.map(({ path }) => path.join('/'))).toEqual(['section/title']);
		expect(claim!.texts).toMatchObject([{ original: 'The moon pulls.', given: 'La lune tire.' }]);
		expect(question!.texts.map(({ path, isNeeded }) => [path.slice(2).join('/'), isNeeded])).toEqual([
			['prompt', true],
			['explanation', true],
			['options/moon/text', true],
			['options/year/text', false],
			['options/year/why', true]
		]);
		expect(countMissing([head!, claim!, question!])).toBe(5);
	});

	it('are read from a field as they stand in the file', () => {
		expect([
			readTyped('a', false),
			readTyped('', false),
			readTyped('a\nb', true),
			readTyped(' \n', true)
		]).toEqual(['a', undefined, ['a', 'b'], undefined]);
	});
});

describe('a pruned translation', () => {
	it('is the same where nothing was taken away', () => {
		expect(pruneTranslation(small, whole)).toEqual(whole);
	});

	it('loses what the original has no longer, and nothing else', () => {
		const given = {
			section: { title: 'La lune' },
			claims: { pull: 'La lune tire.', gone: 'Partie.' },
			questions: {
				what: {
					prompt: 'Qui tire ?',
					options: { moon: { text: 'La lune' }, gone: { text: 'Rien' } },
					steps: { a: { text: 'Pas ici' } }
				},
				gone: { prompt: 'Où ?' }
			}
		};
		expect(pruneTranslation(small, given)).toEqual({
			section: { title: 'La lune' },
			claims: { pull: 'La lune tire.' },
			questions: { what: { prompt: 'Qui tire ?', options: { moon: { text: 'La lune' } } } }
		});
	});

	it('keeps the maps that every translation has, and drops lines in which nothing stands', () => {
		const lesson = { ...small, lesson: ['One.', 'Two.'] };
		expect(pruneTranslation(lesson, { lesson: ['Un.', '', 'Deux.'] })).toEqual({
			section: {},
			claims: {},
			questions: {},
			lesson: ['Un.', 'Deux.']
		});
	});
});
