import type { Answered } from '#core/event.ts';
import { courseOf } from './bank.ts';
import { readAnswers, readKept } from './device.ts';
import {
	answerHere,
	confirmHandIn,
	expectPlace,
	findPlace,
	goTo,
	handIn,
	number,
	openExam,
	result,
	startExam
} from './exam-steps.ts';
import { expect, test } from './site.ts';
import { press, prompt } from './steps.ts';
import { say } from './words.ts';

test.use({ site: 'kinds' });

const MINUTE = 60_000;

test('an exam of every kind is answered, handed in after one question, and corrected in full', async ({
	page,
	site
}) => {
	test.slow();
	await startExam(page, site);
	const count = await page.getByRole('navigation').getByRole('button').count();
	expect(count).toBeGreaterThanOrEqual(10);
	for (let place = 0; place < count; place += 1) {
		await expectPlace(page, place);
		if (place > 0) await expect(prompt(page)).toBeFocused();
		// One is left open, one is wrong, and nothing tells which.
		if (place !== 1) await answerHere(page, site, place === 2 ? 'wrong' : 'right');
		const state = say(place === 1 ? 'exam_state_open' : 'exam_state_answered');
		await expect(number(page, place)).toHaveAccessibleName(`Question ${place + 1}, ${state}`);
		await expect(page.locator('#verdict')).toHaveCount(0);
		if (place + 1 < count) await press(page, say('exam_next')).click();
	}
	await press(page, say('exam_mark')).click();
	await expect(number(page, count - 1)).toHaveAccessibleName(/, answered, marked$/);

	await handIn(page).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('One question is open');
	await expect(dialog).toContainText('One question is marked');
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	expect(await readAnswers(page)).toEqual([]);
	await handIn(page).click();
	await confirmHandIn(page);

	await expect(result(page)).toBeFocused();
	await expect(page.getByText(`${count - 2} of ${count} questions right`)).toBeVisible();
	await expect(page.getByRole('row')).toHaveCount(courseOf(site).sections.length + 1);
	const corrected = page.getByRole('article');
	await expect(corrected).toHaveCount(count);
	await expect(corrected.nth(1)).toContainText(say('exam_result_left_open'));
	await expect(corrected.nth(1)).toContainText(say('verdict_unknown'));
	await expect(corrected.nth(2)).toContainText(/Not right|Partly right/);
	await expect(corrected.nth(0)).toContainText(say('verdict_right'));

	const answers: readonly Answered[] = await readAnswers(page);
	expect(answers).toHaveLength(count);
	expect(answers.every(({ mode, certainty }) => mode === 'exam' && certainty === null)).toBe(true);
	await expect(page.getByRole('link', { name: say('exam_practise') })).toHaveAttribute(
		'href',
		/\/study\/[^/]+\?mode=mistakes$/
	);
});

test('an exam goes on after a reload and after a kill, at the same question with the same fields', async ({
	page,
	context,
	site
}) => {
	await startExam(page, site, 30);
	await answerHere(page, site);
	await press(page, say('exam_mark')).click();
	await goTo(page, 4);
	const asked = await prompt(page).textContent();
	await page.reload();
	await expectPlace(page, 4);
	await expect(prompt(page)).toHaveText(asked!);
	await expect(number(page, 0)).toHaveAccessibleName('Question 1, answered, marked');

	const place = await findPlace(page, site, 'short-text');
	const field = page.getByRole('main').getByRole('textbox');
	await field.pressSequentially('fire');
	await expect(number(page, place)).toHaveAccessibleName(/, answered$/);
	await page.close({ runBeforeUnload: false });

	const next = await context.newPage();
	await openExam(next, site);
	await expectPlace(next, place);
	await expect(next.getByRole('main').getByRole('textbox')).toHaveValue('fire');
	await expect(next.getByRole('banner')).toContainText(/\d+ minutes left/);
	await expect(press(next, say('exam_mark'))).toHaveAttribute('aria-pressed', 'false');
	await goTo(next, 0);
	await expect(press(next, say('exam_mark'))).toHaveAttribute('aria-pressed', 'true');
	await expect(next.locator('main input:checked').first()).toBeVisible();
});

test('what is typed is kept before another question shows, and when the page is left for another', async ({
	page,
	site
}) => {
	await startExam(page, site);
	const field = page.getByRole('main').getByRole('textbox');
	const place = await findPlace(page, site, 'short-text');
	await field.fill('word');
	await press(page, say('exam_previous')).click();
	await expectPlace(page, place - 1);
	await page.reload();
	await expectPlace(page, place - 1);
	await goTo(page, place);
	await expect(field).toHaveValue('word');
	await field.fill('another word');
	await page.getByRole('link', { name: say('nav_leave') }).click();
	await page.waitForURL(/\/course\//);
	await page.goBack();
	await expectPlace(page, place);
	await expect(field).toHaveValue('another word');
});

test('the clock warns, is extended, hidden and switched off, and nothing is handed in then', async ({
	page,
	site
}) => {
	await page.clock.install();
	await startExam(page, site, 6);
	const head = page.getByRole('banner');
	const warning = page.getByRole('status').filter({ hasText: /left/ });
	await expect(head).toContainText('6 minutes left');
	await expect(warning).toHaveCount(0);
	await page.clock.runFor(MINUTE + 2000);
	await expect(warning).toHaveText('5 minutes left');
	await page.clock.runFor(MINUTE);
	await expect(head).toContainText('4 minutes left');

	const more = press(page, say('exam_clock_extend', { minutes: 5 }));
	await more.first().click();
	await expect(head).toContainText('9 minutes left');
	await expect(warning).toHaveCount(0);
	await page.reload();
	await expect(head).toContainText('9 minutes left');

	await press(page, say('exam_clock_hide')).click();
	await expect(head).not.toContainText('left');
	await press(page, say('exam_clock_show')).click();
	await expect(head).toContainText('9 minutes left');
	await press(page, say('exam_clock_off')).click();
	await expect(head).not.toContainText('left');
	await page.clock.runFor(20 * MINUTE);
	await expect(prompt(page)).toBeVisible();
	expect(await readAnswers(page)).toEqual([]);
});

test('an exam hands itself in at its deadline, on the screen and while the page is closed', async ({
	page,
	context,
	site
}) => {
	await page.clock.install();
	await startExam(page, site, 5);
	await answerHere(page, site);
	await expect(number(page, 0)).toHaveAccessibleName(/answered/);
	await page.clock.runFor(5 * MINUTE + 1000);
	await result(page).waitFor();
	await expect(page.getByText(/^1 of \d+ questions right$/)).toBeVisible();

	await press(page, say('exam_another')).click();
	await page.getByLabel(say('exam_clock_with')).check();
	await page.getByLabel(say('exam_clock_minutes')).fill('5');
	await press(page, say('exam_start')).click();
	await prompt(page).waitFor();
	await answerHere(page, site, 'wrong');
	await expect(number(page, 0)).toHaveAccessibleName(/answered/);
	const begun = await page.evaluate(() => Date.now());
	await page.close();
	const later = await context.newPage();
	await later.clock.install({ time: begun + 60 * MINUTE });
	await openExam(later, site);
	await expect(result(later)).toBeVisible();
	await expect(later.getByText(/^0 of \d+ questions right$/)).toBeVisible();
	await later.reload();
	await expect(result(later)).toBeVisible();
	const { events } = await readKept(later);
	const starts = events.filter(({ kind }) => kind === 'session-started');
	expect(starts).toHaveLength(2);
});

test('the keyboard picks and leads from question to question, but not out of a field', async ({
	page,
	site
}) => {
	await startExam(page, site);
	const choice = await findPlace(page, site, 'single-choice');
	await page.keyboard.press('2');
	await expect(page.locator('main fieldset input').nth(1)).toBeChecked();
	await page.keyboard.press('ArrowRight');
	await expectPlace(page, choice + 1);
	await page.keyboard.press('PageUp');
	await expectPlace(page, choice);
	await expect(page.locator('main fieldset input').nth(1)).toBeChecked();
	await page.locator('main fieldset input').nth(1).focus();
	await page.keyboard.press('ArrowRight');
	await expect(page.locator('main fieldset input').nth(1)).not.toBeChecked();
	await expectPlace(page, choice);

	const typed = await findPlace(page, site, 'numeric');
	await page.getByRole('main').getByRole('textbox').focus();
	for (const key of ['1', '2', 'ArrowLeft', 'PageDown']) await page.keyboard.press(key);
	await expectPlace(page, typed);
	await expect(page.getByRole('main').getByRole('textbox')).toHaveValue('12');
});

test('two tabs are one exam: the other follows, and shows the result', async ({ page, context, site }) => {
	const other = await context.newPage();
	await startExam(page, site, 30);
	await openExam(other, site);
	await expectPlace(other, 0);
	await answerHere(page, site);
	await press(page, say('exam_next')).click();
	await expectPlace(other, 1);
	await expect(other.getByText(say('elsewhere'))).toBeVisible();
	await expect(number(other, 0)).toHaveAccessibleName(/answered/);
	await press(page, say('exam_clock_off')).click();
	await expect(other.getByRole('banner')).not.toContainText('left');
	await handIn(other).click();
	await confirmHandIn(other);
	await expect(result(page)).toBeVisible();
});

test('the screen stays lit during an exam, and no longer', async ({ page, site }) => {
	await page.addInitScript(() => {
		const locks: string[] = [];
		const request = async () => {
			locks.push('held');
			return { release: async () => void locks.push('released') };
		};
		Object.defineProperty(navigator, 'wakeLock', { value: { request } });
		Object.assign(globalThis, { locks });
	});
	const locks = () => page.evaluate(() => (globalThis as unknown as { locks: readonly string[] }).locks);
	await openExam(page, site);
	expect(await locks()).toEqual([]);
	await startExam(page, site);
	await expect.poll(locks).toEqual(['held']);
	await handIn(page).click();
	await confirmHandIn(page);
	await expect.poll(locks).toEqual(['held', 'released']);
});

test('the result prints black on white, with its course and date, and without what leads elsewhere', async ({
	page,
	site
}) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await startExam(page, site);
	await answerHere(page, site, 'wrong');
	await expect(number(page, 0)).toHaveAccessibleName(/answered/);
	await handIn(page).click();
	await confirmHandIn(page);
	await page.evaluate(() => Object.assign(globalThis, { print: () => (document.title = 'printed') }));
	await press(page, say('exam_print')).click();
	await expect(page).toHaveTitle('printed');

	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	for (const gone of [page.getByRole('banner'), page.getByRole('link'), page.getByRole('button')])
		await expect(gone).toHaveCount(0);
	const main = page.getByRole('main');
	await expect(main).toContainText(String(new Date().getFullYear()));
	await expect(page.locator('.course')).toBeVisible();
	const colours = await page.evaluate(() =>
		[...document.querySelectorAll('main *')].map((element) => {
			const { color, backgroundColor } = getComputedStyle(element);
			return `${color} on ${backgroundColor}`;
		})
	);
	expect(new Set(colours)).toEqual(new Set(['rgb(0, 0, 0) on rgba(0, 0, 0, 0)']));
});
