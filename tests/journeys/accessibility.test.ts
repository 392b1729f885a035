import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type * as Axe from 'axe-core';
import { beginCourse, chooseFile, writeQuestion } from './author-steps.ts';
import { courseOf } from './bank.ts';
import { answerHere, confirmHandIn, handIn, openExam, startExam } from './exam-steps.ts';
import { Faults } from './faults.ts';
import { expect, test } from './site.ts';
import { answerAnything, goOn, openStudy, press, prompt, summary, verdict, sectionLink } from './steps.ts';
import type { SiteName } from './sites.ts';
import { say } from './words.ts';

test.use({ site: 'kinds' });

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Visits every screen of the app, and each kind both asking and answered. */
async function visitAll(page: Page, site: SiteName, look: (screen: string) => Promise<void>): Promise<void> {
	const { id, sections } = courseOf(site);
	await page.goto('');
	await look('home of a newcomer');
	await page.goto(`course/${id}`);
	await sectionLink(page, sections[0]!.title).waitFor();
	await look('course');
	await page.goto('settings');
	await look('settings');
	await page.goto('search');
	await page.getByRole('searchbox').fill('article');
	await page.getByRole('main').getByRole('listitem').first().waitFor();
	await look('search');
	await page.getByRole('searchbox').fill('xylophone');
	await page.getByText(say('search_none_hint')).waitFor();
	await look('search, nothing found');
	await page.goto('no/such/page');
	await page.getByText(say('trouble_gone')).waitFor();
	await look('error');
	await openStudy(page, site, 'kinds');
	while (!(await summary(page).isVisible())) {
		await press(page, say('certainty_sure')).waitFor();
		const { kind } = sections[0]!.questions[(await positionOn(page)) - 1]!;
		await page.locator('main').locator('input, select, button').first().waitFor();
		await look(`${kind}, asked`);
		await answerAnything(page, site, { wish: 'wrong' });
		await look(`${kind}, answered`);
		await goOn(page);
		await prompt(page).or(summary(page)).waitFor();
	}
	await look('summary');
	await page.goto(`progress/${id}`);
	await page.locator('figure').first().waitFor();
	await unfold(page);
	await look('progress');
	await page.goto(`history/${id}?claim=${sections[0]!.questions[0]!.claim}`);
	await page.getByRole('heading', { name: say('history_happened') }).waitFor();
	await look('history');
	await visitExam(page, site, look);
	await visitAuthor(page, look);
	await page.goto('');
	await page
		.getByText(/10 questions?|claims answered/)
		.first()
		.waitFor();
	await look('home');
}

async function visitExam(page: Page, site: SiteName, look: (screen: string) => Promise<void>): Promise<void> {
	await openExam(page, site);
	await page.getByLabel(say('exam_clock_with')).check();
	await look('exam, chosen');
	await startExam(page, site, 30);
	await press(page, say('exam_mark')).click();
	await answerHere(page, site, 'wrong');
	await look('exam, running');
	await handIn(page).click();
	await look('exam, handed in?');
	await confirmHandIn(page);
	await look('exam, result');
	await press(page, say('hand_in')).click();
	const dialog = page.getByRole('dialog', { name: say('hand_in') });
	await dialog.getByText(say('hand_in_inside'), { exact: true }).click();
	await dialog.getByText(say('hand_in_link'), { exact: true }).first().click();
	await look('exam, hand over');
	await page.goto(await dialog.getByRole('textbox', { name: say('hand_in_link') }).inputValue());
	await page.getByRole('heading', { name: say('class_passages') }).waitFor();
	await page.getByText(say('class_chosen')).first().click();
	await look('class, report');
	await page.goto('author/assign');
	const link = await page.getByLabel(say('assign_link')).inputValue();
	await look('assignment, set');
	await page.goto(link);
	await press(page, say('assignment_begin')).waitFor();
	await look('assignment, received');
}

async function visitAuthor(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
	await beginCourse(page);
	await look('author, course');
	await writeQuestion(page);
	await look('author, question');
	await press(page, say('write_back_section')).click();
	await look('author, section');
	for (const kind of ['cloze', 'categorise', 'numeric', 'matching']) {
		await page.getByLabel(say('write_question_kind')).selectOption(kind);
		await press(page, say('write_question_add')).click();
		await look(`author, ${kind}`);
		await press(page, say('write_back_section')).click();
	}
	await press(page, say('write_back_course')).click();
	await press(page, say('write_article')).click();
	await look('author, article');
	await press(page, say('write_back_course')).click();
	await page.getByLabel(say('write_language_add_which')).fill('fr');
	await page.getByRole('button', { name: /français$/ }).click();
	await page.getByLabel(say('write_translation')).first().waitFor();
	await look('author, translation');
	await page.getByRole('button', { name: /^First section · / }).click();
	await press(page, say('write_back_languages')).waitFor();
	await unfold(page);
	await look('author, translation of a section');
	await page.goto('author?guide=1');
	await page.getByRole('heading', { name: 'Good questions' }).waitFor();
	await look('author, guide');
	await page.goto('author');
	await page.getByRole('article').first().waitFor();
	await look('author, shelf');
	await press(page, say('author_take_out')).click();
	await look('author, hand out');
	await page.goto('author/import');
	await press(page, say('scan_title')).click();
	await page.getByText(say('scan_picture')).waitFor();
	await look('author, scan');
	await press(page, say('scan_close')).click();
	const file = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\nc,d\n') };
	await chooseFile(page, file);
	await page.getByRole('heading', { name: say('import_columns') }).waitFor();
	await look('import, columns');
	await press(page, say('import_columns_go')).click();
	await page.getByRole('heading', { name: say('import_plan') }).waitFor();
	await look('import, plan');
}

/** What is folded away is looked at as well. */
async function unfold(page: Page): Promise<void> {
	await page.locator('details').evaluateAll((all) => {
		for (const details of all) (details as HTMLDetailsElement).open = true;
	});
}

async function positionOn(page: Page): Promise<number> {
	const text = await page.getByText(/^Question \d+ of \d+$/).textContent();
	return Number(/\d+/.exec(text!)![0]);
}

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing to object to on any screen, in ${colorScheme}`, async ({ browser, host, site }) => {
		test.slow();
		// axe itself would break the policy that the app keeps.
		const context = await browser.newContext({
			...{ bypassCSP: true, colorScheme, reducedMotion: 'reduce', baseURL: host.address },
			viewport: { width: 360, height: 740 }
		});
		const page = await context.newPage();
		const found: string[] = [];
		await visitAll(page, site, async (screen) => {
			await page.evaluate(AXE);
			const violations = await page.evaluate(async () => {
				const { axe } = globalThis as unknown as { axe: typeof Axe };
				return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
			});
			found.push(...violations.map((violation) => `${screen}: ${violation}`));
		});
		expect(found).toEqual([]);
		await context.close();
	});
}

for (const { name, width, size } of [
	{ name: '320 pixels wide', width: 320, size: '100%' },
	{ name: 'with text at 200 %', width: 360, size: '200%' }
]) {
	test(`nothing has to be scrolled sideways ${name}`, async ({ page, site, faults }) => {
		test.slow();
		faults.allow(/404|Not found: /);
		await page.setViewportSize({ width, height: 640 });
		const wide: string[] = [];
		await visitAll(page, site, async (screen) => {
			const over = await page.evaluate((rootSize) => {
				document.documentElement.style.fontSize = rootSize;
				const { scrollWidth, clientWidth } = document.documentElement;
				return scrollWidth - clientWidth;
			}, size);
			if (over > 0) wide.push(`${screen}: ${over} px`);
		});
		expect(wide).toEqual([]);
	});
}

test('the real course fits 320 pixels with text at 200 %', async ({ browser, shelf }) => {
	test.slow();
	const faults = new Faults();
	const { Host } = await import('./host.ts');
	const host = new Host(shelf, 'main');
	await host.start();
	const context = await browser.newContext({ baseURL: host.address, viewport: { width: 320, height: 640 } });
	await faults.watch(context, host.origin);
	const page = await context.newPage();
	const wide: string[] = [];
	for (const { id } of courseOf('main').sections) {
		await openStudy(page, 'main', id);
		for (const scene of ['asked', 'answered']) {
			await page.locator('main').locator('input, select, button').first().waitFor();
			const over = await page.evaluate(() => {
				document.documentElement.style.fontSize = '200%';
				return document.documentElement.scrollWidth - document.documentElement.clientWidth;
			});
			if (over > 0) wide.push(`${id}, ${scene}: ${over} px`);
			if (scene === 'asked') await answerAnything(page, 'main', { wish: 'wrong' });
		}
		await goOn(page);
		await press(page, say('certainty_sure')).waitFor();
	}
	expect(wide).toEqual([]);
	faults.check();
	await context.close();
	await host.stop();
});

test('nothing moves for those who asked for less motion', async ({ page, site }) => {
	const moving = () =>
		page.evaluate(
			() =>
				[...document.querySelectorAll('*')].filter((element) =>
					getComputedStyle(element)
						.transitionDuration.split(', ')
						.some((duration) => duration !== '0s')
				).length
		);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openStudy(page, site, 'kinds');
	expect(await moving()).toBe(0);
	await answerAnything(page, site);
	await expect(verdict(page)).toBeVisible();
	expect(await moving()).toBe(0);
	expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('a keyboard finds the way past the head first, and sees where it is', async ({ page }) => {
	await page.goto('');
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: say('skip_to_content') });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	const start = page.getByRole('link', { name: say('home_start'), exact: true });
	await expect(start).toBeFocused();
	expect(await start.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
});
