import { describe, expect, it } from 'vitest';
import { pickLanguage } from './language.ts';

describe('the language to show', () => {
	it.each([
		[['zh-CN', 'en'], 'zh'],
		[['en-GB', 'zh'], 'en'],
		[['fr', 'ZH-hant'], 'zh'],
		[['fr'], 'en'],
		[[], 'en']
	])('for the wishes %j is %s', (wishes, language) => {
		expect(pickLanguage('en', ['zh'], wishes)).toBe(language);
	});
});

it('a wish that is fulfilled to the letter comes before one that is nearly', () => {
	expect(pickLanguage('pt', ['pt-BR'], ['pt-BR'])).toBe('pt-BR');
	expect(pickLanguage('pt', ['pt-BR'], ['pt-PT'])).toBe('pt');
});
