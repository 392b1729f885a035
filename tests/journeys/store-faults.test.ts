import type { Page } from '@playwright/test';
import { fillByTap } from './by-tap.ts';
import { readAnswers } from './device.ts';
import { expect, test } from './site.ts';
import {
	answerAnything,
	expectPosition,
	goOn,
	openStudy,
	press,
	prompt,
	readQuestion,
	verdict
} from './steps.ts';
import { say } from './words.ts';

test.use({ site: 'kinds' });

for (const times of [1, 2]) {
	test(`a store that fails ${times} times and then works keeps the answer, and nobody notices`, async ({
		page,
		site
	}) => {
		await openWithAnswer(page, site);
		await breakStore(page, { name: 'UnknownError', times });
		await press(page, say('certainty_sure')).click();
		await expect(verdict(page)).toContainText(say('verdict_right'));
		await expect(page.getByRole('alert')).toHaveCount(0);
		expect(await readAnswers(page)).toHaveLength(2);
	});
}

const STAYING = [
	{ name: 'UnknownError', sentence: 'trouble_store_failed' },
	{ name: 'InvalidStateError', sentence: 'trouble_store_failed' },
	{ name: 'QuotaExceededError', sentence: 'trouble_store_full' }
];

for (const { name, sentence } of STAYING) {
	test(`a store that fails for good (${name}) is told in a sentence; the answer stays in the fields and is kept once it heals`, async ({
		page,
		site
	}) => {
		await openWithAnswer(page, site);
		await breakStore(page, { name, times: Infinity });
		await press(page, say('certainty_sure')).click();
		await expect(page.getByRole('alert')).toContainText(say(sentence));
		await expect(verdict(page)).toHaveCount(0);
		await press(page, say('trouble_retry')).click();
		await expect(page.getByRole('alert')).toContainText(say(sentence));
		await expect(page.locator('main input:checked')).toHaveCount(2);
		await breakStore(page, { name, times: 0 });
		expect(await readAnswers(page)).toHaveLength(1);

		await press(page, say('trouble_retry')).click();
		await expect(verdict(page)).toContainText(say('verdict_right'));
		await expect(page.getByRole('alert')).toHaveCount(0);
		expect(await readAnswers(page)).toHaveLength(2);
		await goOn(page);
		await expectPosition(page, 3, 10);
	});
}

test('an undo that could not be kept is told, and done once the store heals', async ({ page, site }) => {
	await openStudy(page, site, 'kinds');
	await answerAnything(page, site);
	await page.waitForTimeout(450);
	await breakStore(page, { name: 'UnknownError', times: Infinity });
	await press(page, say('undo')).click();
	await expect(page.getByRole('alert')).toContainText(say('trouble_store_failed'));
	await breakStore(page, { name: 'UnknownError', times: 0 });
	await press(page, say('trouble_retry')).click();
	await expect(verdict(page)).toHaveCount(0);
	await expectPosition(page, 1, 10);
});

test('a store that cannot be opened is told on every page, with a retry that works once it heals', async ({
	page,
	site
}) => {
	await openStudy(page, site, 'kinds');
	await answerAnything(page, site);
	await page.addInitScript(() => {
		const open = IDBFactory.prototype.open;
		IDBFactory.prototype.open = function (...words) {
			if (!('healed' in globalThis)) throw new DOMException('Broken on purpose.', 'UnknownError');
			return open.apply(this, words);
		};
	});
	const heal = () => page.evaluate(() => Object.assign(globalThis, { healed: true }) && undefined);
	await page.goto('');
	await expect(page.getByRole('alert')).toContainText(say('trouble_store_failed'));
	await heal();
	await press(page, say('trouble_retry')).click();
	await expect(page.getByRole('link', { name: say('home_continue'), exact: true })).toBeVisible();
	await page.goto('settings');
	await expect(page.getByRole('alert')).toContainText(say('trouble_store_failed'));
	await page.goto('study/networks');
	await expect(page.getByRole('alert')).toContainText(say('trouble_store_failed'));
	await heal();
	await press(page, say('trouble_retry')).click();
	await expect(verdict(page)).toContainText(say('verdict_right'));
	await expect(prompt(page)).toBeVisible();
});

test('a setting that could not be kept is told in a sentence', async ({ page, site }) => {
	await openStudy(page, site, 'kinds');
	await answerAnything(page, site);
	await page.goto('settings');
	await expect(page.getByRole('checkbox')).toBeVisible();
	await breakStore(page, { name: 'QuotaExceededError', times: Infinity });
	await page.getByLabel(say('settings_certainty')).uncheck();
	await expect(page.getByRole('alert')).toContainText(say('trouble_store_full'));
});

/** At the second question, with its right answer in the fields: the store is open already. */
async function openWithAnswer(page: Page, site: 'kinds' | string): Promise<void> {
	await openStudy(page, site as 'kinds', 'kinds');
	await answerAnything(page, site as 'kinds');
	await goOn(page);
	const { question, answer } = await readQuestion(page, site as 'kinds');
	await fillByTap(page, question, answer);
}

/** From now on, so many writes fail with that error. */
async function breakStore(page: Page, fault: { name: string; times: number }): Promise<void> {
	await page.evaluate(({ name, times }) => {
		const world = globalThis as { faultsLeft?: number; faultName?: string };
		const isFirst = world.faultsLeft === undefined;
		Object.assign(world, { faultsLeft: times, faultName: name });
		if (!isFirst) return;
		const transaction = IDBDatabase.prototype.transaction;
		IDBDatabase.prototype.transaction = function (names, mode, options) {
			if (mode === 'readwrite' && world.faultsLeft! > 0) {
				world.faultsLeft! -= 1;
				throw new DOMException('Broken on purpose.', world.faultName);
			}
			return transaction.call(this, names, mode, options);
		};
	}, fault);
}
