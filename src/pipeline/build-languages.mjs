/** Builds the site in every language, the main one first: each other is put into a folder of what is there then. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { listLanguages } from './languages.mjs';

const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
const wanted = process.env.GRASP_LANGUAGE ? [process.env.GRASP_LANGUAGE] : listLanguages();

for (const GRASP_LANGUAGE of wanted) {
	const { status } = spawnSync(process.execPath, [vite, 'build'], {
		stdio: 'inherit',
		env: { ...process.env, GRASP_LANGUAGE }
	});
	if (status !== 0) process.exit(status ?? 1);
}
