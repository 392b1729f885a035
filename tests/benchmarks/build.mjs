/** Builds the site around a bank of a given size, away from the working folder: both may be at work at once. */
import { spawn } from 'node:child_process';
import { cp, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCourse, writeFloor } from './generate.mjs';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const COPIED = ['src', 'static', 'package.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'];

/** A hundred thousand questions are read at once. In megabytes. */
const BUILD_MEMORY = 6000;

/**
 * @typedef {object} Sites
 * @property {string} grasp folder of the built site
 * @property {string} floor folder of the floor page with the same questions
 */

/**
 * @param {string} temporary
 * @param {number} count of questions
 * @returns {Promise<Sites>}
 */
export async function buildSites(temporary, count) {
	const workshop = join(temporary, 'workshop');
	const questions = join(temporary, `questions-${count}`);
	await copyProject(workshop);
	await writeCourse(questions, count);
	await runBuild(workshop, questions);
	const sites = { grasp: join(temporary, `grasp-${count}`), floor: join(temporary, `floor-${count}`) };
	await rename(join(workshop, 'build'), sites.grasp);
	await writeFloor(sites.floor, count);
	await rm(questions, { recursive: true });
	return sites;
}

/** @param {string} workshop */
async function copyProject(workshop) {
	await rm(workshop, { recursive: true, force: true });
	await mkdir(workshop);
	for (const name of COPIED) await cp(join(PROJECT, name), join(workshop, name), { recursive: true });
	await symlink(join(PROJECT, 'node_modules'), join(workshop, 'node_modules'), 'dir');
}

/**
 * @param {string} workshop
 * @param {string} questions
 * @returns {Promise<void>}
 */
function runBuild(workshop, questions) {
	const env = {
		...process.env,
		GRASP_QUESTIONS: questions,
		GRASP_BASE: '',
		// The copy has no history to take a version from.
		GRASP_VERSION: 'bench',
		NODE_OPTIONS: `--max-old-space-size=${BUILD_MEMORY}`
	};
	const program = join(PROJECT, 'node_modules/vite/bin/vite.js');
	const child = spawn(process.execPath, [program, 'build', '--logLevel', 'warn'], { cwd: workshop, env });
	let said = '';
	child.stdout.on('data', (text) => (said += text));
	child.stderr.on('data', (text) => (said += text));
	return new Promise((built, failed) => {
		child.on('error', failed);
		child.on('exit', (code) => {
			if (code === 0) built();
			else failed(new Error(`The build ended with ${code}:\n${said}`));
		});
	});
}
