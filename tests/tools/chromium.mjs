/**
 * Finds a Chromium for the tests; run as a command, installs one where there is none.
 * An environment variable goes first, then the path, then what Playwright has fetched for itself.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const VARIABLES = ['GRASP_CHROMIUM', 'CHROME_PATH', 'CHROMIUM_PATH'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const FIXED = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:/Program Files/Google/Chrome/Application/chrome.exe'
];

/** Root has no sandbox of its own; the rest keeps the browser from calling home. */
export const CHROMIUM_FLAGS = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run'
];

/** @returns {string | undefined} where the browser's program is */
export function findChromium() {
	const named = VARIABLES.map((name) => process.env[name]).find((path) => path);
	if (named) return named;
	const folders = (process.env.PATH ?? '').split(delimiter);
	const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isRunnable);
	return found ?? FIXED.find(existsSync) ?? findPlaywrights();
}

/** @param {string} path */
function isRunnable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function findPlaywrights() {
	const { chromium } = createRequire(import.meta.url)('playwright');
	const path = chromium.executablePath();
	return existsSync(path) ? path : undefined;
}

function installChromium() {
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		run('apt-get', ['update', '-qq']);
		run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
	}
	if (findChromium()) return;
	const package_ = createRequire(import.meta.url).resolve('playwright/package.json');
	run(process.execPath, [join(dirname(package_), 'cli.js'), 'install', 'chromium']);
}

/**
 * @param {string} command
 * @param {readonly string[]} words
 */
function run(command, words) {
	spawnSync(command, words, {
		stdio: ['ignore', 2, 2],
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	if (!findChromium()) installChromium();
	const path = findChromium();
	if (path === undefined) {
		console.error(
			'No Chromium was found and none could be installed: install one, or set CHROME_PATH to its program.'
		);
		process.exit(1);
	}
	console.log(`${path}: ${execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()}`);
}
