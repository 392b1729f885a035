import { findFaults } from './axe.ts';
import { courseOf } from './bank.ts';
import { Faults } from './faults.ts';
import { expect, test } from './site.ts';
import { answerAnything, goOn, openStudy, press, verdict } from './steps.ts';
import { visitAll } from './visit-all.ts';
import { say } from './words.ts';

test.use({ site: 'kinds' });

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing to object to on any screen, in ${colorScheme}`, async ({ browser, host, site }) => {
		test.slow();
		// axe itself would break the policy that the app keeps.
		const context = await browser.newContext({
			...{ bypassCSP: true, colorScheme, reducedMotion: 'reduce', baseURL: host.address },
			viewport: { width: 360, height: 740 }
		});
		const page = await context.newPage();
		const found: string[] = [];
		await visitAll(page, site, async (screen) => {
			const violations = await findFaults(page);
			found.push(...violations.map((violation) => `${screen}: ${violation}`));
		});
		expect(found).toEqual([]);
		await context.close();
	});
}

for (const { name, width, size } of [
	{ name: '320 pixels wide', width: 320, size: '100%' },
	{ name: 'with text at 200 %', width: 360, size: '200%' }
]) {
	test(`nothing has to be scrolled sideways ${name}`, async ({ page, site, faults }) => {
		test.slow();
		faults.allow(/404|Not found: /);
		await page.setViewportSize({ width, height: 640 });
		const wide: string[] = [];
		await visitAll(page, site, async (screen) => {
			const over = await page.evaluate((rootSize) => {
				document.documentElement.style.fontSize = rootSize;
				const { scrollWidth, clientWidth } = document.documentElement;
				return scrollWidth - clientWidth;
			}, size);
			if (over > 0) wide.push(`${screen}: ${over} px`);
		});
		expect(wide).toEqual([]);
	});
}

test('the real course fits 320 pixels with text at 200 %', async ({ browser, shelf }) => {
	test.slow();
	const faults = new Faults();
	const { Host } = await import('./host.ts');
	const host = new Host(shelf, 'main');
	await host.start();
	const context = await browser.newContext({ baseURL: host.address, viewport: { width: 320, height: 640 } });
	await faults.watch(context, host.origin);
	const page = await context.newPage();
	const wide: string[] = [];
	for (const { id } of courseOf('main').sections) {
		await openStudy(page, 'main', id);
		for (const scene of ['asked', 'answered']) {
			await page.locator('main').locator('input, select, button').first().waitFor();
			const over = await page.evaluate(() => {
				document.documentElement.style.fontSize = '200%';
				return document.documentElement.scrollWidth - document.documentElement.clientWidth;
			});
			if (over > 0) wide.push(`${id}, ${scene}: ${over} px`);
			if (scene === 'asked') await answerAnything(page, 'main', { wish: 'wrong' });
		}
		await goOn(page);
		await press(page, say('certainty_sure')).waitFor();
	}
	expect(wide).toEqual([]);
	faults.check();
	await context.close();
	await host.stop();
});

test('nothing moves for those who asked for less motion', async ({ page, site }) => {
	const moving = () =>
		page.evaluate(
			() =>
				[...document.querySelectorAll('*')].filter((element) =>
					getComputedStyle(element)
						.transitionDuration.split(', ')
						.some((duration) => duration !== '0s')
				).length
		);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openStudy(page, site, 'kinds');
	expect(await moving()).toBe(0);
	await answerAnything(page, site);
	await expect(verdict(page)).toBeVisible();
	expect(await moving()).toBe(0);
	expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('a keyboard finds the way past the head first, and sees where it is', async ({ page }) => {
	await page.goto('');
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: say('skip_to_content') });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	const start = page.getByRole('link', { name: say('home_start'), exact: true });
	await expect(start).toBeFocused();
	expect(await start.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
});
