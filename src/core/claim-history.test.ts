import { describe, expect, it } from 'vitest';
import { aFlag, anAnswer, anUndo, aSuspension, HOUR, MORNING } from '#tests/fixtures/builders.ts';
import { tellHistory } from './claim-history.ts';

describe('tellHistory', () => {
	it('tells the latest first, in whatever order it hears', () => {
		const answer = anAnswer();
		const suspension = aSuspension({ at: MORNING + HOUR });
		const flag = aFlag({ at: MORNING + 2 * HOUR });
		expect(tellHistory([suspension, flag, answer])).toEqual([flag, suspension, answer]);
	});

	it('leaves out what was taken back, and the taking back', () => {
		const [kept, undone] = [anAnswer(), anAnswer({ at: MORNING + HOUR })];
		expect(tellHistory([kept, undone, anUndo(undone)])).toEqual([kept]);
	});

	it('keeps an answer whose undo names another session', () => {
		const answer = anAnswer();
		const forged = anUndo(answer, { session: 'session-2' as typeof answer.session });
		expect(tellHistory([answer, forged])).toEqual([answer]);
	});
});
