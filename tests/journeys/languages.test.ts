import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { findFaults } from './axe.ts';
import { readAnswers, waitForWorker } from './device.ts';
import { findMisfits, findUnmarked } from './fit.ts';
import { expect, test } from './site.ts';
import { folderOf } from './sites.ts';
import { press, prompt, summary, verdict } from './steps.ts';
import { visitAll } from './visit-all.ts';
import { say, speak } from './words.ts';

const COURSE = 'network-power';

/** Whatever is asked: the first option where there is one, else that one does not know. */
async function answerSomething(page: Page): Promise<void> {
	await prompt(page).waitFor();
	const option = page.locator('main fieldset[aria-labelledby="prompt"] label').first();
	await expect(async () => {
		if (await verdict(page).isVisible()) return;
		if (await option.isVisible()) await option.click({ timeout: 2000 });
		await press(page, say('certainty_sure')).click({ timeout: 2000 });
		if (await page.getByRole('alert').isVisible())
			await press(page, say('dont_know')).click({ timeout: 2000 });
		await verdict(page).waitFor({ timeout: 3000 });
	}).toPass();
}

async function goOn(page: Page): Promise<void> {
	const onward = press(page, say('next')).or(press(page, say('to_summary')));
	await expect(async () => {
		if (await verdict(page).isVisible()) await onward.click({ timeout: 2000 });
		await verdict(page).waitFor({ state: 'detached', timeout: 500 });
	}).toPass();
	await prompt(page).or(summary(page)).waitFor();
}

async function answerToSummary(page: Page): Promise<void> {
	while (!(await summary(page).isVisible())) {
		await answerSomething(page);
		await goOn(page);
	}
}

test.describe('a browser that wishes for Chinese', () => {
	test.use({ locale: 'zh-CN', language: 'zh' });

	test('is shown Chinese from the root on: page, course, question, feedback, summary, and offline', async ({
		page,
		context,
		host,
		faults
	}) => {
		test.setTimeout(120_000);
		// The page in English is left before it has used what it asked for.
		await page.goto(host.address);
		await expect(page).toHaveURL(`${host.address}zh/`);
		await expect(page.locator('html')).toHaveAttribute('lang', 'zh');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('app_claim'));
		await page.getByRole('link', { name: say('home_start'), exact: true }).click();
		await answerSomething(page);
		await expect(page.getByRole('complementary')).toContainText(/第\d+段第\d+句/);
		await goOn(page);
		await answerToSummary(page);
		await expect(summary(page)).toHaveText(say('summary_title'));

		await waitForWorker(page);
		await host.stop();
		await context.setOffline(true);
		faults.allow(/net::ERR_/);
		await page.reload();
		await expect(summary(page)).toHaveText(say('summary_title'));
		await page.goto('settings');
		await expect(page.getByText(say('settings_offline_ready'))).toBeVisible();
		expect(await readAnswers(page)).toHaveLength(10);
	});

	test('keeps query and place of an address', async ({ page, host }) => {
		await page.goto(`${host.address}lesson/${COURSE}?section=figures#claim-x`);
		await expect(page).toHaveURL(`${host.address}zh/lesson/${COURSE}?section=figures#claim-x`);
	});

	test('is shown English from then on, once that was chosen, with the same answers; and back', async ({
		page,
		host
	}) => {
		await page.goto(`study/${COURSE}`);
		await answerSomething(page);
		await page.goto('settings');
		await page.getByRole('link', { name: 'English' }).click();
		await expect(page).toHaveURL(`${host.address}settings`);
		speak('en');
		await page.getByRole('link', { name: say('nav_home') }).click();
		await expect(page.getByText(say('course_open_session', { answered: 1, questions: 10 }))).toBeVisible();
		await expect(page.getByRole('heading', { level: 2 }).first()).toHaveAttribute('lang', 'en');
		await page.goto(host.address);
		await page.waitForLoadState('networkidle');
		await expect(page).toHaveURL(host.address);

		await page.goto(`${host.address}settings`);
		await page.getByRole('link', { name: '中文' }).click();
		await expect(page).toHaveURL(`${host.address}zh/settings`);
		speak('zh');
		await page.goto('');
		await expect(page.getByText(say('course_open_session', { answered: 1, questions: 10 }))).toBeVisible();
	});
});

test('a language that is not on the device is named where there is no network, and nothing is left', async ({
	page,
	context,
	host,
	faults
}) => {
	await page.goto('settings');
	await waitForWorker(page);
	await host.stop();
	await context.setOffline(true);
	faults.allow(/net::ERR_|Not found: /);
	await page.getByRole('link', { name: '中文' }).click();
	await expect(page.getByText(say('settings_language_missing', { language: 'Chinese' }))).toBeVisible();
	await expect(page).toHaveURL(`${host.address}settings`);
	await page.goto('zh/settings');
	await expect(page.getByText(say('trouble_language', { language: 'Chinese' }))).toBeVisible();
});

for (const order of [
	['', 'zh/'],
	['zh/', '']
]) {
	test(`two languages keep their workers and their files apart, ${order[0] || 'English'} first`, async ({
		page,
		host
	}) => {
		for (const place of order) {
			await page.goto(place);
			await expect(page.locator('html')).toHaveAttribute('lang', place === '' ? 'en' : 'zh');
			await page.evaluate(async (scope) => {
				// Asked for by its own scope: the other's answers for it until it is there.
				const find = async () =>
					(await navigator.serviceWorker.getRegistrations()).find((each) => each.scope === scope)?.active;
				while ((await find())?.state !== 'activated') await new Promise((later) => setTimeout(later, 50));
			}, `${host.address}${place}`);
		}
		const kept = await page.evaluate(async () => {
			const files = ['/200.html', '/zh/200.html'];
			return Promise.all(files.map(async (file) => (await caches.match(file, { ignoreSearch: true }))?.ok));
		});
		expect(kept).toEqual([true, true]);
	});
}

test('an address of the Chinese site that leads nowhere says so in Chinese', async ({ page, faults }) => {
	faults.allow(/404|Not found: /);
	speak('zh');
	await page.goto('zh/no/such/page');
	await expect(page.getByText(say('trouble_gone'))).toBeVisible();
});

test('each manifest is in its language, and is known by an id of its own', async ({ page, host }) => {
	const read = async (path: string) =>
		(await (await page.request.get(`${host.address}${path}`)).json()) as Record<string, unknown>;
	expect(await read('manifest.webmanifest')).toMatchObject({ id: '/', scope: '/', lang: 'en' });
	speak('zh');
	expect(await read('zh/manifest.webmanifest')).toMatchObject({
		...{ id: '/zh/', scope: '/zh/', start_url: '/zh/', lang: 'zh', dir: 'ltr' },
		description: say('manifest_description')
	});
	await page.goto('zh/');
	await expect(page.locator('link[rel="manifest"]')).toHaveAttribute('href', '/zh/manifest.webmanifest');
});

test('no language’s script holds the words of another', () => {
	const scriptsOf = (folder: string): string =>
		readdirSync(join(folder, '_app'), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.js'))
			.map((file) => readFileSync(join(folder, '_app', file), 'utf8'))
			.join('\n');
	const english = scriptsOf(folderOf('main'));
	const chinese = scriptsOf(join(folderOf('main'), 'zh'));
	const names = ['settings_storage_kept', 'exam_setup_how', 'home_how', 'trouble_store_full', 'author_how'];
	const inEnglish = names.map((name) => say(name));
	speak('zh');
	const inChinese = names.map((name) => say(name));
	for (const words of inEnglish) {
		expect(english.includes(words), words).toBe(true);
		expect(chinese.includes(words), words).toBe(false);
	}
	for (const words of inChinese) {
		expect(chinese.includes(words), words).toBe(true);
		expect(english.includes(words), words).toBe(false);
	}
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing to object to in Chinese, in ${colorScheme}`, async ({ browser, host }) => {
		test.slow();
		speak('zh');
		const context = await browser.newContext({
			...{ bypassCSP: true, colorScheme, reducedMotion: 'reduce', locale: 'zh-CN' },
			...{ baseURL: `${host.address}zh/`, viewport: { width: 360, height: 740 } }
		});
		const page = await context.newPage();
		const found: string[] = [];
		const look = async (screen: string): Promise<void> => {
			const faults = [...(await findFaults(page)), ...(await findMisfits(page))];
			found.push(...faults.map((fault) => `${screen}: ${fault}`));
		};
		for (const address of ['', `course/${COURSE}`, `lesson/${COURSE}?section=scale`, 'settings', 'author']) {
			await page.goto(address);
			await page.waitForLoadState('networkidle');
			await look(address);
		}
		await page.goto(`study/${COURSE}`);
		while (!(await summary(page).isVisible())) {
			await prompt(page).waitFor();
			await look(`asked: ${await prompt(page).innerText()}`);
			await answerSomething(page);
			await look('answered');
			await goOn(page);
		}
		await look('summary');
		await page.goto(`progress/${COURSE}`);
		await page.locator('figure').first().waitFor();
		await look('progress');
		expect(found).toEqual([]);
		await context.close();
	});
}

for (const site of ['long', 'mirrored'] as const) {
	test.describe(`a language that nobody speaks, ${site}`, () => {
		test.use({ site });

		test('fits 360 pixels on every screen, and axe finds nothing to object to', async ({
			browser,
			host,
			baseURL
		}) => {
			test.slow();
			expect(baseURL).toBe(host.address);
			const context = await browser.newContext({
				...{ bypassCSP: true, reducedMotion: 'reduce', baseURL: host.address },
				viewport: { width: 360, height: 740 }
			});
			const page = await context.newPage();
			const found: string[] = [];
			await visitAll(page, site, async (screen) => {
				const direction = site === 'mirrored' ? 'rtl' : 'ltr';
				await expect(page.locator('body')).toHaveCSS('direction', direction);
				const faults = [...(await findFaults(page)), ...(await findMisfits(page))];
				if (site === 'mirrored') faults.push(...(await findUnmarked(page)));
				found.push(...faults.map((fault) => `${screen}: ${fault}`));
			});
			expect(found).toEqual([]);
			await context.close();
		});
	});
}
