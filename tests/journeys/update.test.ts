import type { Page } from '@playwright/test';
import { courseOf } from './bank.ts';
import { readAnswers, waitForWorker } from './device.ts';
import { expect, test } from './site.ts';
import { NEWER_WORDS } from './sites.ts';
import {
	answerAll,
	answerAnything,
	expectPosition,
	goOn,
	openStudy,
	press,
	prompt,
	summary,
	verdict
} from './steps.ts';
import { say } from './words.ts';

test.use({ site: 'kinds' });

test('a new version waits for the learner: no reload in a session, an offer at its end, one tap to take it', async ({
	page,
	host,
	site
}) => {
	test.slow();
	await page.goto('');
	await waitForWorker(page);
	await openStudy(page, site, 'kinds');
	await answerAnything(page, site);
	await goOn(page);
	await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
	host.deploy('newer');
	await findUpdate(page);
	await answerAll(page, site);
	expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
	await expect(summary(page)).toBeVisible();
	await expect(page.getByText(say('update_ready'))).toBeVisible();

	await page.getByRole('link', { name: say('nav_leave') }).click();
	await expect(page.getByRole('heading', { name: say('app_claim'), exact: true })).toBeVisible();
	await press(page, say('update_take')).click();
	// The new worker copies the old version's parts aside before it takes over.
	await expect(page.getByRole('heading', { name: NEWER_WORDS })).toBeVisible({ timeout: 20_000 });
	await page.goto('settings');
	await expect(page.getByText(say('settings_version', { version: 'second' }))).toBeVisible();
	expect(await readAnswers(page)).toHaveLength(10);
});

test('a tab of the old version goes on after another tab took the new one, with parts it had not loaded', async ({
	page,
	context,
	host,
	site
}) => {
	test.slow();
	const { sections } = courseOf(site);
	await openStudy(page, site, 'second');
	await waitForWorker(page);
	// The view of typed answers has not been asked for yet: this section has none.
	host.deploy('newer');
	await findUpdate(page);

	const other = await context.newPage();
	await other.goto('');
	await press(other, say('update_take')).click();
	await expect(other.getByRole('heading', { name: NEWER_WORDS })).toBeVisible();
	await other.close();

	await answerAll(page, site);
	await press(page, say('summary_next')).click();
	await expect(prompt(page)).toHaveText(sections[0]!.questions[0]!.prompt);
	const { length } = await answerAll(page, site);
	await expect(page.getByText(`${length} of ${length} questions right`)).toBeVisible();
	expect(await readAnswers(page)).toHaveLength(length + 1);

	await page.goto('');
	// The new worker copies the old version's parts aside before it takes over.
	await expect(page.getByRole('heading', { name: NEWER_WORDS })).toBeVisible({ timeout: 20_000 });
});

test('an open session goes on in the new version', async ({ page, host, site }) => {
	await page.goto('');
	await waitForWorker(page);
	await openStudy(page, site, 'kinds');
	await answerAnything(page, site);
	host.deploy('newer');
	await findUpdate(page);
	await page.goto('');
	await press(page, say('update_take')).click();
	// The new worker copies the old version's parts aside before it takes over.
	await expect(page.getByRole('heading', { name: NEWER_WORDS })).toBeVisible({ timeout: 20_000 });
	await page.getByRole('link', { name: say('home_continue'), exact: true }).click();
	await expect(verdict(page)).toContainText(say('verdict_right'));
	await goOn(page);
	await expectPosition(page, 2, 10);
});

/** Until the new version stands ready and waits. */
async function findUpdate(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
		while (registration.waiting === null) await new Promise((later) => setTimeout(later, 20));
	});
}
