import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { makeClassTable } from './class-table.ts';

test('a class comes out as a table, a row an answer, and runs nothing in a spreadsheet', () => {
	const answer = { kind: 'pairs', pairs: { a: 'b', c: 'd' } } as const;
	const given = { question: 'q', answer, score: 0.5, right: false, certainty: null, spentMillis: 2400 };
	const csv = makeClassTable([{ id: 'r', course: 'c', name: '="1",\n1', handedInAt: 0, answers: [given] }]);
	expect(csv.startsWith('\uFEFF"result",')).toBe(true);
	const { data } = Papa.parse<string[]>(csv.slice(1).trimEnd());
	expect(data).toHaveLength(2);
	expect(data[1]).toEqual([
		...['r', `'="1",\n1`, '1970-01-01T00:00:00.000Z', 'q', '0', '0.5', '', '2', 'a: b | c: d']
	]);
});
