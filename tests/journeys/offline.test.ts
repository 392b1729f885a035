import { courseOf } from './bank.ts';
import { readAnswers, waitForRest, waitForWorker } from './device.ts';
import { expect, test } from './site.ts';
import { answerAll, openStudy, press, prompt, summary, verdict, sectionLink } from './steps.ts';
import { say } from './words.ts';

/** What a browser asks for by itself, whatever a page does. */
const BROWSERS_OWN = /\/(sw\.js|manifest\.webmanifest)$/;

test('after one visit everything works without a network', async ({ page, context, host, site, faults }) => {
	test.setTimeout(120_000);
	const { id, sections } = courseOf(site);
	await page.goto('');
	await waitForWorker(page);
	await host.stop();
	await context.setOffline(true);
	// The worker asks for its own newer version, and gets no answer.
	faults.allow(/net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)/);

	await page.reload();
	await expect(page.getByRole('heading', { name: say('app_claim') })).toBeVisible();
	await page.goto('settings');
	await expect(page.getByText(say('settings_offline_ready'))).toBeVisible();
	await page.getByRole('link', { name: say('nav_home') }).click();
	await page.getByRole('link', { name: say('course_more') }).click();
	await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(sections.length);
	await page.goto(`course/${id}`);
	await expect(sectionLink(page, sections[1]!.title)).toBeVisible();

	await openStudy(page, site);
	await answerAll(page, site, (position) => (position % 3 === 0 ? 'wrong' : 'right'));
	await page.reload();
	await expect(summary(page)).toBeVisible();
	await press(page, say('summary_next')).click();
	await expect(prompt(page)).toHaveText(sections[1]!.questions[0]!.prompt);
	// A section that was never opened, by its own address.
	const last = sections.at(-1)!;
	await openStudy(page, site, last.id);
	await expect(prompt(page)).toHaveText(last.questions[0]!.prompt);
	await answerAll(page, site);
	expect(await readAnswers(page)).toHaveLength(sections[0]!.questions.length + last.questions.length);
});

test('an address that leads nowhere says so, online and offline', async ({ page, context, host, faults }) => {
	faults.allow(/net::ERR_|404|Not found: /);
	for (const address of ['no/such/page', 'course/no-such-course', 'study/no-such-course']) {
		await page.goto(address);
		await expect(page.getByText(say('trouble_gone'))).toBeVisible();
	}
	await waitForWorker(page);
	await host.stop();
	await context.setOffline(true);
	for (const address of ['no/such/page', 'course/no-such-course', 'study/no-such-course']) {
		await page.goto(address);
		await expect(page.getByText(say('trouble_gone'))).toBeVisible();
	}
	await page.getByRole('link', { name: say('nav_home') }).click();
	await expect(page.getByRole('heading', { name: say('app_claim') })).toBeVisible();
});

test('once installed, the app asks the network for nothing', async ({ page, host, site }) => {
	const { id, sections } = courseOf(site);
	await page.goto('');
	await waitForWorker(page);
	await waitForRest(page, site);
	const before = host.asked.length;
	expect(before, 'the control: installing was seen').toBeGreaterThan(20);
	await page.reload();
	await page.goto('settings');
	await page.goto(`course/${id}`);
	await page.goto('search');
	await page.getByRole('searchbox').fill(sections[1]!.title);
	await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
	await openStudy(page, site, sections[2]!.id);
	await answerAll(page, site);
	await expect(verdict(page)).toHaveCount(0);
	expect(host.asked.slice(before).filter((path) => !BROWSERS_OWN.test(path))).toEqual([]);
});
