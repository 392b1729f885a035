import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#tests/fixtures/builders.ts';
import { daysBetween, learnerDay, type Day } from './day.ts';

describe('learnerDay', () => {
	it.each([
		['03:59:59.999', '2026-02-28'],
		['04:00:00.000', '2026-03-01'],
		['23:59:59.999', '2026-03-01']
	])('at %s local time is %s', (time, day) => {
		expect(learnerDay(Date.parse(`2026-03-01T${time}Z`), 0)).toBe(day);
		expect(learnerDay(Date.parse(`2026-03-01T${time}+01:00`), 60)).toBe(day);
		expect(learnerDay(Date.parse(`2026-03-01T${time}-09:30`), -570)).toBe(day);
	});

	it('crosses the ends of months and years', () => {
		expect(learnerDay(Date.UTC(2027, 0, 1, 3, 59), 0)).toBe('2026-12-31');
		expect(learnerDay(Date.UTC(2028, 2, 1, 3, 59), 0)).toBe('2028-02-29');
		expect(learnerDay(0, 0)).toBe('1969-12-31');
	});

	it('is one and the same for 24 hours at one offset', () => {
		const arbitraryMillis = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
		fc.assert(
			fc.property(arbitraryMillis, fc.integer({ min: -720, max: 840 }), (at, offset) => {
				expect(daysBetween(learnerDay(at, offset), learnerDay(at + DAY, offset))).toBe(1);
				const step = daysBetween(learnerDay(at, offset), learnerDay(at + HOUR, offset));
				expect([0, 1]).toContain(step);
			})
		);
	});
});

describe('daysBetween', () => {
	it.each([
		['2026-03-01', '2026-03-01', 0],
		['2026-02-28', '2026-03-01', 1],
		['2028-02-28', '2028-03-01', 2],
		['2026-03-01', '2026-02-28', -1],
		['2026-03-28', '2026-03-30', 2],
		['2000-01-01', '2100-01-01', 36_525]
	])('from %s to %s is %d', (from, to, days) => {
		expect(daysBetween(from as Day, to as Day)).toBe(days);
	});
});
