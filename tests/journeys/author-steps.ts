import { expect, type Page } from '@playwright/test';
import { press } from './steps.ts';
import { say } from './words.ts';

/** What authors do, in their words. */

export async function beginCourse(page: Page): Promise<void> {
	await page.goto('author');
	await page.getByText(say('write_new'), { exact: true }).click();
	await page.getByLabel(say('write_new_title'), { exact: true }).fill('On tides');
	await page.getByLabel(say('write_new_language')).fill('en');
	await press(page, say('write_begin')).click();
	await press(page, say('write_article')).click();
	await page
		.getByLabel(say('write_article_paste'))
		.fill('The moon pulls the sea. Twice a day.\nThe sun helps.');
	await press(page, say('write_article_show')).click();
	await page.getByRole('button', { name: /^The moon pulls/ }).click();
	await page.getByText(say('write_article_made', { paragraph: 1, sentence: 1 })).waitFor();
	await press(page, say('write_back_course')).click();
}

/** In the first section, of its first claim. */
export async function writeQuestion(page: Page): Promise<void> {
	await page.getByRole('button', { name: new RegExp(`^${say('write_new_section')}`) }).click();
	await page
		.getByLabel(say('write_claim_text'), { exact: true })
		.fill('The moon is what mainly moves the sea.');
	await press(page, say('write_question_add')).click();
	await page.getByLabel(say('write_question_prompt')).fill('What mainly moves the sea?');
	const options = page.getByLabel(say('write_option_text'), { exact: true });
	const whys = page.getByLabel(say('write_option_why'));
	for (const [index, text] of ['The moon', 'The wind', 'The rain'].entries())
		await options.nth(index).fill(text);
	await whys.nth(1).fill('It raises waves, and no tides.');
	await whys.nth(2).fill('It adds water, and moves none.');
	await page.getByLabel(say('write_question_explanation')).fill('The first sentence says so.');
}

/** Until the page's script runs the field is disabled, and a file set before that is lost. */
export async function chooseFile(
	page: Page,
	file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
): Promise<void> {
	const field = page.getByLabel(say('import_choose'));
	await expect(field).toBeEnabled({ timeout: 20_000 });
	await field.setInputFiles(file);
}
