import { describe, expect, it } from 'vitest';
import { figure, findLocale, nameLanguage } from './locale.ts';

describe('the locale of numbers and dates', () => {
	it.each([
		['en', ['de-CH', 'en-GB', 'en-US'], 'en-GB'],
		['zh', ['zh-SG', 'en'], 'zh-SG'],
		['zh', ['en-GB'], 'zh'],
		['en', [], 'en'],
		// Not what begins like it.
		['en', ['enm'], 'en']
	])('of a page in %s for a browser that wishes %j is %s', (language, wishes, locale) => {
		expect(findLocale(language, wishes)).toBe(locale);
	});
});

describe('nameLanguage', () => {
	it('names a language in another, or in itself', () => {
		expect(nameLanguage('zh', 'en')).toBe('Chinese');
		expect(nameLanguage('zh', 'zh')).toBe('中文');
	});

	it('gives the tag where it is none', () => {
		expect(nameLanguage('not a tag', 'en')).toBe('not a tag');
	});
});

describe('figure', () => {
	it('is said as the locale writes it, and has its value', () => {
		expect(`${figure(12_345)}`).toBe('12,345');
		expect(Number(figure(12_345))).toBe(12_345);
	});
});
