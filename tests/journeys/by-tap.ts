import type { Page } from '@playwright/test';
import type { Answer } from '#core/answer.ts';
import type { Categorise, Cloze, Matching, Ordering, Question } from '#core/question.ts';
import { say } from './words.ts';

/** Puts an answer into the fields as a finger does. */
export async function fillByTap(page: Page, question: Question, answer: Answer): Promise<void> {
	switch (answer.kind) {
		case 'choice':
			for (const id of answer.options) await optionField(page, id).click();
			return;
		case 'text':
			await page.locator('main').getByRole('textbox').fill(answer.text);
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

export function optionField(page: Page, id: string) {
	return page.locator(`main input[value="${id}"]`);
}

export function gapField(page: Page, question: Cloze, id: string) {
	const number = question.gaps.findIndex((gap) => gap.id === id) + 1;
	return page.getByLabel(say('field_gap', { number }), { exact: true });
}

export function pairField(page: Page, left: string) {
	return page.getByRole('listitem').filter({ hasText: left }).getByRole('combobox');
}

export function entryField(page: Page, entry: string, category: string) {
	return page.locator(`input[name="entry-${entry}"][value="${category}"]`);
}

export async function stepsOnScreen(page: Page): Promise<readonly string[]> {
	const rows = await page.locator('main ol > li').all();
	return Promise.all(rows.map(async (row) => (await row.getAttribute('data-step'))!));
}

async function fillGaps(page: Page, question: Cloze, gaps: Readonly<Record<string, string>>): Promise<void> {
	for (const gap of question.gaps) {
		const field = gapField(page, question, gap.id);
		if ('options' in gap) await field.selectOption(gaps[gap.id]!);
		else await field.fill(gaps[gap.id]!);
	}
}

async function matchPairs(
	page: Page,
	question: Matching,
	pairs: Readonly<Record<string, string>>
): Promise<void> {
	for (const { id, left } of question.pairs) await pairField(page, left).selectOption(pairs[id]!);
}

async function sortEntries(
	page: Page,
	question: Categorise,
	pairs: Readonly<Record<string, string>>
): Promise<void> {
	for (const { id } of question.entries) await entryField(page, id, pairs[id]!).click();
}

/** Brings the steps up one after the other, each to its place. */
async function orderSteps(page: Page, question: Ordering, ids: readonly string[]): Promise<void> {
	for (const [place, id] of ids.entries()) {
		const step = question.steps.find((each) => each.id === id)!.text;
		const up = page.getByRole('button', { name: say('order_up', { step }) });
		const from = (await stepsOnScreen(page)).indexOf(id);
		for (let at = from; at > place; at -= 1) await up.click();
	}
}
