import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CERTAINTIES, type Answer } from '../answer.ts';
import { LONGEST_NAME, packResult, unpackResult, type HandedResult } from './result.ts';

const text = fc.string({ maxLength: 20 });
const arbitraryAnswer: fc.Arbitrary<Answer> = fc.oneof(
	fc.constant<Answer>({ kind: 'unknown' }),
	fc.record({ kind: fc.constant('choice' as const), options: fc.array(text, { maxLength: 4 }) }),
	fc.record({ kind: fc.constant('text' as const), text }),
	fc.record({ kind: fc.constant('gaps' as const), gaps: fc.dictionary(text, text, { maxKeys: 4 }) }),
	fc.record({ kind: fc.constant('pairs' as const), pairs: fc.dictionary(text, text, { maxKeys: 4 }) }),
	fc.record({ kind: fc.constant('order' as const), ids: fc.array(text, { maxLength: 4 }) })
);
const arbitraryResult: fc.Arbitrary<HandedResult> = fc.record(
	{
		id: fc.uuid(),
		course: fc.constantFrom('tides', 'network-power'),
		name: fc.string({ minLength: 1, maxLength: LONGEST_NAME }),
		handedInAt: fc.nat(2 ** 41),
		answers: fc.uniqueArray(
			fc.record({
				question: fc.string({ minLength: 1, maxLength: 20 }),
				answer: arbitraryAnswer,
				score: fc.nat(1000).map((parts) => parts / 1000),
				right: fc.boolean(),
				certainty: fc.constantFrom(null, ...CERTAINTIES),
				spentMillis: fc.nat(10_000).map((seconds) => seconds * 1000)
			}),
			{ selector: ({ question }) => question, maxLength: 8 }
		)
	},
	{ requiredKeys: ['id', 'course', 'handedInAt', 'answers'] }
);

describe('a result', () => {
	test('comes back as it was packed', () => {
		fc.assert(
			fc.property(arbitraryResult, (result) => {
				const sent: unknown = JSON.parse(JSON.stringify(packResult(result)));
				expect(unpackResult(sent)).toEqual(result);
			})
		);
	});

	test('of any other shape is none', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(unpackResult(value)).toBeUndefined();
			})
		);
		const whole = { id: 'a', course: 'c', at: 1, answers: [['q', 0, 0, 0, -1, 1]] };
		expect(unpackResult(whole)).toBeDefined();
		expect(unpackResult({ ...whole, name: 'Ada \u202eecalevoL' })).toBeUndefined();
		const rows = [
			...[[], ['q'], ['q', 0, 1001, 0, -1, 1], ['q', 0, 0, 2, -1, 1], ['q', {}, 0, 0, -1, 1]],
			...[
				['q', 0, 0, 0, 'sure', 1],
				['q', { c: [1] }, 0, 0, -1, 1],
				['', 0, 0, 0, -1, 1]
			]
		];
		for (const row of rows) expect(unpackResult({ ...whole, answers: [row] })).toBeUndefined();
		const twice = [...whole.answers, ...whole.answers];
		expect(unpackResult({ ...whole, answers: twice })).toBeUndefined();
	});
});
