import type { Page } from '@playwright/test';
import { beginCourse, chooseFile, writeQuestion } from './author-steps.ts';
import { courseOf } from './bank.ts';
import { answerHere, confirmHandIn, handIn, openExam, startExam } from './exam-steps.ts';
import { expect } from './site.ts';
import type { SiteName } from './sites.ts';
import { answerAnything, goOn, openStudy, press, prompt, sectionLink, summary } from './steps.ts';
import { say } from './words.ts';

/** Visits every screen of the app, and each kind both asking and answered. */
export async function visitAll(
	page: Page,
	site: SiteName,
	look: (screen: string) => Promise<void>
): Promise<void> {
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
	await expect(page.getByText(say('course_not_begun'))).toHaveCount(0);
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
	await page.getByRole('button', { name: /français/ }).click();
	await page.getByLabel(say('write_translation')).first().waitFor();
	await look('author, translation');
	await page.getByRole('button', { name: new RegExp(`^${say('write_new_section')} · `) }).click();
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
	const text = await page.getByText(/^\d+\/\d+$/).textContent();
	return Number.parseInt(text!, 10);
}
