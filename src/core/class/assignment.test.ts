import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAssignment, type Assignment } from './assignment.ts';

const whole: Assignment = {
	...{ id: 'a1', course: 'tides', courseTitle: 'Tides', title: 'Week 3', from: 'Ms Lovelace' },
	...{ task: 'exam', sections: ['sea'], length: 10, minutes: 15, readyBy: '2026-12-01' }
};

test('an assignment is read as it was made, with what it may lack', () => {
	expect(readAssignment(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
	const chosen = { ...whole, questions: ['sea-1', 'sea-2'] };
	expect(readAssignment(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
	const { from: _from, minutes: _minutes, readyBy: _readyBy, ...least } = whole;
	expect(readAssignment(least)).toEqual(least);
	expect(readAssignment({ ...whole, more: 1 })).toEqual(whole);
});

test('what is none is none', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			expect(readAssignment(value)).toBeUndefined();
		})
	);
	const wrong: readonly object[] = [
		...[{ id: '' }, { course: 1 }, { title: ' ' }, { task: 'dance' }, { sections: [] }, { sections: [1] }],
		...[{ length: 0 }, { length: 61 }, { length: 1.5 }, { minutes: 0 }, { minutes: 301 }, { from: '' }],
		...[{ readyBy: 'soon' }, { readyBy: '2026-13-01' }, { courseTitle: 'x'.repeat(201) }],
		...[{ questions: [] }, { questions: [1] }, { questions: Array(61).fill('q') }, { questions: 'q' }],
		// Signs that turn the direction, and such as nobody sees.
		...[{ title: 'Week \u202e3' }, { from: 'Ms\u0000' }]
	];
	for (const part of wrong) expect(readAssignment({ ...whole, ...part })).toBeUndefined();
});
