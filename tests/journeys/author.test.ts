import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { beginCourse, chooseFile, writeQuestion } from './author-steps.ts';
import { waitForWorker } from './device.ts';
import { expect, test } from './site.ts';
import { press, prompt, verdict } from './steps.ts';
import { say } from './words.ts';

const GIFT = [
	'// [id:sun-star]',
	'The sun is a star.{T#It shines by itself.####It makes its own light.}',
	'',
	'Tell me about the moon.{}'
].join('\n');

async function bringIn(page: Page, name: string, text: string): Promise<void> {
	await chooseFile(page, { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

test('a course is written, left in the middle, come back to, saved, and learnt without a network', async ({
	page,
	context,
	faults
}) => {
	test.slow();
	await beginCourse(page);
	await writeQuestion(page);
	// Left without a word; every keystroke is there, and so is the place.
	await page.reload();
	await expect(page.getByText(say('write_draft'))).toBeVisible();
	await expect(page.getByLabel(say('write_question_explanation'))).toHaveValue('The first sentence says so.');
	await press(page, say('write_undo')).click();
	await expect(page.getByLabel(say('write_question_explanation'))).toHaveValue('');
	await press(page, say('write_redo')).click();
	await press(page, say('write_save')).click();
	await expect(page.getByText(say('write_saved'))).toBeVisible();

	await page.goto('');
	await waitForWorker(page);
	await context.setOffline(true);
	faults.allow(/net::ERR_(INTERNET_DISCONNECTED|FAILED)/);
	await page.reload();
	const card = page.getByRole('article', { name: 'On tides' });
	await card.getByRole('link', { name: say('home_start') }).click();
	await expect(prompt(page)).toHaveText('What mainly moves the sea?');
	await page.reload();
	await page.getByText('The moon', { exact: true }).click();
	await press(page, say('certainty_sure')).click();
	await expect(verdict(page)).toBeVisible();
});

test('questions of another tool come in once it is clear what comes; a second time nothing changes', async ({
	page,
	browser
}) => {
	test.slow();
	await page.goto('author/import');
	await bringIn(page, 'sky.gift', GIFT);
	await expect(page.getByText('1 cannot come in')).toBeVisible();
	await expect(page.getByText('It asks for a free text, which no program can mark.')).toBeVisible();
	await page.getByLabel(say('import_course_title')).fill('Sky');
	await press(page, 'Bring in 1 question').click();
	await expect(page.getByText('“Sky” is on this device now.')).toBeVisible();
	await page.goto('author');
	const card = page.getByRole('article', { name: 'Sky' });
	await card.getByRole('link', { name: say('author_import') }).click();
	await bringIn(page, 'sky.gift', GIFT);
	await expect(page.getByText(say('import_nothing'))).toBeVisible();

	await page.goto('author');
	await card.getByRole('button', { name: say('author_take_out') }).click();
	await page.getByLabel(say('author_as')).selectOption('gift');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		press(page, say('author_save')).click()
	]);
	expect(readFileSync(await download.path(), 'utf8')).toContain('[plain]The sun is a star.');
	await page.getByLabel(say('author_as')).selectOption('link');
	const link = await page.getByLabel(say('author_as_link')).last().inputValue();
	await expect(page.getByRole('img', { name: say('author_code') })).toBeVisible();
	const other = await (await browser.newContext()).newPage();
	await other.goto(link);
	await expect(other.getByRole('heading', { name: 'Sky' })).toBeVisible();
	await press(other, say('import_course_yes')).click();
	await expect(other.getByText('“Sky” is on this device now.')).toBeVisible();
	await other.context().close();
	await press(page, say('author_close')).click();

	await card.getByRole('button', { name: say('author_remove') }).click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: say('author_remove') })
		.click();
	await expect(page.getByText(say('author_none'))).toBeVisible();
});

test('the columns of a table are said by a person', async ({ page }) => {
	await page.goto('author/import');
	await bringIn(page, 'words.csv', 'term,meaning\ntide,rise and fall of the sea\nebb,the sea going out\n');
	await expect(page.getByRole('heading', { name: say('import_columns') })).toBeVisible();
	await press(page, say('import_columns_go')).click();
	await expect(page.getByText('2 questions are new')).toBeVisible();
	await page.getByRole('button', { name: say('import_back') }).click();
	await bringIn(page, 'photo.bin', '\u0000\u0001');
	await expect(page.getByRole('alert')).toContainText(say('import_refused'));
});

test('a course that everybody has opens as a copy, and goes from hand to hand as a file', async ({
	page,
	browser,
	host
}) => {
	test.slow();
	await page.goto('author');
	await page.getByRole('button', { name: /^Change a copy of/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
	await page.getByLabel(say('write_new_title'), { exact: true }).fill('My own copy');
	await press(page, say('write_save')).click();
	await expect(page.getByText(say('write_saved'))).toBeVisible();
	await page.goto('author');
	const card = page.getByRole('article', { name: 'My own copy' });
	await card.getByRole('button', { name: say('author_take_out') }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		press(page, say('author_save')).click()
	]);
	const buffer = readFileSync(await download.path());

	const other = await (await browser.newContext({ baseURL: host.address })).newPage();
	await other.goto('author/import');
	await chooseFile(other, { name: 'copy.grasp', mimeType: 'application/zip', buffer });
	await expect(other.getByRole('heading', { name: 'My own copy' })).toBeVisible();
	await press(other, say('import_course_yes')).click();
	await other.getByRole('link', { name: say('author_learn') }).click();
	await prompt(other).waitFor();
	await other.context().close();
});

test('a file that another app shares, or that the installed app is opened with, is shown before it is kept', async ({
	page
}) => {
	await page.goto('author/import');
	await waitForWorker(page);
	// As the system does for an app that a manifest names as a target: a form that nobody sees.
	await page.evaluate(async (text) => {
		const body = new FormData();
		body.set('file', new File([text], 'shared.gift', { type: 'text/plain' }));
		await fetch(location.href, { method: 'POST', body });
	}, GIFT);
	await page.goto('author/import');
	await expect(page.getByRole('heading', { name: say('import_plan') })).toBeVisible();
	await page.goto('author/import');
	await expect(page.getByText(say('import_how'))).toBeVisible();

	await page.addInitScript((text) => {
		const file = new File([text], 'opened.gift', { type: 'text/plain' });
		const launch = { files: [{ getFile: () => Promise.resolve(file) }] };
		Object.defineProperty(window, 'launchQueue', {
			value: { setConsumer: (take: (given: typeof launch) => void) => take(launch) }
		});
	}, GIFT);
	await page.goto('author/import');
	await expect(page.getByRole('heading', { name: say('import_plan') })).toBeVisible();
	await expect(page.getByText('1 cannot come in')).toBeVisible();
});
