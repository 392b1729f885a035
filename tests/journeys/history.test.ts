import { courseOf } from './bank.ts';
import { readAnswers } from './device.ts';
import { expect, test } from './site.ts';
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

test('back, forward and reload on a question lose nothing and repeat nothing', async ({ page, site }) => {
	await page.goto('');
	await page.getByRole('link', { name: say('home_start'), exact: true }).click();
	await answerAnything(page, site);
	await goOn(page);
	const asked = await prompt(page).textContent();
	for (const move of ['reload', 'back and forward'] as const) {
		if (move === 'reload') await page.reload();
		else {
			await page.goBack();
			await expect(page.getByRole('heading', { name: say('app_claim') })).toBeVisible();
			await page.goForward();
		}
		await expect(prompt(page), move).toHaveText(asked!);
		await expectPosition(page, 2, 10);
		expect(await readAnswers(page), move).toHaveLength(1);
	}
});

test('options keep their places through a reload', async ({ page, site }) => {
	const order = () =>
		page.locator('main input').evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
	await openStudy(page, site, 'kinds');
	await answerAnything(page, site);
	await goOn(page);
	await expectPosition(page, 2, 10);
	const before = await order();
	for (let time = 0; time < 4; time += 1) {
		await page.reload();
		await expectPosition(page, 2, 10);
		expect(await order()).toEqual(before);
	}
});

test('back, forward and reload in the feedback show it again, and "Next" goes on from there', async ({
	page,
	site
}) => {
	await page.goto('');
	await page.getByRole('link', { name: say('home_start'), exact: true }).click();
	await answerAnything(page, site, { wish: 'wrong' });
	await page.reload();
	await expect(verdict(page)).toContainText(say('verdict_wrong'));
	await expect(page.getByText(say('verdict_resumed'))).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('heading', { name: say('app_claim') })).toBeVisible();
	await page.goForward();
	await expect(verdict(page)).toContainText(say('verdict_wrong'));
	await expectPosition(page, 1, 10);
	expect(await readAnswers(page)).toHaveLength(1);
	await goOn(page);
	await expectPosition(page, 2, 10);
});

test('back, forward and reload on the summary keep it, and count nothing twice', async ({ page, site }) => {
	await page.goto('');
	await page.getByRole('link', { name: say('home_start'), exact: true }).click();
	await answerAll(page, site);
	await page.reload();
	await expect(summary(page)).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('heading', { name: say('app_claim') })).toBeVisible();
	await page.goForward();
	await expect(summary(page)).toBeVisible();
	await expect(page.getByText('10 of 10 questions right')).toBeVisible();
	expect(await readAnswers(page)).toHaveLength(10);
});

test('a reload after "Next section" stays in the next section', async ({ page, site }) => {
	const second = courseOf(site).sections[1]!;
	await openStudy(page, site, 'kinds');
	await answerAll(page, site);
	await press(page, say('summary_next')).click();
	await expect(prompt(page)).toHaveText(second.questions[0]!.prompt);
	await page.reload();
	await expect(prompt(page)).toHaveText(second.questions[0]!.prompt);
	await answerAnything(page, site);
	await page.reload();
	await expect(verdict(page)).toBeVisible();
	expect(await readAnswers(page)).toHaveLength(11);
});
