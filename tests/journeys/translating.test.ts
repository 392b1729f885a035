import { beginCourse, writeQuestion } from './author-steps.ts';
import { expect, test } from './site.ts';
import { press, prompt } from './steps.ts';
import { say } from './words.ts';

test.use({ locale: 'en-GB' });

test('a course is translated text by text, and learners see it in their language once it is whole', async ({
	page,
	faults
}) => {
	test.slow();
	// A course of one's own has no page on the host: until the worker is there, the host answers with the app.
	faults.allow(/404/);
	await beginCourse(page);
	await writeQuestion(page);
	await press(page, say('write_back_section')).click();
	await press(page, say('write_back_course')).click();
	await page.getByLabel(say('write_language_add_which')).fill('en-GB');
	await press(page, say('write_language_add_named', { language: 'British English' })).click();
	const field = page.getByLabel(say('write_translation'), { exact: true });
	for (const [index, text] of ['Of tides', 'What they are', 'The ocean', 'book'].entries())
		await field.nth(index).fill(text);
	await page.getByRole('button', { name: /9 texts are left to translate/ }).click();
	for (const index of [1, 2]) await page.locator('details > summary').nth(index).click();
	await expect(field).toHaveCount(9);
	for (const each of await field.all()) await each.fill('A text');
	await expect(page.getByText(/\d texts? (is|are) left/)).toHaveCount(0);
	await field.nth(2).fill('What moves the ocean?');
	const options = { 4: 'Moon', 5: 'Wind', 7: 'Rain' };
	for (const [index, text] of Object.entries(options)) await field.nth(Number(index)).fill(text);
	await press(page, say('write_save')).click();
	await expect(page.getByText(say('write_saved'))).toBeVisible();
	await press(page, say('write_back_languages')).click();
	await expect(page.getByText(/\d texts? (is|are) left/)).toHaveCount(0);
	await page.goto('');
	await page
		.getByRole('article', { name: 'Of tides' })
		.getByRole('link', { name: say('home_start') })
		.click();
	await expect(prompt(page)).toHaveText('What moves the ocean?');
});

test('a question moves to another section, and is retired with a reason', async ({ page }) => {
	test.slow();
	await beginCourse(page);
	await writeQuestion(page);
	await press(page, say('write_back_section')).click();
	await press(page, say('write_back_course')).click();
	await press(page, say('write_section_add')).click();
	await press(page, say('write_back_course')).click();
	await page.getByRole('button', { name: new RegExp(`^${say('write_new_section')}`) }).click();
	await page.getByRole('button', { name: /^What mainly moves the sea/ }).click();
	await page.getByLabel(say('write_question_section')).selectOption(say('write_section_title'));
	await expect(page.getByLabel(say('write_question_section'))).toHaveValue(/^02-/);
	await expect(page.getByRole('heading', { level: 1 }).first()).toContainText('What mainly moves the sea?');
	await press(page, say('write_retire_question')).click();
	await expect(press(page, say('write_retire'))).toBeDisabled();
	await page.getByLabel(say('write_retire_reason')).fill('Too easy');
	await press(page, say('write_retire')).click();
	await page.goBack();
	await page.getByText(say('write_retired')).click();
	await expect(page.getByText('Too easy')).toBeVisible();
});
