import type { Page } from '@playwright/test';
import { QUESTION_KINDS, type QuestionKind } from '#core/question.ts';
import { courseOf } from './bank.ts';
import { fillByKeys, submitByKeys, tabTo } from './by-keys.ts';
import { fillByTap } from './by-tap.ts';
import { readAnswers, readKept } from './device.ts';
import { expect, test } from './site.ts';
import {
	answerAnything,
	expectPosition,
	goOn,
	openStudy,
	press,
	prompt,
	readQuestion,
	switchCertaintyOff,
	summary,
	verdict
} from './steps.ts';
import { say } from './words.ts';

test.use({ site: 'kinds' });

for (const wish of ['right', 'wrong'] as const) {
	test(`every kind is answered by tap, and ${wish} is told as ${wish}`, async ({ page, site }) => {
		await openStudy(page, site, 'kinds');
		const met: QuestionKind[] = [];
		while (!(await summary(page).isVisible())) {
			const { question } = await answerAnything(page, site, { wish });
			await expect(verdict(page)).toContainText(say(wish === 'right' ? 'verdict_right' : 'verdict_wrong'));
			await expect(verdict(page)).toBeFocused();
			await expect(page.getByText(question.explanation)).toBeVisible();
			met.push(question.kind);
			await goOn(page);
			await prompt(page).or(summary(page)).waitFor();
		}
		expect(new Set(met)).toEqual(new Set(QUESTION_KINDS));
		const answers = await readAnswers(page);
		expect(answers.map(({ right }) => right)).toEqual(met.map(() => wish === 'right'));
	});

	test(`every kind is answered by keyboard alone: ${wish}`, async ({ page, site }) => {
		const count = courseOf(site).sections[0]!.questions.length;
		await openStudy(page, site, 'kinds');
		for (let position = 1; position <= count; position += 1) {
			await expectPosition(page, position, count);
			const { question, answer } = await readQuestion(page, site, wish);
			await fillByKeys(page, question, answer);
			await submitByKeys(page, 'sure');
			await expect(verdict(page)).toContainText(say(wish === 'right' ? 'verdict_right' : 'verdict_wrong'));
			await page.keyboard.press('Enter');
			await expect(verdict(page)).toHaveCount(0);
		}
		await expect(summary(page)).toBeFocused();
		const answers = await readAnswers(page);
		expect(answers.map(({ certainty }) => certainty)).toEqual(answers.map(() => 'sure'));
		expect(answers.map(({ right }) => right)).toEqual(answers.map(() => wish === 'right'));
	});
}

test('"I don\'t know" answers every kind: worth nothing, and told without blame', async ({ page, site }) => {
	await openStudy(page, site, 'kinds');
	const count = courseOf(site).sections[0]!.questions.length;
	for (let position = 1; position <= count; position += 1) {
		await press(page, say('dont_know')).click();
		await expect(verdict(page)).toHaveText(say('verdict_unknown'));
		await expect(page.getByRole('heading', { name: say('feedback_key') })).toBeVisible();
		await goOn(page);
	}
	const answers = await readAnswers(page);
	expect(answers.map(({ answer, score }) => [answer.kind, score])).toEqual(answers.map(() => ['unknown', 0]));
});

test('with certainty switched off every kind has one button, by tap and by keyboard', async ({
	page,
	site
}) => {
	await switchCertaintyOff(page);
	await openStudy(page, site, 'kinds');
	const count = courseOf(site).sections[0]!.questions.length;
	for (let position = 1; position <= count; position += 1) {
		await expectPosition(page, position, count);
		await expect(press(page, say('check'))).toBeVisible();
		await expect(press(page, say('certainty_sure'))).toHaveCount(0);
		const { question, answer } = await readQuestion(page, site);
		if (position % 2 === 0) {
			await fillByTap(page, question, answer);
			await press(page, say('check')).click();
		} else {
			await fillByKeys(page, question, answer);
			await tabTo(page, press(page, say('check')));
			await page.keyboard.press('Enter');
		}
		await expect(verdict(page)).toContainText(say('verdict_right'));
		await page.keyboard.press('Enter');
		await expect(verdict(page)).toHaveCount(0);
	}
	const answers = await readAnswers(page);
	expect(answers.map(({ certainty }) => certainty)).toEqual(answers.map(() => null));
});

test('partly right is told as such, with its share of the points', async ({ page, site }) => {
	await openStudy(page, site, 'kinds');
	await passTo(page, 'multiple-choice');
	const { question, answer } = await readQuestion(page, site);
	if (answer.kind !== 'choice') throw new Error('A choice was expected.');
	await fillByTap(page, question, { ...answer, options: answer.options.slice(0, 1) });
	await press(page, say('certainty_think_so')).click();
	await expect(verdict(page)).toContainText(say('verdict_partly'));
	await expect(verdict(page)).toContainText('50');
});

test('what is no number is not graded, and a sentence says how to write one', async ({ page, site }) => {
	await openStudy(page, site, 'kinds');
	await passTo(page, 'numeric');
	const before = (await readKept(page)).events.length;
	const field = page.getByRole('textbox');
	await field.fill('many');
	await press(page, say('certainty_sure')).click();
	await expect(page.getByRole('alert')).toHaveText(say('not_gradable_not_a_number'));
	await expect(field).toHaveValue('many');
	expect((await readKept(page)).events).toHaveLength(before);
	await answerAnything(page, site);
	await expect(verdict(page)).toContainText(say('verdict_right'));
});

for (const kind of ['cloze', 'matching', 'categorise'] as const) {
	test(`a ${kind} with a part left open is not graded, and a sentence says so`, async ({ page, site }) => {
		await openStudy(page, site, 'kinds');
		await passTo(page, kind);
		const before = (await readKept(page)).events.length;
		if (kind === 'cloze') await page.getByRole('textbox').fill('big');
		if (kind === 'matching') await page.getByRole('combobox').first().selectOption({ index: 1 });
		if (kind === 'categorise') await page.getByRole('radio').first().click();
		await press(page, say('certainty_sure')).click();
		await expect(page.getByRole('alert')).toHaveText(say('not_gradable_incomplete'));
		expect((await readKept(page)).events).toHaveLength(before);
	});
}

/** Says "I don't know" until a question of that kind is asked. */
async function passTo(page: Page, kind: QuestionKind): Promise<void> {
	const { questions } = courseOf('kinds').sections[0]!;
	for (const question of questions) {
		await expect(prompt(page)).toHaveText(question.prompt);
		if (question.kind === kind) return;
		await press(page, say('dont_know')).click();
		await verdict(page).waitFor();
		await goOn(page);
	}
}
