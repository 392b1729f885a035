import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite } from './serve.mjs';

let folder: string;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'grasp-serve-'));
	const root = join(folder, 'site');
	await mkdir(join(root, '_app/immutable'), { recursive: true });
	await writeFile(join(folder, 'secret.txt'), 'secret');
	await writeFile(join(root, 'index.html'), 'home');
	await writeFile(join(root, '200.html'), 'fallback');
	await writeFile(join(root, 'settings.html'), 'settings');
	await writeFile(join(root, '_app/immutable/a.js'), 'script'.repeat(100));
	site = await serveSite(root, { base: '/grasp' });
});

afterAll(async () => {
	await site.close();
	await rm(folder, { recursive: true });
});

/** `fetch` would tidy the path before it asks. */
function get(
	path: string
): Promise<{ status: number | undefined; body: string; headers: Record<string, unknown> }> {
	const { hostname, port } = new URL(site.address);
	return new Promise((resolve, reject) => {
		request({ hostname, port, path, headers: { 'accept-encoding': 'br' } }, (response) => {
			let body = '';
			response.on('data', (part) => (body += part));
			response.on('end', () => resolve({ status: response.statusCode, body, headers: response.headers }));
		})
			.on('error', reject)
			.end();
	});
}

describe('the site’s server', () => {
	it('answers a clean address with its page, whatever the query', async () => {
		expect((await fetch(`${site.address}settings?x=1`)).status).toBe(200);
		expect(await (await fetch(`${site.address}settings`)).text()).toBe('settings');
		expect(await (await fetch(site.address)).text()).toBe('home');
	});

	it('answers an unknown page with the fallback, and a missing file with 404', async () => {
		expect(await (await fetch(`${site.address}study/unknown`)).text()).toBe('fallback');
		expect((await get('/grasp/_app/immutable/gone.js')).status).toBe(404);
	});

	it('gives nothing from outside of its folder', async () => {
		for (const path of [
			'/grasp/../secret.txt',
			'/grasp/%2e%2e/secret.txt',
			'/grasp/..%2fsecret.txt',
			'/secret.txt'
		]) {
			const { status, body } = await get(path);
			expect([status, body.includes('secret')], path).toEqual([404, false]);
		}
		expect((await get('/grasp/%zz')).status).toBe(404);
	});

	it('compresses, and lets hashed files be kept for good', async () => {
		const { headers } = await get('/grasp/_app/immutable/a.js');
		expect(headers['content-encoding']).toBe('br');
		expect(headers['cache-control']).toContain('immutable');
		expect((await get('/grasp/')).headers['cache-control']).toBe('no-cache');
	});
});
