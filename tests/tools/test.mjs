/**
 * All that must hold before a change lands. Runs every step, also behind one that failed, and ends in a
 * line that says how many tests passed and failed; a step without tests of its own counts as one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'grasp-test-'));
const unitReport = join(folder, 'units.json');
const journeyReport = join(folder, 'journeys.json');

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command
 * @property {() => { passed: number, failed: number }} [count] reads how many tests there were
 * @property {string} [needs] a step that must have passed
 */

/** @type {readonly Step[]} */
const STEPS = [
	{ name: 'a Chromium to test in', command: ['node', 'tests/tools/chromium.mjs'] },
	{ name: 'generated files', command: ['npm', 'run', '--silent', 'sync'] },
	{ name: 'format', command: ['npm', 'run', '--silent', 'format'] },
	{ name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
	{ name: 'types', command: ['npm', 'run', '--silent', 'types'] },
	{
		name: 'question schemas are current',
		command: ['npm', 'run', '--silent', 'questions', 'schema', '--', '--check']
	},
	{ name: 'question bank', command: ['npm', 'run', '--silent', 'questions', 'check'] },
	{ name: 'question ids', command: ['npm', 'run', '--silent', 'questions', 'ids', '--', '--check'] },
	{ name: 'item-writing lint', command: ['npm', 'run', '--silent', 'questions', 'lint'] },
	{ name: 'nothing is won by guessing', command: ['npm', 'run', '--silent', 'questions', 'guess'] },
	{ name: 'coverage', command: ['npm', 'run', '--silent', 'questions', 'coverage', '--', '--strict'] },
	{
		name: 'units and laws',
		command: [
			'npx',
			'vitest',
			'run',
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${unitReport}`
		],
		count: countUnits
	},
	{ name: 'build', command: ['npm', 'run', '--silent', 'build'] },
	{
		name: 'journeys',
		command: ['npm', 'run', '--silent', 'journeys', '--', '--reporter=list,json'],
		count: countJourneys,
		needs: 'build'
	}
];

function countUnits() {
	const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(unitReport, 'utf8'));
	return { passed: numPassedTests, failed: numFailedTests };
}

function countJourneys() {
	const { expected, unexpected, flaky } = JSON.parse(readFileSync(journeyReport, 'utf8')).stats;
	return { passed: expected + flaky, failed: unexpected };
}

/**
 * @param {Step} step
 * @returns {{ passed: number, failed: number }}
 */
function runStep({ name, command, count }) {
	console.log(`\n── ${name}`);
	const [program = '', ...words] = command;
	const { status } = spawnSync(program, words, {
		stdio: 'inherit',
		env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport }
	});
	const isGood = status === 0;
	try {
		const counted = count?.() ?? { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
		// A run can fail beside its tests: an error that nobody caught.
		return isGood || counted.failed > 0 ? counted : { ...counted, failed: 1 };
	} catch {
		return { passed: 0, failed: 1 };
	}
}

/** @type {string[]} */
const failedSteps = [];
let passed = 0;
let failed = 0;
for (const step of STEPS) {
	const counted = step.needs && failedSteps.includes(step.needs) ? { passed: 0, failed: 1 } : runStep(step);
	passed += counted.passed;
	failed += counted.failed;
	if (counted.failed > 0) failedSteps.push(step.name);
	// Without generated files, or a browser, what follows says nothing.
	if (counted.failed > 0 && STEPS.indexOf(step) < 2) break;
}
rmSync(folder, { recursive: true, force: true });

if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}.`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
