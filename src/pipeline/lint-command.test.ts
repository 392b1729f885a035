import { scoreRules } from '#bank/lint/score.ts';
import { describe, expect, it } from 'vitest';
import { main } from './command.ts';
import { readLabelled } from './labelled.ts';

async function run(...args: string[]) {
	let out = '';
	const code = await main(['questions', 'lint', ...args], {
		out: (text) => (out += text),
		err: (text) => (out += text)
	});
	return { code, out };
}

describe('questions lint', () => {
	it('tells place, rule, severity, guideline and how to mend, and counts', async () => {
		const { code, out } = await run('tests/fixtures/lint/courses');
		expect(out).toContain(
			'tests/fixtures/lint/courses/rivers/01-europe.yaml:15:15 lint/all-of-the-above error the option "All of these" takes in the other options\n    Use kind: multiple-choice, or replace the option by a plausible mistake. (Haladyna, Downing & Rodriguez 2002, no. 26)\n'
		);
		expect(out).toContain(
			'tests/fixtures/lint/courses/rivers/01-europe.zh.yaml:7:13 lint/negative-stem warning '
		);
		expect(out).toMatch(/\n1 error, \d+ warnings? in 2 files\n$/);
		expect(code).toBe(1);
	});

	it('tells what keeps a course from being read', async () => {
		const { code, out } = await run('tests/fixtures/questions/bad/no-key');
		expect(out).toContain('choice/no-key');
		expect(code).toBe(1);
	});

	it('scores the rules by labelled items', async () => {
		const { code, out } = await run('--score');
		expect(out).toMatch(/^rule +hits +alarms +misses +precision +recall\n/);
		expect(out).toMatch(/\noverall +\d+/);
		expect(code).toBe(0);
	});
});

describe('the labelled items', () => {
	it('are many, half of them sound, and the rules agree with most labels', async () => {
		const { value: items = [], issues } = await readLabelled('tests/fixtures/lint');
		expect(issues).toEqual([]);
		expect(items.filter(({ expected }) => expected.length > 0).length).toBeGreaterThanOrEqual(60);
		expect(items.filter(({ expected }) => expected.length === 0).length).toBeGreaterThanOrEqual(60);
		const overall = scoreRules(items).at(-1)!;
		expect(overall.recall).toBeGreaterThanOrEqual(0.9);
		expect(overall.precision).toBeGreaterThanOrEqual(0.85);
	});
});
