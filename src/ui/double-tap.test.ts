import { describe, expect, it } from 'vitest';
import { isDoubleTap } from './double-tap.ts';

const at = (timeStamp: number, clientX = 100) => ({ clientX, clientY: 700, timeStamp });

describe('isDoubleTap', () => {
	it('takes a second tap at the same place, a moment later, for an echo', () => {
		expect(isDoubleTap(at(1000), at(1200, 104))).toBe(true);
		expect(isDoubleTap(undefined, at(1200))).toBe(false);
	});

	it('lets a tap through that comes later or elsewhere', () => {
		expect(isDoubleTap(at(1000), at(1401))).toBe(false);
		expect(isDoubleTap(at(1000), at(1200, 140))).toBe(false);
	});

	it('takes a tap on what has only just come up for one on what was there before', () => {
		expect(isDoubleTap(at(1000), at(1900), 1700)).toBe(true);
		expect(isDoubleTap(at(1000), at(1960), 1700)).toBe(false);
	});
});
