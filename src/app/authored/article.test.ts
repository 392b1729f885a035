import { describe, expect, it } from 'vitest';
import { cutArticle, fingerprintOf } from './article.ts';

describe('cutArticle', () => {
	it('counts paragraphs and sentences from 1; empty lines are none', () => {
		const cut = cutArticle('One here. Two here.\n\n  \nNext paragraph.', 'en');
		expect(
			cut.map((sentences) => sentences.map(({ text, place }) => [text, place.paragraph, place.sentence]))
		).toEqual([
			[
				['One here.', 1, 1],
				['Two here.', 1, 2]
			],
			[['Next paragraph.', 2, 1]]
		]);
	});

	it('knows Chinese sentences, and goes on with a language that is none', () => {
		expect(cutArticle('月亮牵引海水。一天两次。', 'zh')[0]).toHaveLength(2);
		expect(cutArticle('One. Two.', 'no such language')).toHaveLength(1);
		expect(cutArticle('', 'en')).toEqual([]);
	});
});

describe('fingerprintOf', () => {
	it('is the same for the same words, however they are set', async () => {
		expect(await fingerprintOf('The  Moon pulls.')).toBe(await fingerprintOf(' the moon pulls. '));
		expect(await fingerprintOf('The moon pulls.')).toMatch(/^[0-9a-f]{64}$/);
		expect(await fingerprintOf('The moon pushes.')).not.toBe(await fingerprintOf('The moon pulls.'));
	});
});
