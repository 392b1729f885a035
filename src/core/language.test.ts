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
