import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import type { Browser, Page } from '@playwright/test';
import { beginCourse } from './author-steps.ts';
import { readKept } from './device.ts';
import type { Host } from './host.ts';
import { expect, test } from './site.ts';
import { answerAll, answerAnything, goOn, openStudy, press } from './steps.ts';
import { say } from './words.ts';

async function answerSome(page: Page, count: number): Promise<void> {
	await openStudy(page, 'main');
	for (let answered = 0; answered < count; answered++) {
		await answerAnything(page, 'main', { wish: answered % 2 ? 'wrong' : 'right' });
		await goOn(page);
	}
}

async function saveBackup(page: Page): Promise<Buffer> {
	await page.goto('settings');
	await press(page, say('backup_make')).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		press(page, say('backup_save')).click()
	]);
	expect(download.suggestedFilename()).toMatch(/^grasp-\d{4}-\d\d-\d\d\.backup\.gz$/);
	return readFileSync(await download.path());
}

async function choose(page: Page, buffer: Uint8Array): Promise<void> {
	await page.goto('settings');
	const field = page.getByLabel(say('backup_choose'));
	await expect(field).toBeEnabled({ timeout: 20_000 });
	await field.setInputFiles({
		name: 'grasp.backup.gz',
		mimeType: 'application/gzip',
		buffer: Buffer.from(buffer)
	});
}

async function restore(page: Page, buffer: Uint8Array): Promise<void> {
	await choose(page, buffer);
	await press(page, say('backup_yes')).click();
	await expect(page.getByText(/^Done\./)).toBeVisible();
}

async function openOther(browser: Browser, host: Host): Promise<Page> {
	return (
		await browser.newContext({ baseURL: host.address, viewport: { width: 360, height: 740 } })
	).newPage();
}

/** What two devices must have alike; settings and sessions may be about the device. */
async function readLog(page: Page) {
	const { events, cards, days, progress } = await readKept(page);
	return { events, cards, days, progress };
}

test('two devices that exchange backups, in any order and more than once, end equal', async ({
	page,
	browser,
	host
}) => {
	test.slow();
	await answerSome(page, 4);
	const other = await openOther(browser, host);
	await other.goto('');
	await other.getByRole('link', { name: say('backup_have') }).click();
	await expect(other.getByRole('heading', { name: say('backup_title') })).toBeInViewport();
	await answerSome(other, 3);

	await restore(other, await saveBackup(page));
	await restore(page, await saveBackup(other));
	await restore(other, await saveBackup(page));
	const mine = await readLog(page);
	expect(mine.events.filter(({ kind }) => kind === 'answered')).toHaveLength(7);
	expect(await readLog(other)).toEqual(mine);
	await restore(page, await saveBackup(other));
	await expect(page.getByText(say('backup_restored_nothing'))).toBeVisible();
	expect(await readLog(page)).toEqual(mine);
	await other.context().close();
});

test('a course of one’s own and its draft come back on a fresh device', async ({ page, browser, host }) => {
	test.slow();
	await beginCourse(page);
	await page.getByText(say('write_draft')).waitFor();
	const backup = await saveBackup(page);
	const lines = strFromU8(gunzipSync(backup)).trim().split('\n');
	expect(JSON.parse(lines[0]!)).toMatchObject({ format: 'grasp-backup', version: 1 });

	const other = await openOther(browser, host);
	await choose(other, backup);
	await expect(other.getByText('a course of your own: On tides')).toBeVisible();
	await press(other, say('backup_yes')).click();
	await other.getByText(/^Done\./).waitFor();
	await other.goto('author');
	await other
		.getByRole('article', { name: 'On tides' })
		.getByRole('link', { name: say('author_edit') })
		.click();
	await expect(other.getByText(say('write_draft'))).toBeVisible();
	await press(other, say('write_article')).click();
	await expect(other.getByText('Twice a day.')).toBeVisible();
	await other.context().close();
});

test('what is no backup, or not a whole one, says what it is, and changes nothing', async ({ page }) => {
	test.slow();
	await answerSome(page, 1);
	const backup = await saveBackup(page);
	const before = await readKept(page);
	for (const [bytes, sentence] of [
		[strToU8('hello'), /^This is no backup of Grasp/],
		[gzipSync(strToU8('{"format":"grasp-backup","version":9}\n')), /made by a later Grasp/],
		[backup.subarray(0, backup.length - 30), /end of the file is missing|was changed/],
		[
			gzipSync(strToU8(strFromU8(gunzipSync(backup)).replace('"right":true', '"right":false'))),
			/a part of it was changed/
		]
	] as const) {
		await choose(page, bytes);
		await expect(page.getByRole('alert')).toHaveText(sentence);
	}
	expect(await readLog(page)).toEqual({
		events: before.events,
		cards: before.cards,
		days: before.days,
		progress: before.progress
	});
});

test('what follows from the answers is made anew when it was broken, and the report names nobody', async ({
	page
}) => {
	test.slow();
	await answerSome(page, 3);
	const before = await readLog(page);
	await page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open('grasp');
			request.onsuccess = () => resolve(request.result);
		});
		const transaction = database.transaction(['cards', 'days'], 'readwrite');
		transaction.objectStore('cards').clear();
		transaction.objectStore('days').clear();
		await new Promise((done) => (transaction.oncomplete = done));
		database.close();
	});
	await page.goto('settings');
	await press(page, say('check_run')).click();
	await expect(page.getByText(say('check_mended'))).toBeVisible();
	expect(await readLog(page)).toEqual(before);
	await page.getByText(say('check_report_label'), { exact: true }).click();
	const report = await page.locator('pre').innerText();
	expect(report).toContain('answered 3');
	expect(report).toContain('mended: cards, days');
	await press(page, say('check_run')).click();
	await expect(page.getByText(say('check_sound'))).toBeVisible();
});

test('a log that the browser has emptied is noticed, and comes back from the copy', async ({ page }) => {
	test.slow();
	await answerSome(page, 3);
	// Fifty answers would take long: the copy is made as after that many.
	await page.evaluate(() => localStorage.setItem('grasp-count', '{"events":0,"mirrored":-50}'));
	await openStudy(page, 'main');
	await answerAll(page, 'main');
	await expect
		.poll(() => page.evaluate(() => localStorage.getItem('grasp-count')))
		.toMatch(/"mirrored":[1-9]/);
	const before = await readLog(page);
	await page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open('grasp');
			request.onsuccess = () => resolve(request.result);
		});
		const names = ['events', 'cards', 'days', 'sessions', 'progress'];
		const transaction = database.transaction(names, 'readwrite');
		for (const name of names) transaction.objectStore(name).clear();
		await new Promise((done) => (transaction.oncomplete = done));
		database.close();
	});
	await page.goto('');
	await expect(page.getByText(`The browser has lost ${before.events.length} entries`)).toBeVisible();
	await press(page, say('loss_bring_back')).click();
	await expect(page.getByText(say('loss_back'))).toBeVisible();
	expect(await readLog(page)).toEqual(before);
});
