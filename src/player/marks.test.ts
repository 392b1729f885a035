import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeStamper } from '#app/stamper.ts';
import type { EventId, SessionId } from '#core/event.ts';
import { makeMemoryStore } from '#storage/memory-store.ts';
import { packMarks, retell, unpackMarks } from './marks.ts';

const mark = fc.oneof(
	fc.constant({ right: true, score: 1 }),
	fc.integer({ min: 0, max: 9 }).map((tenths) => ({ right: false, score: tenths / 10 }))
);
const questions = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ section: 's', claim: `c${index}`, question: `q${index}` }));

it('comes back as it was left, whatever was answered', () => {
	fc.assert(
		fc.property(fc.array(fc.option(mark, { nil: undefined }), { maxLength: 300 }), (given) => {
			const answers = Object.fromEntries(
				given.flatMap((each, position) =>
					each ? [[position, { ...each, event: 'e' as EventId, at: 0 }] as const] : []
				)
			);
			const packed = packMarks('k3x9', { questions: questions(given.length), answers });
			const marks = unpackMarks('k3x9', packed, given.length)!;
			expect(packed.length).toBeLessThanOrEqual(given.length + 7);
			expect(given.map((_, position) => marks.get(position))).toEqual(given);
		})
	);
});

it.each(['', 'rrr', '2.k3x9.rr', '1.other.rr', '1.k3x9.rrrrr', '1.k3x9.<script>', '{"a":1}'])(
	'“%s” is not gone on with',
	(text) => expect(unpackMarks('k3x9', text, 4)).toBeUndefined()
);

it('is told anew so that the session goes on where it was', async () => {
	const store = makeMemoryStore();
	const marks = new Map([
		[0, { right: true, score: 1 }],
		[1, { right: false, score: 0.5 }]
	]);
	const begun = { session: 's1' as SessionId, course: 'tides', questions: questions(3) };
	const { session } = await store.append(retell(begun, marks, makeStamper()));
	expect(session).toMatchObject({ answers: { 0: { right: true }, 1: { right: false, score: 0.5 } } });
	expect(packMarks('k3x9', session!)).toBe('1.k3x9.r5');
});
