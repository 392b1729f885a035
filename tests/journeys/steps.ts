import { expect, type Page } from '@playwright/test';
import type { Answer, Certainty } from '#core/answer.ts';
import type { Question } from '#core/question.ts';
import { makeAnswer, type Wish } from './answers.ts';
import { courseOf, findQuestion } from './bank.ts';
import { fillByTap } from './by-tap.ts';
import { readKept } from './device.ts';
import type { SiteName } from './sites.ts';
import { say } from './words.ts';

/** What learners do, in their words. Addresses are relative to where the site stands. */

const CERTAINTY_WORDS = {
	guess: 'certainty_guess',
	'think-so': 'certainty_think_so',
	sure: 'certainty_sure'
};

export const prompt = (page: Page) => page.locator('#prompt');
export const verdict = (page: Page) => page.locator('#verdict');
export const summary = (page: Page) => page.locator('#summary');
/** On the course's page: the section itself, and not its lesson. */
export const sectionLink = (page: Page, title: string) =>
	page.getByRole('link', { name: new RegExp(`^${title.replace(/[^\w\s]/g, '.')}`) });
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Straight to the questions, as if by a bookmark. */
export async function openStudy(page: Page, site: SiteName, section?: string): Promise<void> {
	await page.goto(`study/${courseOf(site).id}${section === undefined ? '' : `?section=${section}`}`);
	await prompt(page).or(summary(page)).waitFor();
}

export interface Given {
	readonly question: Question;
	readonly answer: Answer;
}

/** The question on the screen, with an answer of that worth to it. */
export async function readQuestion(page: Page, site: SiteName, wish: Wish = 'right'): Promise<Given> {
	await prompt(page).waitFor();
	const shown = await page.getByRole('main').innerText();
	const question = findQuestion(site, (await prompt(page).textContent())!, shown);
	return { question, answer: makeAnswer(question, wish) };
}

/** Answers whatever is asked, and stays in the feedback. */
export async function answerAnything(
	page: Page,
	site: SiteName,
	{ wish = 'right', certainty = 'sure' }: { wish?: Wish; certainty?: Certainty } = {}
): Promise<Given> {
	const given = await readQuestion(page, site, wish);
	await fillByTap(page, given.question, given.answer);
	// As in `goOn`: what a person could not have seen yet is not answered.
	await expect(async () => {
		if (await verdict(page).isVisible()) return;
		await press(page, say(CERTAINTY_WORDS[certainty])).click({ timeout: 2000 });
		await verdict(page).waitFor({ timeout: 3000 });
	}).toPass();
	return given;
}

/** From the feedback on. */
export async function goOn(page: Page): Promise<void> {
	const onward = press(page, say('next')).or(press(page, say('to_summary')));
	// Quicker than a person can read, a tap counts as the echo of the one before, and is made again.
	await expect(async () => {
		if (await verdict(page).isVisible()) await onward.click({ timeout: 2000 });
		await verdict(page).waitFor({ state: 'detached', timeout: 500 });
	}).toPass();
}

/** Answers to the summary; `wishOf` says which are to be right. Returns what was asked, in its order. */
export async function answerAll(
	page: Page,
	site: SiteName,
	wishOf: (position: number) => Wish = () => 'right'
): Promise<readonly Question[]> {
	const asked: Question[] = [];
	while (!(await summary(page).isVisible())) {
		const { question } = await answerAnything(page, site, { wish: wishOf(asked.length) });
		asked.push(question);
		await goOn(page);
		await prompt(page).or(summary(page)).waitFor();
	}
	return asked;
}

export async function expectPosition(page: Page, position: number, count: number): Promise<void> {
	await expect(page.getByText(say('study_position', { position, count }))).toBeAttached();
}

export async function switchCertaintyOff(page: Page): Promise<void> {
	await page.goto('settings');
	// What is pressed before the script is there is not heard.
	await expect(() => page.getByLabel(say('settings_certainty')).uncheck({ timeout: 2000 })).toPass();
	await expect.poll(async () => (await readKept(page)).settings.map(({ value }) => value)).toEqual([false]);
}
