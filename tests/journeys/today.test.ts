import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DAY, HOUR, MORNING } from '#tests/fixtures/builders.ts';
import { momentAt, wallClock } from '#tests/fixtures/wall-clock.ts';
import { courseOf } from './bank.ts';
import { moveClock, setClock } from './clock.ts';
import { readAnswers, readKept } from './device.ts';
import { expect, test } from './site.ts';
import { folderOf } from './sites.ts';
import { answerAll, answerAnything, goOn, openStudy, press, prompt, summary, verdict } from './steps.ts';
import { say } from './words.ts';

test.use({ site: 'kinds' });

const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const review = (page: Page) => link(page, /^Review \d+ claims?$/);

async function meetNoMore(page: Page): Promise<void> {
	await page.goto('settings');
	// What is typed before the script is there is not heard.
	await expect(async () => {
		await page.getByLabel(say('settings_new')).fill('1');
		await page.getByLabel(say('settings_new')).fill('0');
		await page.getByLabel(say('settings_new')).blur();
		const { settings } = await readKept(page);
		expect(settings).toEqual([{ name: 'new-claims-a-day', value: 0 }]);
	}).toPass();
}

test.describe('over the real course', () => {
	test.use({ site: 'main' });

	test('what was learnt comes back on its day: review, then new claims, then done', async ({
		page,
		context,
		site
	}) => {
		test.slow();
		await setClock(context, MORNING);
		await openStudy(page, site);
		await answerAll(page, site);
		await press(page, say('summary_done')).click();
		// The first section has fewer claims than may be met in a day.
		await link(page, /^Learn 3 new claims$/).click();
		await answerAll(page, site);
		await press(page, say('summary_done')).click();
		await expect(page.getByText(/^All done for today; next review on /)).toBeVisible();
		await expect(link(page, say('today_practise'))).toBeVisible();

		await setClock(context, MORNING + 30 * DAY);
		await page.goto('');
		await expect(page.getByText(/^\d+ claims are due today\.$/)).toBeVisible();
		const due = (await readKept(page)).cards.length;
		await link(page, new RegExp(`^Review ${due} claims$`)).click();
		expect(await answerAll(page, site)).toHaveLength(due);
		await page.reload();
		await expect(summary(page)).toBeVisible();
		await press(page, say('summary_done')).click();
		await link(page, /^Learn 10 new claims$/).click();
		expect(await answerAll(page, site)).toHaveLength(10);
		await press(page, say('summary_done')).click();
		await expect(page.getByText(/^All done for today/)).toBeVisible();
		const modes = (await readAnswers(page)).map(({ mode }) => mode);
		expect(new Set(modes)).toEqual(new Set(['learn', 'review']));
	});
});

test.describe('in Auckland', () => {
	test.use({ timezoneId: 'Pacific/Auckland' });

	test('a review is due from four in the morning on, and not before', async ({ page, context, site }) => {
		const clock = wallClock('Pacific/Auckland');
		await setClock(context, momentAt(clock, Date.UTC(2026, 2, 2, 9)).at);
		await meetNoMore(page);
		await openStudy(page, site, 'second');
		await answerAll(page, site, () => 'wrong');
		const [card] = (await readKept(page)).cards;
		expect(card!.due).toBe('2026-03-06');
		await press(page, say('summary_done')).click();
		const morning = Date.UTC(2026, 2, 6, 4);
		await setClock(context, momentAt(clock, morning - HOUR / 2).at);
		await page.goto('');
		await expect(page.getByText(/^All done for today; next review on Friday/)).toBeVisible();
		await setClock(context, momentAt(clock, morning + HOUR / 2).at);
		await page.goto('');
		await expect(review(page)).toBeVisible();
	});
});

test('a clock that was set back a day loses no answer and asks none twice', async ({
	page,
	context,
	site
}) => {
	await setClock(context, MORNING);
	await openStudy(page, site);
	await answerAnything(page, site);
	await goOn(page);
	await setClock(context, MORNING - DAY);
	await page.reload();
	await page.getByText(say('study_position', { position: 2, count: 10 })).waitFor();
	await answerAnything(page, site);
	await page.reload();
	await expect(verdict(page)).toBeVisible();
	// A new session, older by the clock than the one that is open.
	await page.goto(`study/${courseOf(site).id}?mode=practice`);
	await answerAnything(page, site);
	await page.reload();
	await expect(verdict(page)).toBeVisible();
	await expect(page.getByText(say('study_still_practice'))).toBeVisible();
	expect(await readAnswers(page)).toHaveLength(3);
});

test('an app kept open over nights shows what the morning asks for', async ({ page, context, site }) => {
	test.slow();
	await setClock(context, MORNING);
	await meetNoMore(page);
	await openStudy(page, site, 'second');
	await answerAll(page, site, () => 'wrong');
	await press(page, say('summary_done')).click();
	await expect(page.getByText(/^All done for today/)).toBeVisible();
	await moveClock(page, 4 * DAY);
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect(review(page)).toBeVisible();
});

test('a newcomer’s first question fetches nothing that plans a day, and opens no store before it', async ({
	page,
	site
}) => {
	const chunks = join(folderOf(site), '_app/immutable/chunks');
	const planning = readdirSync(chunks).filter((file) =>
		/putOff|request_retention/.test(readFileSync(join(chunks, file), 'utf8'))
	);
	expect(planning.length, 'the control: there is code that plans').toBeGreaterThan(1);
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').at(-1)!));
	await page.goto('');
	await link(page, say('home_start')).click();
	await prompt(page).waitFor();
	const plans = planning.filter((file) => /putOff/.test(readFileSync(join(chunks, file), 'utf8')));
	expect(asked.filter((file) => plans.includes(file))).toEqual([]);
	const preloaded = readFileSync(join(folderOf(site), 'index.html'), 'utf8');
	for (const file of planning) expect(preloaded).not.toContain(file);
});
