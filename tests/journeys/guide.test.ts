import { waitForWorker } from './device.ts';
import { expect, test } from './site.ts';
import { say } from './words.ts';

test('the guide for authors opens in the app without a network, and its links lead to its parts', async ({
	page,
	context,
	faults
}) => {
	await page.goto('author');
	await waitForWorker(page);
	await context.setOffline(true);
	faults.allow(/net::ERR_(INTERNET_DISCONNECTED|FAILED)/);
	await page.getByRole('link', { name: say('author_guide_open') }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Writing questions' })).toBeVisible();
	await page.getByRole('link', { name: 'The ten kinds of question' }).click();
	await expect(page.getByRole('heading', { name: 'The ten kinds of question' })).toBeInViewport();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Good questions' })).toBeAttached();
	await page.goBack();
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1, name: say('author_title') })).toBeVisible();
});
