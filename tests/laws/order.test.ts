import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEvents } from '#core/event.ts';
import { foldEvents } from '#core/fold.ts';
import { anAnswer, anUndo, arbitraryHistory, aStart, MINUTE, MORNING } from '#tests/fixtures/builders.ts';

describe('law 1: any arrangement of the same events folds to one state', () => {
	it('events have one order, whatever order they come in', () => {
		const arbitraryPair = arbitraryHistory.chain((history) =>
			fc.tuple(fc.constantFrom(...history), fc.constantFrom(...history))
		);
		fc.assert(
			fc.property(arbitraryPair, ([a, b]) => {
				expect(Math.sign(compareEvents(a, b)) + Math.sign(compareEvents(b, a))).toBe(0);
				expect(compareEvents(a, b) === 0).toBe(a.id === b.id);
			})
		);
	});

	it('a shuffled log, its repetitions left in or out, folds to the same', () => {
		const arbitraryArrangement = arbitraryHistory.chain((history) => {
			const unique = [...new Map(history.map((event) => [event.id, event])).values()];
			return fc.record({
				lived: fc.constant(history),
				arranged: fc.shuffledSubarray([...history], { minLength: history.length }),
				sparse: fc.shuffledSubarray(unique, { minLength: unique.length })
			});
		});
		fc.assert(
			fc.property(arbitraryArrangement, ({ lived, arranged, sparse }) => {
				expect(foldEvents(arranged)).toEqual(foldEvents(lived));
				expect(foldEvents(sparse)).toEqual(foldEvents(lived));
			}),
			{ numRuns: 300 }
		);
	});

	it('an undo that arrives before its answer takes it back all the same', () => {
		const answer = anAnswer({ at: MORNING + MINUTE });
		const events = [aStart(), answer, anUndo(answer)];
		expect(foldEvents([...events].reverse())).toEqual(foldEvents(events));
		expect(foldEvents([...events].reverse()).cards.size).toBe(0);
	});
});
