import { describe, expect, it } from 'vitest';
import { MORNING } from '#tests/fixtures/builders.ts';
import { makeMomentWording } from './moment.ts';

describe('makeMomentWording', () => {
	it('says the day and the time that the learner had then, whatever zone this is', () => {
		const say = makeMomentWording('de');
		expect(say({ at: MORNING, offset: 0 })).toBe('02.03.2026, 09:00');
		expect(say({ at: MORNING, offset: -600 })).toBe('01.03.2026, 23:00');
	});
});
