import { whysFor } from '#core/reveal.ts';
import { courseOf } from './bank.ts';
import { readAnswers, readKept } from './device.ts';
import { expect, test } from './site.ts';
import { answerAnything, expectPosition, goOn, press, prompt, verdict } from './steps.ts';
import { say } from './words.ts';

test('the first screen shows the course and one main action, which leads to a question', async ({
	page,
	site
}) => {
	await page.goto('');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('app_claim'));
	await expect(page.getByRole('article')).toHaveCount(1);
	const start = page.getByRole('link', { name: say('home_start'), exact: true });
	await expect(start).toHaveCount(1);
	await start.click();
	await expect(prompt(page)).toHaveText(courseOf(site).sections[0]!.questions[0]!.prompt);
	expect(await readAnswers(page), 'looking alone leaves no trace').toEqual([]);
});

test('a wrong answer is told in words, with what is right, why the choice is wrong, and the claim with its place', async ({
	page,
	site
}) => {
	const { questions, claims } = courseOf(site).sections[0]!;
	await page.goto('');
	await page.getByRole('link', { name: say('home_start'), exact: true }).click();
	await prompt(page).waitFor();
	const { question, answer } = await answerAnything(page, site, { wish: 'wrong' });
	if (!('options' in question)) throw new Error('The course begins without options.');

	await expect(verdict(page)).toContainText(say('verdict_wrong'));
	await expect(verdict(page)).toBeFocused();
	const feedback = page.getByRole('region', { name: say('verdict_wrong') });
	await expect(feedback).toContainText(say('verdict_sure_but_wrong'));
	for (const { correct, text } of question.options) if (correct) await expect(feedback).toContainText(text);
	await expect(feedback).toContainText(whysFor(question, answer)[0]!.why);
	await expect(feedback).toContainText(question.explanation);
	const claim = claims.find(({ id }) => id === question.claim)!;
	const aside = page.getByRole('complementary');
	await expect(aside).toContainText(claim.text);
	await expect(aside).toContainText(`paragraph ${claim.where.paragraph}, sentence ${claim.where.sentence}`);
	await expect(page.getByText(say('mark_chosen_wrong'))).toBeVisible();
	await expect(page.getByText(say('mark_key')).first()).toBeVisible();

	await goOn(page);
	await expect(prompt(page)).toHaveText(questions[1]!.prompt);
	await expect(prompt(page)).toBeFocused();
	await expectPosition(page, 2, questions.length);
});

test('a right answer is told in words, with its explanation', async ({ page, site }) => {
	await page.goto('');
	await page.getByRole('link', { name: say('home_start'), exact: true }).click();
	const { question } = await answerAnything(page, site);
	await expect(verdict(page)).toContainText(say('verdict_right'));
	await expect(page.getByText(question.explanation)).toBeVisible();
	await expect(page.getByText(say('verdict_sure_but_wrong'))).toHaveCount(0);
});

test('without an answer nothing is graded or written, and a sentence says what to do', async ({
	page,
	site
}) => {
	await page.goto(`study/${courseOf(site).id}`);
	await press(page, say('certainty_sure')).click();
	await expect(page.getByRole('alert')).toHaveText(say('not_gradable_empty'));
	await expect(verdict(page)).toHaveCount(0);
	expect((await readKept(page)).events).toEqual([]);
	await answerAnything(page, site);
	expect(await readAnswers(page)).toHaveLength(1);
});
