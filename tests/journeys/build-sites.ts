import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { NEWER_WORDS, SITES, SITES_VARIABLE, type SiteName } from './sites.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COURSES = join(ROOT, 'tests/fixtures/questions/good');
const COPIED = ['src', 'static', 'package.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'];

const run = promisify(execFile);

/**
 * Takes the site as it was built, and builds the other ones in copies of the sources, so that nothing in
 * the working tree moves. Playwright takes it as a file's default.
 */
// eslint-disable-next-line no-restricted-syntax
export default async function buildSites(): Promise<(() => Promise<void>) | undefined> {
	if (process.env[SITES_VARIABLE]) return undefined;
	if (!existsSync(join(ROOT, 'build/sw.js'))) {
		throw new Error('There is no site in build/ to try: run "npm run build" first.');
	}
	const folder = await mkdtemp(join(tmpdir(), 'grasp-sites-'));
	process.env[SITES_VARIABLE] = folder;
	await cp(join(ROOT, 'build'), join(folder, 'main'), { recursive: true });
	await Promise.all([build(folder, 'kinds'), build(folder, 'newer', renew), build(folder, 'below')]);
	await Promise.all([build(folder, 'long'), build(folder, 'mirrored')]);
	return () => rm(folder, { recursive: true });
}

async function build(
	folder: string,
	site: SiteName,
	change?: (sources: string) => Promise<void>
): Promise<void> {
	const sources = join(folder, `${site}-sources`);
	await mkdir(sources);
	for (const name of COPIED) await cp(join(ROOT, name), join(sources, name), { recursive: true });
	await cp(COURSES, join(sources, 'questions'), { recursive: true });
	await cp(join(ROOT, 'questions/README.md'), join(sources, 'questions/README.md'));
	await symlink(join(ROOT, 'node_modules'), join(sources, 'node_modules'));
	await change?.(sources);
	const { base, version, language } = SITES[site];
	const env = {
		...process.env,
		// A language's site stands below its tag by itself.
		...(language === undefined ? { GRASP_BASE: base } : { GRASP_BASE: '', GRASP_LANGUAGE: language }),
		...{ GRASP_VERSION: version, GRASP_QUESTIONS: '' }
	};
	const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
	await run(process.execPath, [vite, 'build'], { cwd: sources, env });
	await cp(join(sources, 'build', language ?? ''), join(folder, site), { recursive: true });
}

/** Other words in the app, in a view that comes late, and in a section: other files under other names. */
async function renew(sources: string): Promise<void> {
	await replaceIn(join(sources, 'src/ui/messages/en.json'), {
		'Learn what a text claims, and keep it.': NEWER_WORDS,
		'"Your number"': '"Your own number"'
	});
	await replaceIn(join(sources, 'questions/networks/01-kinds.yaml'), {
		'Praise, gap, effort.': 'First praise, then gap, then effort.'
	});
}

async function replaceIn(file: string, words: Readonly<Record<string, string>>): Promise<void> {
	let text = await readFile(file, 'utf8');
	for (const [old, fresh] of Object.entries(words)) {
		if (!text.includes(old)) throw new Error(`${file} no longer says ${old}`);
		text = text.replace(old, fresh);
	}
	await writeFile(file, text);
}
