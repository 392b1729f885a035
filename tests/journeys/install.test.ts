import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { courseOf } from './bank.ts';
import { waitForWorker } from './device.ts';
import { expect, test } from './site.ts';
import { folderOf } from './sites.ts';
import { answerAll, answerAnything, goOn, openStudy, press, prompt, summary } from './steps.ts';
import { say } from './words.ts';

interface Manifest {
	readonly id: string;
	readonly name: string;
	readonly description: string;
	readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose?: string }[];
	readonly shortcuts: readonly { readonly name: string; readonly url: string }[];
	readonly screenshots?: readonly { readonly src: string }[];
}

test('the browser finds nothing that keeps the app from being installed', async ({ page, context }) => {
	await page.goto('');
	await waitForWorker(page);
	const devtools = await context.newCDPSession(page);
	const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
	// A test's own context is a private one.
	expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
	const { errors } = await devtools.send('Page.getAppManifest');
	expect(errors).toEqual([]);
});

test('the manifest says what the app is, and every file it names is there', async ({ page, site, host }) => {
	const response = await page.request.get('manifest.webmanifest');
	const manifest = (await response.json()) as Manifest;
	expect(manifest.id).toBe('/');
	expect(manifest.name).toBe(say('app_name'));
	expect(manifest.description.length).toBeGreaterThan(40);
	expect(manifest.icons.map(({ purpose }) => purpose)).toEqual(
		expect.arrayContaining([undefined, 'maskable', 'monochrome'])
	);
	const hasScreenshots = existsSync(join(folderOf(site), 'screenshots'));
	const files = [...manifest.icons, ...(hasScreenshots ? (manifest.screenshots ?? []) : [])];
	for (const { src } of files) {
		const file = await page.request.get(new URL(src, host.address).href);
		expect(file.status(), src).toBe(200);
		expect(file.headers()['content-type'], src).toBe('image/png');
	}
});

test('the shortcuts lead to the questions and to the settings', async ({ page, site }) => {
	const { shortcuts } = (await (await page.request.get('manifest.webmanifest')).json()) as Manifest;
	expect(shortcuts.map(({ url }) => url)).toEqual(['/?go', '/settings']);
	const { questions } = courseOf(site).sections[0]!;
	await page.goto('?go');
	await expect(prompt(page)).toHaveText(questions[0]!.prompt);
	await answerAnything(page, site);
	await goOn(page);
	await page.goto('?go');
	await expect(prompt(page)).toHaveText(questions[1]!.prompt);
	await page.goto('settings');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('settings_title'));
});

for (const granted of [true, false]) {
	test(`the browser is asked once to keep the answers, after the first session; it says ${granted ? 'yes' : 'no'}`, async ({
		page,
		context,
		site
	}) => {
		let asked = 0;
		await context.exposeFunction('noteAsked', () => void (asked += 1));
		await context.addInitScript((answer) => {
			const world = globalThis as unknown as { noteAsked(): Promise<void> };
			StorageManager.prototype.persisted = async () => sessionStorage.getItem('asked') !== null && answer;
			StorageManager.prototype.persist = async () => {
				sessionStorage.setItem('asked', '');
				await world.noteAsked();
				return answer;
			};
		}, granted);
		await openStudy(page, site);
		await answerAnything(page, site);
		expect(asked).toBe(0);
		await goOn(page);
		await answerAll(page, site);
		await expect(summary(page)).toBeVisible();
		await expect.poll(() => asked).toBe(1);
		await page.reload();
		await expect(summary(page)).toBeVisible();
		await page.waitForTimeout(300);
		expect(asked, 'a reload asks no second time').toBe(1);
		await page.goto('settings');
		await expect(
			page.getByText(say(granted ? 'settings_storage_kept' : 'settings_storage_not_kept'))
		).toBeVisible();
		await expect(press(page, say('settings_storage_ask'))).toHaveCount(granted ? 0 : 1);
	});
}
