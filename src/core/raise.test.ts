import { describe, expect, it } from 'vitest';
import { raise, type RaisingStep } from './raise.ts';

const STEPS: Record<number, RaisingStep> = {
	1: ({ name, ...rest }) => ({ ...rest, title: name }),
	2: (record) => ({ ...record, titles: [record['title']] })
};

describe('raise', () => {
	it('takes a record up every step to the current version', () => {
		const raised = raise({ version: 1, name: 'a' }, STEPS, 3);
		expect(raised).toEqual({ version: 3, title: 'a', titles: ['a'] });
	});

	it('starts at the version of the record', () => {
		expect(raise({ version: 2, title: 'a' }, STEPS, 3)).toEqual({ version: 3, title: 'a', titles: ['a'] });
	});

	it('gives a record of the current version as it is', () => {
		expect(raise({ version: 3, extra: 1 }, STEPS, 3)).toEqual({ version: 3, extra: 1 });
	});

	it('sets the version itself, whatever a step says', () => {
		expect(raise({ version: 1 }, { 1: () => ({ version: 9 }) }, 2)).toEqual({ version: 2 });
	});

	it.each([
		['a later version', { version: 4 }],
		['a version without a way up', { version: 0 }],
		['half a version', { version: 1.5 }],
		['a version that is no number', { version: '1' }],
		['NaN for a version', { version: NaN }],
		['no version', {}],
		['a list', [1]],
		['null', null],
		['text', 'version 1']
	])('gives nothing for %s', (_, stored) => {
		expect(raise(stored, STEPS, 3)).toBeUndefined();
	});

	it('lets a step change its copy, and leaves the record alone to its depths', () => {
		const stored = { version: 1, names: ['a'], inner: { count: 1 } };
		const step: RaisingStep = (record) => {
			(record['names'] as string[]).push('b');
			(record['inner'] as { count: number }).count += 1;
			delete record['version'];
			return record;
		};
		expect(raise(stored, { 1: step }, 2)).toEqual({ version: 2, names: ['a', 'b'], inner: { count: 2 } });
		expect(stored).toEqual({ version: 1, names: ['a'], inner: { count: 1 } });
	});
});
