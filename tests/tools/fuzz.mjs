/**
 * Changed, cut and doubled files at every reader, for as long as one likes; the short run is among the units.
 *
 *     npm run fuzz                   # ten minutes
 *     npm run fuzz -- --minutes 60
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const until = Date.now() + Number(values.minutes) * 60_000;
const RUNS = 20_000;

let rounds = 0;
while (Date.now() < until) {
	// Each round draws seeds of its own; one that finds something prints it.
	const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'node', 'src/formats/fuzz'], {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, GRASP_FUZZ_RUNS: String(RUNS) }
	});
	if (status !== 0) process.exit(1);
	rounds++;
	console.log(`${rounds * RUNS} files a reader, none of which did more than be read or refused`);
}
