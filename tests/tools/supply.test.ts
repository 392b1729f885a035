import { readFileSync } from 'node:fs';
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
