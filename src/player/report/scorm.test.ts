import { describe, expect, it } from 'vitest';
import * as runTime12 from 'scorm-again/scorm12';
import * as runTime2004 from 'scorm-again/scorm2004';
import type { AnswerReport } from './answer-report.ts';
import type { Standing } from './reporter.ts';
import { isoSpan, makeScorm12, makeScorm2004, type ScormApi } from './scorm.ts';

type RunTime = new (settings: object) => object;
/** Their types know of a default export, which the modules do not have. */
const { Scorm12API } = runTime12 as unknown as { Scorm12API: RunTime };
const { Scorm2004API } = runTime2004 as unknown as { Scorm2004API: RunTime };
const QUIET = { autocommit: false, logLevel: 5 } as const;
const standing: Standing = { marks: '1.k3x9.r', score: 0.25, isDone: false, hasPassed: false };
const report: AnswerReport = {
	id: 'opening-order',
	type: 'sequencing',
	language: 'en',
	prompt: 'Put the steps in order. '.repeat(20),
	response: ['b', 'a'],
	correct: ['a', 'b'],
	right: false,
	score: 0.5,
	spentMillis: 3_725_250,
	atMillis: Date.UTC(2026, 1, 3, 4, 5, 6, 780)
};

function cmiOf(api: object): Record<string, Record<string, unknown>> {
	return JSON.parse(JSON.stringify((api as { cmi: unknown }).cmi)) as Record<string, Record<string, unknown>>;
}

const REPORTS: readonly AnswerReport[] = [
	report,
	{ ...report, type: 'choice', response: ['under', 'over'], correct: ['over'] },
	{ ...report, type: 'true-false', response: ['true'], correct: ['false'], score: 0 },
	{ ...report, type: 'numeric', response: ['34.81'], correct: ['35'], right: true, score: 1 },
	{ ...report, type: 'fill-in', response: ['Wort'.repeat(200)], correct: ['word'] },
	{ ...report, type: 'fill-in', response: ['one', 'two'], correct: ['eins', 'zwei'] },
	{ ...report, type: 'matching', response: [['a', 'x']], correct: [['a', 'y']] },
	{ ...report, type: 'choice', response: [], correct: ['over'], score: 0 }
];

describe.each([
	['1.2', () => new Scorm12API(QUIET), makeScorm12],
	['2004', () => new Scorm2004API(QUIET), makeScorm2004]
] as const)('SCORM %s, spoken to a run-time of its own', (_, makeApi, make) => {
	it.each(REPORTS.map((each, index) => [index, each] as const))('takes answer %i', async (index, each) => {
		const api = makeApi();
		const reporter = make(api as unknown as ScormApi);
		expect(await reporter.open()).toBeUndefined();
		await reporter.tell(standing, each);
		expect(cmiOf(api)['interactions']![0]).toMatchObject({ id: 'opening-order', type: each.type });
		expect(index).toBeGreaterThanOrEqual(0);
	});

	it('gives back what was kept, and says when all is done', async () => {
		const api = makeApi();
		const reporter = make(api as unknown as ScormApi, () => 0);
		await reporter.open();
		await reporter.tell({ ...standing, score: 0.8, isDone: true, hasPassed: true });
		reporter.close();
		reporter.close();
		const cmi = cmiOf(api);
		expect(JSON.stringify(cmi)).toContain('"passed"');
		expect(cmi['suspend_data']).toBe('1.k3x9.r');
		expect(JSON.stringify(cmi)).toMatch(/"raw":"?80"?/);
	});

	it('does without keeping what is too long, and never fails for it', async () => {
		const api = makeApi();
		const reporter = make(api as unknown as ScormApi);
		await reporter.open();
		await reporter.tell({ ...standing, marks: 'r'.repeat(70_000) });
		expect(cmiOf(api)['suspend_data']).toBe('');
	});
});

it('says why a platform refuses, in its own words', async () => {
	const refusing: ScormApi = {
		LMSInitialize: () => 'false',
		LMSGetLastError: () => '101',
		LMSGetErrorString: () => 'General exception'
	};
	await expect(makeScorm12(refusing).open()).rejects.toThrow('101 General exception');
});

it('tells what is wrong with one field after all others are written', async () => {
	const written: string[] = [];
	const picky: ScormApi = {
		Initialize: () => 'true',
		GetValue: () => '',
		SetValue: (name) => {
			written.push(name!);
			return name!.endsWith('latency') ? 'false' : 'true';
		},
		Commit: () => 'true',
		GetLastError: () => '406',
		GetErrorString: () => 'Type mismatch'
	};
	const reporter = makeScorm2004(picky);
	await reporter.open();
	await expect(reporter.tell(standing, report)).rejects.toThrow('latency 406 Type mismatch');
	expect(written).toContain('cmi.suspend_data');
});

it.each([
	[0, 'PT0S'],
	[1500, 'PT1.5S'],
	[3_725_250, 'PT1H2M5.25S']
])('%i milliseconds are %s', (millis, span) => expect(isoSpan(millis)).toBe(span));
