import { describe, expect, it } from 'vitest';
import type { Day } from '#core/day.ts';
import { makeWording } from './wording.ts';

const MINUTE = 60_000;

describe('makeWording', () => {
	const words = makeWording('en');

	it('says times in the unit that one would', () => {
		expect(words.time(0)).toBe('0 min');
		expect(words.time(400)).toBe('1 sec');
		expect(words.time(12 * MINUTE)).toBe('12 min');
		expect(words.time(59.9 * MINUTE)).toBe('1 hr');
		expect(words.time(125 * MINUTE)).toBe('2 hr 5 min');
	});

	it('says a day as the calendar does, whatever the zone', () => {
		expect(words.fullDay('2026-03-05' as Day)).toBe('March 5, 2026');
		expect(words.weekday('2026-03-05' as Day)).toBe('Thursday');
	});

	it('speaks the language that it is given', () => {
		expect(makeWording('de').percent(0.853)).toBe('85\u00a0%');
		expect(makeWording('ar-EG').number(12)).toBe('١٢');
		expect(makeWording('zh').fullDay('2026-03-05' as Day)).toBe('2026年3月5日');
	});
});
