import type { Page } from '@playwright/test';
import { readAnswers, waitForWorker } from './device.ts';
import { expect, test } from './site.ts';
import { answerAnything, goOn, openStudy, prompt } from './steps.ts';
import { say } from './words.ts';

test.use({ site: 'kinds' });

test('a first installation behind a portal that answers everything is refused, and the next one succeeds', async ({
	page,
	host,
	site,
	faults
}) => {
	// Says that the installation has failed.
	faults.allow(/integrity|ServiceWorker|Failed to|bad-precaching/i);
	// The page and its parts have come just before the portal stepped in.
	host.becomePortal(/^\/$|^\/_app\/|^\/sw\.js$/);
	await page.goto('');
	await expect(page.getByRole('heading', { name: say('app_claim') })).toBeVisible();
	await expect.poll(() => host.asked.includes('/sw.js'), { timeout: 15_000 }).toBe(true);
	await expect.poll(() => workerStates(page), { timeout: 15_000 }).toEqual([]);
	expect(await portalBytes(page)).toEqual([]);
	host.endPortal();
	await openStudy(page, site, 'kinds');
	await answerAnything(page, site);
	await waitForWorker(page);
	expect(await portalBytes(page)).toEqual([]);
});

test('a portal that answers for the worker itself leaves the page as it is', async ({
	page,
	host,
	site,
	faults
}) => {
	faults.allow(/ServiceWorker|unsupported MIME|Failed to register/i);
	host.becomePortal(/^(?!\/sw\.js)/);
	await openStudy(page, site, 'kinds');
	await expect.poll(() => host.asked.includes('/sw.js'), { timeout: 15_000 }).toBe(true);
	await answerAnything(page, site);
	expect(await workerStates(page)).toEqual([]);
	host.endPortal();
	await page.reload();
	await waitForWorker(page);
	expect(await readAnswers(page)).toHaveLength(1);
});

test('an update behind a portal is refused, and the version that was there goes on', async ({
	page,
	context,
	host,
	site,
	faults
}) => {
	faults.allow(/integrity|ServiceWorker|Failed to|bad-precaching|net::ERR/i);
	await page.goto('');
	await waitForWorker(page);
	host.deploy('newer');
	host.becomePortal(/^\/sw\.js$/);
	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
		const worker = registration.installing;
		if (worker === null) throw new Error('No update was found.');
		while (worker.state !== 'redundant') {
			if (worker.state === 'installed') throw new Error('The portal was installed.');
			await new Promise((later) => setTimeout(later, 20));
		}
	});
	expect(await portalBytes(page)).toEqual([]);
	expect(await workerStates(page)).toEqual(['active']);
	await host.stop();
	await context.setOffline(true);
	await page.reload();
	await expect(page.getByRole('heading', { name: say('app_claim'), exact: true })).toBeVisible();
	await openStudy(page, site, 'kinds');
	for (let answer = 0; answer < 4; answer += 1) {
		await answerAnything(page, site);
		await goOn(page);
	}
	await expect(prompt(page)).toBeVisible();
});

/** Entries of any cache that hold the portal's page. */
function portalBytes(page: Page): Promise<readonly string[]> {
	return page.evaluate(async () => {
		const poisoned: string[] = [];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const text = await (await cache.match(request))!.text();
				if (text.includes('log in to the network')) poisoned.push(request.url);
			}
		}
		return poisoned;
	});
}

function workerStates(page: Page): Promise<readonly string[]> {
	return page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		return (['installing', 'waiting', 'active'] as const).filter((state) => registration?.[state]);
	});
}
