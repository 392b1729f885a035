import type { Page } from '@playwright/test';
import { DAY, MORNING } from '#tests/fixtures/builders.ts';
import { courseOf } from './bank.ts';
import { setClock } from './clock.ts';
import { readAnswers, readKept } from './device.ts';
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

const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

/** What the schedule knows of each claim. */
async function readSchedule(page: Page) {
	const { cards } = await readKept(page);
	return cards.map(({ claim, due, review }) => ({ claim, due, review }));
}

test.describe('over a course with every kind', () => {
	test.use({ site: 'kinds' });

	test('practice asks what was chosen, says that it moves nothing, and moves nothing', async ({
		page,
		context,
		site
	}) => {
		test.slow();
		await setClock(context, MORNING);
		await openStudy(page, site);
		await answerAll(page, site);
		await setClock(context, MORNING + 20 * DAY);
		await page.goto(`course/${courseOf(site).id}`);
		const before = await readSchedule(page);
		await page.getByLabel(say('practise_kinds')).selectOption(say('practise_kind_numeric'));
		await expect(page.getByText(/^\d+ questions? fits?\.$/)).toBeVisible();
		await link(page, say('practise_start')).click();
		await expect(page.getByText(say('study_still_practice'))).toBeVisible();
		const { question } = await answerAnything(page, site, { wish: 'wrong' });
		expect(question.kind).toBe('numeric');
		await page.reload();
		await expect(verdict(page)).toBeVisible();
		await expect(page.getByText(say('study_still_practice'))).toBeVisible();
		expect(await readSchedule(page)).toEqual(before);
		// What was wrong is among the mistakes, and going over them moves nothing either.
		await page.goto(`course/${courseOf(site).id}`);
		await link(page, say('course_mistakes')).click();
		await expect(page.getByText(say('study_still_mistakes'))).toBeVisible();
		await expectPosition(page, 1, 1);
		await answerAnything(page, site);
		expect(await readSchedule(page)).toEqual(before);
		const modes = (await readAnswers(page)).slice(-2).map(({ mode }) => mode);
		expect(modes).toEqual(['practice', 'mistakes']);
	});

	test('a flagged question is found again, and a claim that is left out comes back when it is wanted', async ({
		page,
		site
	}) => {
		const { id } = courseOf(site);
		await openStudy(page, site);
		const { question } = await answerAnything(page, site);
		await press(page, say('feedback_flag')).click();
		await press(page, say('feedback_suspend')).click();
		await expect(page.getByText(say('feedback_suspended'))).toBeVisible();
		await page.reload();
		await expect(press(page, say('feedback_unflag'))).toBeVisible();
		expect((await readKept(page)).cards[0]).toMatchObject({ suspended: true, flags: [question.id] });
		await press(page, say('feedback_ask_again')).click();
		await expect(press(page, say('feedback_suspend'))).toBeVisible();
		await page.goto(`course/${id}`);
		await page.getByLabel(say('practise_flagged')).check();
		await expect(page.getByText('1 question fits.')).toBeVisible();
		await link(page, say('practise_start')).click();
		await expect(prompt(page)).toHaveText(question.prompt);
		expect((await readKept(page)).cards[0]!.due).toBeDefined();
	});

	test('a report tells what was seen, takes words of one’s own, and is sent by nobody', async ({
		page,
		context,
		site
	}) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await openStudy(page, site);
		const { question } = await answerAnything(page, site, { wish: 'wrong' });
		await press(page, say('report_open')).click();
		const dialog = page.getByRole('dialog', { name: say('report_title') });
		const text = dialog.getByRole('textbox');
		await expect(text).toHaveValue(new RegExp(`Question: ${question.id} `));
		const told = await text.inputValue();
		expect(told).toContain(question.prompt);
		if ('options' in question)
			for (const option of question.options) expect(told).toContain(`- ${option.text}`);
		await text.press('Control+Home');
		await text.press('End');
		await text.press('Enter');
		await text.pressSequentially('1 typo');
		await expect(verdict(page), 'Enter in the report goes on to no question').toBeAttached();
		await press(page, say('report_copy')).click();
		await expect(dialog.getByText(say('report_copied'))).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('1 typo');
		const mail = await dialog.getByRole('link', { name: say('report_mail') }).getAttribute('href');
		expect(mail).toContain('mailto:?subject=');
		await page.keyboard.press('Escape');
		await expect(dialog).toHaveCount(0);
		await goOn(page);
		await expectPosition(page, 2, 10);
	});
});

test('three questions before the lesson, the lesson, and up to five after it: those that are new', async ({
	page,
	site
}) => {
	test.slow();
	const { id, sections } = courseOf(site);
	const [, second] = sections;
	await page.goto(`lesson/${id}?section=${second!.id}`);
	await link(page, say('lesson_before')).click();
	await expectPosition(page, 1, 3);
	await expect(page.getByText(say('study_still_preview'))).toBeVisible();
	await answerAll(page, site, () => 'wrong');
	expect((await readKept(page)).cards).toEqual([]);
	await press(page, say('study_to_lesson')).click();
	await link(page, say('lesson_five')).click();
	await expectPosition(page, 1, 5);
	const asked = await answerAll(page, site);
	expect(asked.every((each) => second!.questions.some((question) => question.id === each.id))).toBe(true);
	await expect(summary(page)).toBeVisible();
	expect((await readKept(page)).cards).toHaveLength(5);
	const met = new Set(asked.map(({ claim }) => claim));
	const left = second!.claims.length - met.size;
	await page.goto(`lesson/${id}?section=${second!.id}`);
	await link(page, say('lesson_five')).click();
	await expectPosition(page, 1, Math.min(5, left));
	const further = await answerAll(page, site);
	expect(further.filter(({ claim }) => met.has(claim))).toEqual([]);
});

test('a day to be ready by shows what would be known on it', async ({ page, site }) => {
	test.slow();
	const { id } = courseOf(site);
	await openStudy(page, site);
	await answerAll(page, site);
	await page.goto(`course/${id}`);
	const field = page.getByLabel(say('ready_day'));
	const day = new Date(Date.now() + 20 * DAY).toISOString().slice(0, 10);
	await field.fill(day);
	await expect(page.getByText(/^About \d+ of \d+ claims on .+ if you study nothing more\.$/)).toBeVisible();
	await expect(page.getByText(/that would be about \d+% right/)).toBeVisible();
	await page.reload();
	await expect(field).toHaveValue(day);
	await expect(page.getByText(/^About \d+ of/)).toBeVisible();
	await field.fill('');
	await expect(page.getByText(/^About \d+ of/)).toHaveCount(0);
});
