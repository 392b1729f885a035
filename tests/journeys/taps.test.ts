import type { Locator, Page } from '@playwright/test';
import { fillByTap } from './by-tap.ts';
import { readKept } from './device.ts';
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
	verdict
} from './steps.ts';
import { say } from './words.ts';

test.use({ site: 'kinds' });

const ROW = ['certainty_guess', 'certainty_think_so', 'certainty_sure', 'dont_know'];

for (const name of ROW) {
	for (const gapMillis of [15, 120, 200]) {
		test(`a double tap on "${say(name)}", ${gapMillis} ms apart, is one answer and stays in its feedback`, async ({
			page,
			site
		}) => {
			await openStudy(page, site, 'kinds');
			const { question, answer } = await readQuestion(page, site);
			await fillByTap(page, question, answer);
			await tapTwice(page, press(page, say(name)), gapMillis);
			await expectFeedbackOfOne(page);
		});
	}
}

for (const name of ['check', 'dont_know']) {
	test(`with certainty switched off, a double tap on "${say(name)}" is one answer`, async ({
		page,
		site
	}) => {
		await switchCertaintyOff(page);
		await openStudy(page, site, 'kinds');
		await press(page, say('check')).waitFor();
		const { question, answer } = await readQuestion(page, site);
		await fillByTap(page, question, answer);
		await tapTwice(page, press(page, say(name)), 150);
		await expectFeedbackOfOne(page);
	});
}

test('a double click is one answer', async ({ page, site }) => {
	await openStudy(page, site, 'kinds');
	const { question, answer } = await readQuestion(page, site);
	await fillByTap(page, question, answer);
	await press(page, say('certainty_sure')).dblclick();
	await expectFeedbackOfOne(page);
});

test('a double tap on "Next" does not answer the question that comes up under the finger', async ({
	page,
	site
}) => {
	test.slow();
	await openStudy(page, site, 'kinds');
	// The one kind whose fields hold an answer before they are touched.
	while ((await readQuestion(page, site)).question.kind !== 'matching') {
		await answerAnything(page, site);
		await goOn(page);
	}
	await answerAnything(page, site);
	const before = (await readKept(page)).events.length;
	await page.waitForTimeout(500);
	await tapTwice(page, press(page, say('next')), 150);
	await page.waitForTimeout(500);
	expect((await readQuestion(page, site)).question.kind).toBe('ordering');
	await expect(verdict(page)).toHaveCount(0);
	await expect(page.getByRole('alert')).toHaveCount(0);
	expect((await readKept(page)).events).toHaveLength(before);
});

test('a quick learner is not held up: answer and "Next" within a second each', async ({ page, site }) => {
	await openStudy(page, site, 'kinds');
	await answerAnything(page, site);
	await press(page, say('next')).click();
	await page.waitForTimeout(450);
	if (await verdict(page).isVisible()) await press(page, say('next')).click();
	await expect(verdict(page)).toHaveCount(0);
	await expectPosition(page, 2, 10);
	await expect(prompt(page)).toBeVisible();
});

/** Two taps at one place, whatever comes up there in between. Nothing is waited for but the gap: a finger does not. */
async function tapTwice(page: Page, button: Locator, gapMillis: number): Promise<void> {
	await button.scrollIntoViewIfNeeded();
	const box = (await button.boundingBox())!;
	const at = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
	const touching = await page.context().newCDPSession(page);
	const tap = () => [
		touching.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at }),
		touching.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
	];
	const first = tap();
	await new Promise((passed) => setTimeout(passed, gapMillis));
	await Promise.all([...first, ...tap()]);
	await touching.detach();
}

async function expectFeedbackOfOne(page: Page): Promise<void> {
	await verdict(page).waitFor();
	await page.waitForTimeout(500);
	await expect(verdict(page)).toBeVisible();
	await expectPosition(page, 1, 10);
	const { events } = await readKept(page);
	expect(events.map(({ kind }) => kind)).toEqual(['session-started', 'answered']);
}
