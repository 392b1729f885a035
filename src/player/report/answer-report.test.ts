import { expect, it } from 'vitest';
import type { Answer } from '#core/answer.ts';
import type { Question } from '#core/question.ts';
import * as build from '#tests/fixtures/builders.ts';
import { describeAnswer } from './answer-report.ts';

const cloze = build.aCloze();
const matching = build.aMatching();
const ordering = build.anOrdering();
const categorise = build.aCategorise();
const keys = (question: { options: readonly { id: string; correct?: boolean }[] }) =>
	question.options.filter(({ correct }) => correct).map(({ id }) => id);

it.each<[Question, Answer, object]>([
	[
		build.aSingleChoice(),
		{ kind: 'choice', options: ['x'] },
		{ type: 'choice', response: ['x'], correct: keys(build.aSingleChoice()) }
	],
	[
		build.aMultipleChoice(),
		{ kind: 'choice', options: ['x', 'y'] },
		{ type: 'choice', response: ['x', 'y'], correct: keys(build.aMultipleChoice()) }
	],
	[
		build.aTrueFalse({ answer: false }),
		{ kind: 'choice', options: ['true'] },
		{ type: 'true-false', response: ['true'], correct: ['false'] }
	],
	[
		build.aNumeric({ answer: 3, unit: 'million' }),
		{ kind: 'text', text: '3,000,000' },
		{ type: 'numeric', response: ['3'], correct: ['3'] }
	],
	[
		build.anEstimate({ answer: 34 }),
		{ kind: 'text', text: '30' },
		{ type: 'numeric', response: ['30'], correct: ['34'] }
	],
	[
		build.aShortText({ answers: ['net', 'web'] }),
		{ kind: 'text', text: 'Web' },
		{ type: 'fill-in', response: ['Web'], correct: ['net'] }
	],
	[
		cloze,
		{ kind: 'gaps', gaps: { [cloze.gaps[0]!.id]: 'so' } },
		{ type: 'fill-in', response: ['so', ...cloze.gaps.slice(1).map(() => '')] }
	],
	[
		matching,
		{ kind: 'pairs', pairs: { a: 'b' } },
		{ type: 'matching', response: [['a', 'b']], correct: matching.pairs.map(({ id }) => [id, id]) }
	],
	[
		categorise,
		{ kind: 'pairs', pairs: {} },
		{ type: 'matching', response: [], correct: categorise.entries.map(({ id, category }) => [id, category]) }
	],
	[
		ordering,
		{ kind: 'order', ids: ['b', 'a'] },
		{ type: 'sequencing', response: ['b', 'a'], correct: ordering.steps.map(({ id }) => id) }
	]
])('%j is told in the words of the standards', (question, answer, told) => {
	expect(describeAnswer(question, answer)).toMatchObject(told);
});

it.each(Object.values(build.QUESTION_BUILDERS))('"I don’t know" is no response', (make) => {
	expect(describeAnswer(make(), { kind: 'unknown' }).response).toEqual([]);
});
