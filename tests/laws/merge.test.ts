import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LearnerEvent } from '#core/event.ts';
import { foldEvents } from '#core/fold.ts';
import { arbitraryHistory } from '#tests/fixtures/builders.ts';

type Log = readonly LearnerEvent[];

/** Logs of three devices that have heard of some of one another's events. */
const arbitraryLogs = arbitraryHistory.chain((history) => {
	const arbitraryLog: fc.Arbitrary<Log> = fc.subarray([...history]);
	return fc.tuple(arbitraryLog, arbitraryLog, arbitraryLog);
});

/** A union by id. */
function merge(a: Log, b: Log): Log {
	const known = new Set(a.map(({ id }) => id));
	return [...a, ...b.filter(({ id }) => !known.has(id))];
}

describe('law 2: merging two logs is a union by id', () => {
	it('folding both, one after the other, is folding their union', () => {
		fc.assert(
			fc.property(arbitraryLogs, ([a, b]) => {
				expect(foldEvents([...a, ...b])).toEqual(foldEvents(merge(a, b)));
			})
		);
	});

	it('it does not matter which log comes first', () => {
		fc.assert(
			fc.property(arbitraryLogs, ([a, b]) => {
				expect(foldEvents([...b, ...a])).toEqual(foldEvents([...a, ...b]));
			})
		);
	});

	it('it does not matter which two of three are merged first', () => {
		fc.assert(
			fc.property(arbitraryLogs, ([a, b, c]) => {
				expect(foldEvents(merge(merge(a, b), c))).toEqual(foldEvents(merge(a, merge(b, c))));
			})
		);
	});

	it('merging the same log again changes nothing', () => {
		fc.assert(
			fc.property(arbitraryLogs, ([a, b]) => {
				expect(foldEvents([...a, ...b, ...b])).toEqual(foldEvents([...a, ...b]));
				expect(foldEvents([...a, ...a])).toEqual(foldEvents(a));
			})
		);
	});

	it('two halves of a life make the whole', () => {
		const arbitraryHalves = arbitraryHistory.chain((history) =>
			fc.tuple(
				fc.constant(history),
				fc.array(fc.boolean(), { minLength: history.length, maxLength: history.length })
			)
		);
		fc.assert(
			fc.property(arbitraryHalves, ([history, sides]) => {
				const phone = history.filter((_, index) => sides[index]);
				const tablet = history.filter((_, index) => !sides[index]);
				expect(foldEvents([...tablet, ...phone])).toEqual(foldEvents(history));
			})
		);
	});
});
