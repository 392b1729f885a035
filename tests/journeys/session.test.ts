import { courseOf } from './bank.ts';
import { readKept } from './device.ts';
import { expect, test } from './site.ts';
import {
	answerAll,
	answerAnything,
	goOn,
	openStudy,
	press,
	prompt,
	summary,
	verdict,
	sectionLink
} from './steps.ts';
import { say } from './words.ts';

test('a session leads to its summary, over what was missed, to the next section, and home to the progress', async ({
	page,
	site
}) => {
	test.slow();
	const [first, second] = courseOf(site).sections;
	await openStudy(page, site);
	const asked = await answerAll(page, site, (position) => (position % 4 === 1 ? 'wrong' : 'right'));
	expect(asked.map(({ id }) => id)).toEqual(first!.questions.map(({ id }) => id));

	await expect(summary(page)).toBeFocused();
	const missed = asked.filter((_, position) => position % 4 === 1);
	await expect(
		page.getByText(`${asked.length - missed.length} of ${asked.length} questions right`)
	).toBeVisible();
	await expect(page.getByRole('main').getByRole('listitem')).toHaveText(missed.map((each) => each.prompt));

	await press(page, `Go again over the ${missed.length} missed`).click();
	await expect(prompt(page)).toBeFocused();
	const again = await answerAll(page, site);
	expect(again.map(({ id }) => id)).toEqual(missed.map(({ id }) => id));
	await expect(page.getByText(say('summary_all_right'))).toBeVisible();

	await press(page, say('summary_next')).click();
	// Claims that were never met, each once.
	const fresh = new Set(second!.questions.map(({ claim }) => claim)).size;
	const learnt = questionAsked(await prompt(page).innerText(), second!.questions);
	await answerAnything(page, site);
	await goOn(page);
	await page.getByRole('link', { name: say('nav_leave') }).click();
	const met = new Set([...first!.questions, learnt].map(({ claim }) => claim)).size;
	await expect(page.getByText(new RegExp(`^${met} of \\d+ claims answered, ${met} right`))).toBeVisible();
	await expect(page.getByText(`1 of ${fresh} answered in the open session`)).toBeVisible();
	await page.getByRole('link', { name: say('home_continue'), exact: true }).click();
	const next = questionAsked(await prompt(page).innerText(), second!.questions);
	expect(next.claim).not.toBe(learnt.claim);
});

test('"Done" closes the session; the day has enough, and who wants more goes on with the next section', async ({
	page,
	site
}) => {
	const [first, second] = courseOf(site).sections;
	await openStudy(page, site);
	await answerAll(page, site);
	await press(page, say('summary_done')).click();
	// Of the day's new claims, those that the first section did not have.
	await page.getByRole('link', { name: /^Learn \d+ new claims?$/ }).click();
	const rest = await answerAll(page, site);
	await press(page, say('summary_done')).click();
	await expect(page.getByText(/^All done for today; next review on /)).toBeVisible();
	const { sessions, progress } = await readKept(page);
	expect(sessions[0]!.closed).toBe(true);
	expect(progress.find(({ section }) => section === first!.id)!.right).toBeGreaterThan(0);
	await page.getByRole('link', { name: say('today_learn_more'), exact: true }).click();
	const more = questionAsked(await prompt(page).innerText(), second!.questions);
	expect(rest.map(({ claim }) => claim)).not.toContain(more.claim);
});

/** The question that is on the screen; a failure where it is none of these. */
function questionAsked<Q extends { readonly prompt: string }>(shown: string, questions: readonly Q[]): Q {
	const asked = questions.find((question) => question.prompt === shown);
	expect(asked, shown).toBeDefined();
	return asked!;
}

test('the course page leads to any section, and says how far each is', async ({ page, site }) => {
	const { id, sections } = courseOf(site);
	await page.goto(`course/${id}`);
	await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(sections.length);
	const third = sections[2]!;
	await sectionLink(page, third.title).click();
	await expect(prompt(page)).toHaveText(third.questions[0]!.prompt);
	await answerAnything(page, site);
	await page.goto(`course/${id}`);
	await expect(sectionLink(page, third.title)).toContainText(/1 of \d+ answered, 1 right/);
	// An open session on that very section goes on.
	await sectionLink(page, third.title).click();
	await expect(verdict(page)).toContainText(say('verdict_right'));
	await goOn(page);
	await expect(prompt(page)).toHaveText(third.questions[1]!.prompt);
});
