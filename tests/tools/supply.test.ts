import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Entry {
	readonly resolved?: string;
	readonly integrity?: string;
	readonly link?: boolean;
}

function read(name: string): unknown {
	return JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
}

const { packages } = read('package-lock.json') as { packages: Record<string, Entry> };
const entries = Object.entries(packages).filter(([path]) => path !== '');

describe('every package', () => {
	it('of the lock file is held by a sha512, and comes from the registry', () => {
		expect(entries.length).toBeGreaterThan(100);
		const odd = entries.filter(
			([, { integrity = '', resolved, link }]) =>
				link === true ||
				!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ||
				(resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))
		);
		expect(odd.map(([path]) => path)).toEqual([]);
	});

	it('that Grasp names is named with one exact version', () => {
		const { devDependencies, dependencies = {} } = read('package.json') as Record<
			string,
			Record<string, string>
		>;
		const loose = Object.entries({ ...devDependencies, ...dependencies }).filter(
			([, version]) => !/^\d+\.\d+\.\d+$/.test(version)
		);
		expect(loose).toEqual([]);
	});
});

/** The rooms whose code reaches a browser, and the worker. */
const SHIPPED = ['core', 'formats', 'bank', 'storage', 'ui', 'app', 'routes', 'player', 'worker'];
/** Makes files that are the builder's alone. */
const AT_BUILD = new Set(['@valibot/to-json-schema']);
const MOST = 12;

function listShipped(): readonly string[] {
	const source = new URL('../../src/', import.meta.url);
	const files = SHIPPED.flatMap((room) =>
		readdirSync(new URL(room, source), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`)
	).filter(
		(file) => /\.(ts|svelte)$/.test(file) && !/\.test\.ts$/.test(file) && !file.includes('/compiled/')
	);
	const names = files.flatMap((file) =>
		[
			...readFileSync(new URL(file, source), 'utf8').matchAll(
				/^\s*(?:import|export) (?!type )[^;]*?from '([a-z@][^':]*)'/gm
			)
		].map(([, name]) => nameOf(name!))
	);
	// What the rooms call `$app` is SvelteKit.
	return [...new Set([...names, '@sveltejs/kit'])].filter((name) => !AT_BUILD.has(name)).sort();
}

/** "@a/b" for "@a/b/c"; the parts of Workbox are one. */
function nameOf(specifier: string): string {
	const [, name = specifier] = /^((?:@[^/]+\/)?[^/]+)/.exec(specifier) ?? [];
	return name.startsWith('workbox-') ? 'workbox-precaching' : name;
}

it('what ships is at most twelve packages, each with its reason', () => {
	const decisions = readFileSync(new URL('../../src/DECISIONS.md', import.meta.url), 'utf8');
	const [, table = ''] = /## What ships to the learner, and why\n(.*?)\n## /s.exec(decisions) ?? [];
	const told = [...table.matchAll(/^\| ([^|]+)\|/gm)].flatMap(([, cell]) =>
		cell!.split(',').map((name) => name.trim())
	);
	const shipped = listShipped();
	expect(shipped.filter((name) => !told.includes(name))).toEqual([]);
	expect(shipped.length, shipped.join(', ')).toBeLessThanOrEqual(MOST);
});

it('the headers for a host keep Grasp out of frames, and name no other origin', () => {
	const headers = readFileSync(new URL('../../static/_headers', import.meta.url), 'utf8');
	expect(headers).toContain("frame-ancestors 'none'");
	for (const name of [
		'Referrer-Policy: no-referrer',
		'Permissions-Policy: ',
		'Cross-Origin-Opener-Policy: same-origin'
	])
		expect(headers).toContain(name);
	expect(headers).not.toMatch(/https?:/);
});
