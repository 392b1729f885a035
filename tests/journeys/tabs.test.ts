import type { Page } from '@playwright/test';
import { courseOf } from './bank.ts';
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

test('what is answered in one tab shows in the other, which goes on from there', async ({
	page,
	context,
	site
}) => {
	const other = await context.newPage();
	await openStudy(page, site, 'kinds');
	await openStudy(other, site, 'kinds');
	await answerAnything(page, site);
	await expect(other.getByText(say('elsewhere'))).toBeVisible();
	await expect(verdict(other)).toContainText(say('verdict_right'));
	await goOn(other);
	await expectPosition(other, 2, 10);
	await answerAnything(other, site);
	await expect(page.getByText(say('elsewhere'))).toBeVisible();
	await expectPosition(page, 2, 10);
	expect(await readAnswers(page)).toHaveLength(2);
});

test('a question answered in two tabs at once is kept once', async ({ page, context, site }) => {
	const other = await context.newPage();
	const tabs = [page, other];
	await openStudy(page, site, 'kinds');
	await answerAnything(page, site);
	await goOn(page);
	await openStudy(other, site, 'kinds');
	await goOn(other);
	for (const tab of tabs) {
		const { question, answer } = await readQuestion(tab, site);
		await fillByTap(tab, question, answer);
	}
	await pressInBoth(tabs);
	for (const tab of tabs) {
		await expect(verdict(tab)).toContainText(say('verdict_right'));
		await expectPosition(tab, 2, 10);
	}
	expect(await readAnswers(page)).toHaveLength(2);
});

test('a session begun in two tabs at once goes on as one, and no answer is lost', async ({
	page,
	context,
	site
}) => {
	const other = await context.newPage();
	const tabs = [page, other];
	for (const tab of tabs) {
		await openStudy(tab, site, 'kinds');
		const { question, answer } = await readQuestion(tab, site);
		await fillByTap(tab, question, answer);
	}
	await pressInBoth(tabs);
	for (const tab of tabs) await verdict(tab).waitFor();
	await other.close();
	await page.reload();
	await verdict(page).waitFor();
	await goOn(page);
	await expectPosition(page, 2, 10);
});

test('a page is told when a newer version has changed the store, and writes nothing there', async ({
	page,
	context,
	site
}) => {
	await openStudy(page, site, 'kinds');
	await answerAnything(page, site);
	await goOn(page);
	const home = await context.newPage();
	await home.goto('');
	await expect(home.getByRole('link', { name: say('home_continue'), exact: true })).toBeVisible();

	const newer = await context.newPage();
	await openOneVersionUp(newer);
	await newer.goto('');
	await expect(newer.getByRole('link', { name: say('home_continue'), exact: true })).toBeVisible();

	await expect(home.getByRole('alert')).toContainText(say('trouble_store_outdated'));
	const { question, answer } = await readQuestion(page, site);
	await fillByTap(page, question, answer);
	await press(page, say('certainty_sure')).click();
	await expect(page.getByRole('alert')).toContainText(say('trouble_store_outdated'));
	await expect(press(page, say('trouble_reload'))).toBeVisible();
	await expect(verdict(page)).toHaveCount(0);
	expect(await readAnswers(newer)).toHaveLength(1);
});

test('a tab that does not let go of an older version is named, and all goes on when it is closed', async ({
	page,
	context,
	site,
	faults
}) => {
	// The icon that a browser wants of a bare document.
	faults.allow(/404/);
	await openStudy(page, site, 'kinds');
	await answerAnything(page, site);
	const holder = await context.newPage();
	// A document of ours that is not the app.
	await holder.goto('icons/icon.svg');
	await holder.evaluate(
		() =>
			new Promise<void>((held) => {
				const opening = indexedDB.open('grasp');
				opening.onsuccess = () => {
					Object.assign(globalThis, { held: opening.result });
					held();
				};
			})
	);
	await page.close();

	const newer = await context.newPage();
	await openOneVersionUp(newer);
	await newer.goto(`study/${courseOf(site).id}`);
	await expect(newer.getByRole('alert')).toContainText(say('trouble_store_blocked'), { timeout: 10_000 });
	await holder.close();
	await press(newer, say('trouble_retry')).click();
	await expect(verdict(newer)).toContainText(say('verdict_right'));
	await expect(newer.getByRole('alert')).toHaveCount(0);
	await expect(prompt(newer)).toBeVisible();
});

/** At once: neither tab has time to hear of the other's answer. */
async function pressInBoth(tabs: readonly Page[]): Promise<void> {
	const buttons = await Promise.all(tabs.map((tab) => press(tab, say('certainty_sure')).elementHandle()));
	await Promise.all(buttons.map((button) => button!.evaluate((element: HTMLElement) => element.click())));
}

/** Makes the page take its store for one version newer, as a later app would. */
async function openOneVersionUp(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const open = IDBFactory.prototype.open;
		IDBFactory.prototype.open = function (name, version) {
			return version === undefined ? open.call(this, name) : open.call(this, name, version + 1);
		};
	});
}
