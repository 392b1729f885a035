// How much the schedule is worth, on simulated learners: see README.md.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({
	options: {
		seeds: { type: 'string' },
		days: { type: 'string' },
		claims: { type: 'string' },
		minutes: { type: 'string' }
	}
});
const report = fileURLToPath(new URL('./report.ts', import.meta.url));
const { module } = await runnerImport(report, {
	configFile: false,
	logLevel: 'error',
	root: fileURLToPath(new URL('../..', import.meta.url)),
	// As in the command line: the project's tsconfig extends one that SvelteKit has to make first.
	// @ts-expect-error Vite hands this on to its transformer, and leaves it out of its own types.
	oxc: { tsconfig: false }
});

const { seeds, days, claims, minutesPerDay } = module.DEFAULT_SETTINGS;
const settings = {
	seeds: readNumber(values.seeds, seeds),
	days: readNumber(values.days, days),
	claims: readNumber(values.claims, claims),
	minutesPerDay: readNumber(values.minutes, minutesPerDay)
};
for (const text of module.reportSimulation(settings)) process.stdout.write(`${text}\n`);

/**
 * @param {string | undefined} given
 * @param {number} otherwise
 */
function readNumber(given, otherwise) {
	const number = Number(given ?? otherwise);
	if (!(number > 0)) throw new RangeError(`"${given}" is no number above 0, such as ${otherwise}.`);
	return number;
}
