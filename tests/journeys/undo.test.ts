import { readKept, type Kept } from './device.ts';
import { expect, test } from './site.ts';
import {
	answerAll,
	answerAnything,
	expectPosition,
	goOn,
	openStudy,
	press,
	prompt,
	summary,
	verdict
} from './steps.ts';
import { say } from './words.ts';

test.use({ site: 'kinds' });

/** What follows from the events; a session without its answers stays. */
const derived = ({ cards, days, sessions, progress }: Kept) => ({ cards, days, sessions, progress });

test('undo in the feedback restores card, day, session and progress, and asks again', async ({
	page,
	site
}) => {
	await openStudy(page, site, 'kinds');
	await answerAnything(page, site);
	await goOn(page);
	const before = await readKept(page);
	const { question } = await answerAnything(page, site, { wish: 'wrong' });
	expect(derived(await readKept(page))).not.toEqual(derived(before));
	await press(page, say('undo')).click();

	await expect(verdict(page)).toHaveCount(0);
	await expect(prompt(page)).toHaveText(question.prompt);
	await expect(prompt(page)).toBeFocused();
	await expect(page.locator('main input:checked')).toHaveCount(0);
	const after = await readKept(page);
	expect(derived(after)).toEqual(derived(before));
	expect(after.events.map(({ kind }) => kind)).toEqual([
		...before.events.map(({ kind }) => kind),
		'answered',
		'undone'
	]);

	await answerAnything(page, site);
	await expect(verdict(page)).toContainText(say('verdict_right'));
});

test('undo of the very first answer leaves nothing of it', async ({ page, site }) => {
	await openStudy(page, site, 'kinds');
	await answerAnything(page, site);
	await press(page, say('undo')).click();
	await expectPosition(page, 1, 10);
	const { cards, days, sessions, progress } = await readKept(page);
	expect({ cards, days, progress }).toEqual({ cards: [], days: [], progress: [] });
	expect(sessions[0]!.answers).toEqual({});
});

test('undo on the summary restores everything and asks the last question again, a reload included', async ({
	page,
	site
}) => {
	await openStudy(page, site, 'kinds');
	let before: Kept | undefined;
	for (let position = 0; position < 10; position += 1) {
		if (position === 9) before = await readKept(page);
		await answerAnything(page, site);
		await goOn(page);
	}
	await expect(summary(page)).toBeVisible();
	await page.reload();
	await press(page, say('undo_last')).click();
	await expectPosition(page, 10, 10);
	await expect(prompt(page)).toBeFocused();
	expect(derived(await readKept(page))).toEqual(derived(before!));
	await page.reload();
	await expectPosition(page, 10, 10);
	await answerAll(page, site, () => 'wrong');
	await expect(page.getByText('9 of 10 questions right')).toBeVisible();
});
