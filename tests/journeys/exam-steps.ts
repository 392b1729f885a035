import { expect, type Page } from '@playwright/test';
import { makeAnswer, type Wish } from './answers.ts';
import { courseOf, findQuestion } from './bank.ts';
import { fillByTap } from './by-tap.ts';
import type { SiteName } from './sites.ts';
import { press, prompt } from './steps.ts';
import { say } from './words.ts';

/** What learners do in an exam. */

export const result = (page: Page) => page.locator('#result');
export const handIn = (page: Page) => press(page, say('exam_hand_in'));

/** The button of that place in the overview; places count from 0. */
export const number = (page: Page, place: number) =>
	page.getByRole('navigation').getByRole('button', { name: new RegExp(`^Question ${place + 1},`) });

export async function openExam(page: Page, site: SiteName): Promise<void> {
	await page.goto(`exam/${courseOf(site).id}`);
	await prompt(page).or(result(page)).or(page.locator('#exam-setup')).waitFor();
}

/** Over all sections, with as many questions as there can be. */
export async function startExam(page: Page, site: SiteName, minutes?: number): Promise<void> {
	await openExam(page, site);
	await page.getByLabel(say('exam_length')).fill('60');
	if (minutes !== undefined) {
		await page.getByLabel(say('exam_clock_with')).check();
		await page.getByLabel(say('exam_clock_minutes')).fill(String(minutes));
	}
	await press(page, say('exam_start')).click();
	await prompt(page).waitFor();
}

export async function answerHere(page: Page, site: SiteName, wish: Wish = 'right'): Promise<void> {
	const shown = await page.locator('main .matter').innerText();
	const question = findQuestion(site, (await prompt(page).textContent())!, shown);
	await fillByTap(page, question, makeAnswer(question, wish));
}

export async function expectPlace(page: Page, place: number): Promise<void> {
	await expect(page.getByRole('banner')).toContainText(new RegExp(`Question ${place + 1} of \\d+`));
}

export async function goTo(page: Page, place: number): Promise<void> {
	await number(page, place).click();
	await expectPlace(page, place);
}

export async function confirmHandIn(page: Page): Promise<void> {
	await page
		.getByRole('dialog')
		.getByRole('button', { name: say('exam_hand_in') })
		.click();
	await result(page).waitFor();
}

/** Walks to the first question of that kind. */
export async function findPlace(page: Page, site: SiteName, kind: string): Promise<number> {
	const count = await page.getByRole('navigation').getByRole('button').count();
	for (let place = 0; place < count; place += 1) {
		await goTo(page, place);
		const shown = await page.locator('main .matter').innerText();
		if (findQuestion(site, (await prompt(page).textContent())!, shown).kind === kind) return place;
	}
	throw new Error(`The paper has no ${kind}.`);
}
