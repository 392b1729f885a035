import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { answerHere, confirmHandIn, handIn, startExam } from './exam-steps.ts';
import { expect, test } from './site.ts';
import { press, prompt } from './steps.ts';
import { say } from './words.ts';

test.use({ site: 'kinds' });

async function handOver(page: Page, name: string): Promise<{ text: string; link: string }> {
	await press(page, say('hand_in')).click();
	const dialog = page.getByRole('dialog', { name: say('hand_in') });
	await dialog.getByLabel(say('hand_in_name')).fill(name);
	await dialog.getByText(say('hand_in_inside'), { exact: true }).click();
	await expect(dialog.getByText(say('hand_in_wrong')).first()).toBeVisible();
	await dialog.getByText(say('hand_in_link'), { exact: true }).first().click();
	const link = await dialog.getByRole('textbox', { name: say('hand_in_link') }).inputValue();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		press(page, say('author_save')).click()
	]);
	return { text: readFileSync(await download.path(), 'utf8'), link };
}

test('a learner hands over a result, and an instructor sees with others of a class where the text fails', async ({
	page,
	site,
	browser
}) => {
	test.slow();
	await startExam(page, site);
	await answerHere(page, site, 'right');
	await handIn(page).click();
	await confirmHandIn(page);
	const { text, link } = await handOver(page, 'Ada');
	expect(link).toContain(text.trim());

	const other = await (await browser.newContext()).newPage();
	await other.goto(link);
	await expect(other.getByRole('status')).toContainText('One result came in.');
	await expect(other.getByRole('heading', { name: say('class_passages') })).toBeVisible();
	await other.getByText('One result', { exact: true }).click();
	await expect(other.getByText('Ada', { exact: true })).toBeVisible();
	await expect(other.getByText(/^1 of \d+ right, handed in on/)).toBeVisible();

	// The same again, the same with its end lost, and something else.
	await other.getByLabel(say('class_paste')).fill([text, text.trim().slice(0, -4)].join('\n'));
	await press(other, say('class_add')).click();
	await expect(other.getByRole('status')).toContainText('One was here already.');
	await expect(other.getByRole('status')).toContainText('One was changed or cut off on the way');
	await other.getByLabel(say('class_files')).setInputFiles([
		{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(text) },
		{ name: 'b.txt', mimeType: 'text/plain', buffer: Buffer.from('nothing from here') }
	]);
	await expect(other.getByRole('status')).toContainText('One holds no result that can be read here.');

	const [table] = await Promise.all([
		other.waitForEvent('download'),
		press(other, say('class_table')).click()
	]);
	expect(readFileSync(await table.path(), 'utf8').split('\r\n').length).toBeGreaterThan(10);
	await other.reload();
	await other.getByText('One result', { exact: true }).click();
	await other.getByRole('button', { name: /Ada$/ }).click();
	await expect(other.getByText(say('class_none'))).toBeVisible();
	await other.context().close();
});

test('an assignment goes out as a link, is shown before anything is kept, and gives everybody the same exam', async ({
	page,
	browser
}) => {
	test.slow();
	await page.goto('author/assign');
	await page.getByLabel(say('assign_name')).fill('Week three');
	await page.getByLabel(say('assign_from')).fill('Ms Lovelace');
	await page.getByLabel(say('exam_length')).fill('6');
	await page.getByLabel(say('assign_ready')).fill('2030-06-01');
	await expect(page.getByRole('img', { name: say('assign_code') })).toBeVisible();
	const link = await page.getByLabel(say('assign_link')).inputValue();

	const prompts: string[] = [];
	for (let learner = 0; learner < 2; learner += 1) {
		const other = await (await browser.newContext()).newPage();
		await other.goto(link);
		await expect(other.getByRole('heading', { name: 'Week three' })).toBeVisible();
		await expect(other.getByText('From Ms Lovelace, by its own word')).toBeVisible();
		await expect(other.getByText(/June 1, 2030/)).toBeVisible();
		await press(other, say('assignment_begin')).click();
		await expect(other.getByRole('banner')).toContainText('Question 1 of 6');
		prompts.push((await prompt(other).textContent())!);
		// The same link once more: an exam is open now.
		await other.goto('about:blank');
		await other.goto(link);
		await other.getByRole('link', { name: say('assignment_to_exam') }).click();
		await expect(prompt(other)).toHaveText(prompts[0]!);
		await other.context().close();
	}
	await page.goto(link.replace(/.{6}$/, ''));
	await expect(page.getByRole('alert')).toContainText('A part of it was lost or changed on the way.');
});
