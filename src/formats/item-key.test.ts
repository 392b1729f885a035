import { afterEach, describe, expect, it, vi } from 'vitest';
import { Keys } from './item-key.ts';

afterEach(() => void vi.restoreAllMocks());

describe('Keys', () => {
	it('gives each key once', () => {
		const keys = new Keys();
		expect(['a', 'a', 'a (2)', 'b', 'a'].map((wanted) => keys.take(wanted))).toEqual([
			...['a', 'a (2)', 'a (2) (2)', 'b', 'a (3)']
		]);
	});

	it('takes steps in proportion to what is wanted, where all is alike', () => {
		const keys = new Keys();
		const looks = vi.spyOn(Set.prototype, 'has');
		for (let count = 0; count < 2000; count++) keys.take('a');
		expect(looks.mock.calls.length).toBeLessThan(3 * 2000);
	});
});
