import { expect, type Locator, type Page } from '@playwright/test';
import type { Answer } from '#core/answer.ts';
import type { Categorise, Cloze, Matching, Ordering, Question } from '#core/question.ts';
import { entryField, gapField, pairField, stepsOnScreen } from './by-tap.ts';
import { say } from './words.ts';

/** Puts an answer into the fields without a pointer. */
export async function fillByKeys(page: Page, question: Question, answer: Answer): Promise<void> {
	switch (answer.kind) {
		case 'choice':
			return pickByDigits(page, answer.options);
		case 'text':
			await tabTo(page, page.locator('main').getByRole('textbox'));
			await page.keyboard.type(answer.text);
			return;
		case 'gaps':
			return fillGaps(page, question as Cloze, answer.gaps);
		case 'pairs':
			return question.kind === 'matching'
				? matchPairs(page, question, answer.pairs)
				: sortEntries(page, question as Categorise, answer.pairs);
		case 'order':
			return orderSteps(page, question as Ordering, answer.ids);
		case 'unknown':
	}
}

/** From the fields to "Sure": Enter leads to the row of certainties, the arrows walk along it. */
export async function submitByKeys(page: Page, certainty: 'guess' | 'think-so' | 'sure'): Promise<void> {
	const middle = page.getByRole('button', { name: say('certainty_think_so') });
	// A list and a button have an Enter of their own.
	const isOwnEnter = await page.evaluate(() => document.activeElement?.matches('select, button') ?? false);
	if (isOwnEnter) await tabTo(page, middle);
	else await page.keyboard.press('Enter');
	await expect(middle).toBeFocused();
	if (certainty === 'guess') await page.keyboard.press('ArrowLeft');
	if (certainty === 'sure') await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
}

/** Presses Tab until the focus is there; at most as often as a page can have stops. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
	await wanted.waitFor();
	for (let stop = 0; stop < 60; stop += 1) {
		if (await wanted.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not lead to ${String(wanted)}.`);
}

async function pickByDigits(page: Page, options: readonly string[]): Promise<void> {
	const shown = await page
		.locator('main fieldset input')
		.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
	for (const id of options) await page.keyboard.press(String(shown.indexOf(id) + 1));
}

async function fillGaps(page: Page, question: Cloze, gaps: Readonly<Record<string, string>>): Promise<void> {
	for (const gap of question.gaps) {
		const field = gapField(page, question, gap.id);
		await tabTo(page, field);
		if ('options' in gap) await chooseByArrows(page, field, gaps[gap.id]!);
		else await page.keyboard.type(gaps[gap.id]!);
	}
}

async function matchPairs(
	page: Page,
	question: Matching,
	pairs: Readonly<Record<string, string>>
): Promise<void> {
	for (const { id, left } of question.pairs) {
		const field = pairField(page, left);
		await tabTo(page, field);
		await chooseByArrows(page, field, pairs[id]!);
	}
}

async function chooseByArrows(page: Page, list: Locator, value: string): Promise<void> {
	const values = await list
		.locator('option')
		.evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
	for (let step = values.indexOf(value); step > 0; step -= 1) await page.keyboard.press('ArrowDown');
	await expect(list).toHaveValue(value);
}

async function sortEntries(
	page: Page,
	question: Categorise,
	pairs: Readonly<Record<string, string>>
): Promise<void> {
	const ids = question.categories.map(({ id }) => id);
	const shown = await page
		.locator('main fieldset input')
		.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).name.slice('entry-'.length)));
	for (const entry of new Set(shown)) {
		await tabTo(page, entryField(page, entry, ids[0]!));
		await page.keyboard.press('Space');
		for (let step = ids.indexOf(pairs[entry]!); step > 0; step -= 1) await page.keyboard.press('ArrowRight');
		await expect(entryField(page, entry, pairs[entry]!)).toBeChecked();
	}
}

async function orderSteps(page: Page, question: Ordering, ids: readonly string[]): Promise<void> {
	for (const [place, id] of ids.entries()) {
		const step = question.steps.find((each) => each.id === id)!.text;
		const from = (await stepsOnScreen(page)).indexOf(id);
		if (from === place) continue;
		await tabTo(page, page.getByRole('button', { name: say('order_up', { step }) }));
		for (let at = from; at > place; at -= 1) {
			await page.keyboard.press('Enter');
			await expect(async () => expect((await stepsOnScreen(page)).indexOf(id)).toBe(at - 1)).toPass();
		}
	}
}
