import { describe, expect, it } from 'vitest';
import { compareIssues, makeIssueLine, type Issue } from './issue.ts';

function anIssue(file: string, line: number, column: number): Issue {
	return { code: 'schema/missing', message: 'Expected an id.', where: { file, line, column } };
}

describe('makeIssueLine', () => {
	it('begins with a place that editors turn into a link', () => {
		const line = makeIssueLine(anIssue('questions/a/01.yaml', 3, 5));
		expect(line).toBe('questions/a/01.yaml:3:5 schema/missing Expected an id.');
	});
});

describe('compareIssues', () => {
	it('sorts by file, then line, then column, each as what it is', () => {
		const sorted = [
			anIssue('a.yaml', 2, 9),
			anIssue('a.yaml', 2, 10),
			anIssue('a.yaml', 10, 1),
			anIssue('b.yaml', 1, 1)
		];
		expect([...sorted].reverse().sort(compareIssues)).toEqual(sorted);
	});

	it('finds two issues of one place equal', () => {
		expect(compareIssues(anIssue('a.yaml', 1, 1), anIssue('a.yaml', 1, 1))).toBe(0);
	});
});
