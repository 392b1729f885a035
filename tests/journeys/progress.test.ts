import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { courseOf } from './bank.ts';
import { readKept, waitForWorker } from './device.ts';
import { expect, test } from './site.ts';
import { answerAll, answerAnything, goOn, openStudy, type Given } from './steps.ts';
import type { SiteName } from './sites.ts';
import { say } from './words.ts';

test.use({ site: 'kinds' });

const DAY = 86_400_000;

/** The first is answered wrong, the second right. */
async function answerTwo(page: Page, site: SiteName): Promise<readonly [Given, Given]> {
	await openStudy(page, site, 'kinds');
	const wrong = await answerAnything(page, site, { wish: 'wrong' });
	await goOn(page);
	const right = await answerAnything(page, site);
	await goOn(page);
	return [wrong, right];
}

const picture = (page: Page, title: string) =>
	page.getByRole('figure').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

function claimOf(site: SiteName, { question }: Given) {
	const claims = courseOf(site).sections.flatMap((section) => section.claims);
	return claims.find(({ id }) => id === question.claim)!;
}

test('a newcomer finds nothing yet, and the way to the questions', async ({ page, site }) => {
	const { id } = courseOf(site);
	await page.goto(`course/${id}`);
	await page.getByRole('link', { name: say('course_progress_link') }).click();
	await expect(page.getByRole('heading', { name: say('picture_nothing') })).toBeVisible();
	expect((await readKept(page)).events).toEqual([]);
	await page.getByRole('link', { name: say('home_start') }).click();
	await expect(page).toHaveURL(new RegExp(`study/${id}`));
});

test('answers show in words and in tables', async ({ page, site }) => {
	await answerTwo(page, site);
	await page.goto(`progress/${courseOf(site).id}`);
	const claims = courseOf(site).sections.flatMap((section) => section.claims).length;
	const mastery = picture(page, say('picture_mastery_title'));
	const counted = { claims, held: 0, learning: 2, unmet: claims - 2 };
	await expect(mastery).toContainText(say('picture_mastery_said', counted));
	await mastery.getByText(say('picture_table')).click();
	const first = mastery.getByRole('row', { name: courseOf(site).sections[0]!.title });
	await expect(first.getByRole('cell').nth(1)).toHaveText('2');
	await expect(picture(page, say('picture_goal_title'))).toContainText(/1 of 4/);
	await expect(picture(page, say('picture_activity_title'))).toContainText(
		say('picture_activity_said', { days: 1, answers: 2 })
	);
});

test('the coming reviews go into a calendar, and it is said that this is a snapshot', async ({
	page,
	site
}) => {
	await answerTwo(page, site);
	await page.goto(`progress/${courseOf(site).id}`);
	await expect(page.getByText(say('remind_snapshot'))).toBeVisible();
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: say('remind_calendar') }).click();
	const download = await coming;
	const file = `grasp-${courseOf(site).id}.ics`;
	expect(download.suggestedFilename()).toBe(file);
	const calendar = await readFile(await download.path(), 'utf8');
	expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
	const counts = [...calendar.matchAll(/SUMMARY:Grasp: (\d+) claims? to review/g)].map(([, count]) =>
		Number(count)
	);
	expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
	await expect(page.getByRole('status')).toHaveText(say('remind_saved', { file }));
});

test('a calendar is handed to the share sheet where there is one', async ({ page, site }) => {
	await page.addInitScript(() => {
		Object.assign(navigator, {
			canShare: () => true,
			share: async ({ files }: ShareData) => void (document.title = files![0]!.name)
		});
	});
	await answerTwo(page, site);
	await page.goto(`progress/${courseOf(site).id}`);
	await page.getByRole('button', { name: say('remind_calendar') }).click();
	await expect(page.getByRole('status')).toHaveText(say('remind_shared'));
	await expect(page).toHaveTitle(`grasp-${courseOf(site).id}.ics`);
	await expect(page.getByRole('button', { name: say('remind_save') })).toBeVisible();
});

test('a claim has a history, can be left out and asked for again', async ({ page, site }) => {
	const [wrong, right] = await answerTwo(page, site);
	const { id } = courseOf(site);
	const claim = claimOf(site, wrong);
	await page.goto(`progress/${id}`);
	await page.getByText(say('picture_mastery_claims')).first().click();
	await page.getByRole('link', { name: claim.text }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(claim.text);
	const happened = page.getByRole('region', { name: say('history_happened') }).getByRole('listitem');
	await expect(happened).toHaveCount(1);
	await expect(happened).toContainText(say('verdict_wrong'));
	await expect(happened).toContainText(`${say('certainty_sure')} · ${say('history_mode_learn')}`);
	await expect(happened).toContainText(wrong.question.prompt);

	await page.getByLabel(say('history_flag')).check();
	await expect(happened.first()).toContainText(say('history_flagged'));
	await page.getByRole('button', { name: say('history_leave_out') }).click();
	await expect(page.getByText(say('history_left_out'))).toBeVisible();
	await expect(page.getByRole('link', { name: say('history_practise') })).toHaveAttribute(
		'href',
		new RegExp(`study/${id}\\?claim=${claim.id}$`)
	);
	await page.getByRole('link', { name: say('progress_heading') }).click();
	await page.getByRole('button', { name: say('picture_left_out_again') }).click();
	await expect(page.getByText(say('picture_left_out_none'))).toBeVisible();
	const { cards } = await readKept(page);
	expect(cards.map((card) => [card.claim, card.suspended, card.flags.length]).sort()).toEqual(
		[
			[claim.id, false, 1],
			[right.question.claim, false, 0]
		].sort()
	);
	await page.goto(`history/${id}?claim=no-such-claim`);
	await expect(page.getByText(say('history_gone'))).toBeVisible();
});

test('progress and history are there without a network', async ({ page, context, host, site, faults }) => {
	const [, right] = await answerTwo(page, site);
	await waitForWorker(page);
	await host.stop();
	await context.setOffline(true);
	faults.allow(/net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)/);
	await page.goto(`progress/${courseOf(site).id}`);
	await expect(picture(page, say('picture_mastery_title'))).toBeVisible();
	await page.goto(`history/${courseOf(site).id}?claim=${right.question.claim}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(claimOf(site, right).text);
});

test('the icon shows how many claims are due, and nothing when none is', async ({ page, site }) => {
	const told: { readonly due: number; readonly isPainted: boolean }[] = [];
	await page.exposeFunction('tellBadge', (due: number, isPainted: boolean) => told.push({ due, isPainted }));
	await page.addInitScript(() => {
		const tell = (due: number): void => {
			const isPainted = performance.getEntriesByName('first-contentful-paint').length > 0;
			(globalThis as unknown as { tellBadge: (...told: unknown[]) => void }).tellBadge(due, isPainted);
		};
		Object.assign(navigator, {
			setAppBadge: async (due: number) => tell(due),
			clearAppBadge: async () => tell(0)
		});
	});
	await answerTwo(page, site);
	await expect.poll(() => told).toEqual([{ due: 0, isPainted: true }]);
	await page.clock.setFixedTime(Date.now() + 30 * DAY);
	await page.goto('');
	await expect.poll(() => told.at(-1)?.due).toBe(2);

	await openStudy(page, site, 'kinds');
	const before = told.length;
	await answerAll(page, site);
	await expect.poll(() => told.slice(before).map(({ due }) => due)).toContain(0);
});
