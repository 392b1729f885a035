// Node 20 cannot run TypeScript by itself; Vite, which is here anyway, can.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// What a command builds goes to learners.
process.env.NODE_ENV ??= 'production';

const command = fileURLToPath(new URL('./command.ts', import.meta.url));
const { module } = await runnerImport(command, {
	configFile: false,
	logLevel: 'error',
	root: fileURLToPath(new URL('../..', import.meta.url)),
	// The project's tsconfig extends one that only exists once SvelteKit has run.
	// @ts-expect-error Vite hands this on to its transformer, and leaves it out of its own types.
	oxc: { tsconfig: false }
});

// Whoever reads may stop reading: "| head".
process.stdout.on('error', (error) => {
	if ('code' in error && error.code === 'EPIPE') process.exit(0);
	throw error;
});

process.exitCode = await module.main(process.argv.slice(2), {
	out: (/** @type {string} */ text) => process.stdout.write(text),
	err: (/** @type {string} */ text) => process.stderr.write(text)
});
