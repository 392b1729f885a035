import { courseOf } from './bank.ts';
import { readAnswers, waitForWorker } from './device.ts';
import { expect, test } from './site.ts';
import { answerAll, answerAnything, openStudy, prompt, sectionLink, verdict } from './steps.ts';
import { say } from './words.ts';

test.use({ site: 'below' });

test('a site below another address works there: links, questions, deep addresses, offline', async ({
	page,
	context,
	host,
	site,
	faults
}) => {
	const { id, sections } = courseOf(site);
	await page.goto('');
	await page.getByRole('link', { name: say('course_more') }).click();
	await expect(page).toHaveURL(`${host.origin}/grasp/course/${id}`);
	await sectionLink(page, sections[1]!.title).click();
	await expect(prompt(page)).toHaveText(sections[1]!.questions[0]!.prompt);
	await page.goto('settings');
	await page.getByRole('link', { name: say('nav_home') }).click();
	await expect(page).toHaveURL(host.address);
	await waitForWorker(page);
	expect(host.asked.filter((path) => !path.startsWith('/grasp/'))).toEqual([]);

	await host.stop();
	await context.setOffline(true);
	faults.allow(/net::ERR_|Not found: /);
	await openStudy(page, site, 'kinds');
	await answerAll(page, site);
	await page.goto(`course/${id}`);
	await expect(sectionLink(page, sections[1]!.title)).toBeVisible();
	await page.goto('no/such/page');
	await page.getByRole('link', { name: say('nav_home') }).click();
	await expect(page).toHaveURL(host.address);
	expect(await readAnswers(page)).toHaveLength(10);
});

test('the manifest and its shortcuts stay below the address', async ({ page, site }) => {
	const manifest = await (await page.request.get('manifest.webmanifest')).json();
	expect(manifest).toMatchObject({ id: '/grasp/', start_url: '/grasp/', scope: '/grasp/' });
	await page.goto('?go');
	await prompt(page).waitFor();
	await answerAnything(page, site);
	await expect(verdict(page)).toBeVisible();
});
