import type { Page } from '@playwright/test';
import { courseOf } from './bank.ts';
import { waitForRest, waitForWorker } from './device.ts';
import { expect, test } from './site.ts';
import { say } from './words.ts';

test.use({ site: 'kinds' });

const field = (page: Page) => page.getByRole('searchbox', { name: say('search_label') });
const heading = (page: Page, name: string, count: number) =>
	page.getByRole('heading', { name: say(name, { count }) });

async function openSearch(page: Page): Promise<void> {
	await page.goto('search');
	// The page takes what is typed once its script is there, and then puts the focus into the field.
	await expect(field(page)).toBeFocused();
}

test('one types, finds while typing, and goes on to questions, lesson and history', async ({
	page,
	site
}) => {
	const { id, sections } = courseOf(site);
	await openSearch(page);
	await field(page).pressSequentially('sta');
	await expect(heading(page, 'search_claims', 1)).toBeVisible();
	const claim = page.getByRole('listitem').filter({ hasText: 'The report counts 5.44 million stations.' });
	await expect(claim.locator('mark')).toHaveText('sta');
	await expect(page.getByRole('status')).toHaveText(/^Found: claims 1, lessons 0, questions \d+\.$/);
	await expect(claim.getByRole('link', { name: say('search_history') })).toHaveAttribute(
		'href',
		new RegExp(`/history/${id}\\?claim=stations$`)
	);
	await claim.getByRole('link', { name: /^Answer \d questions$/ }).click();
	await expect(page).toHaveURL(new RegExp(`/study/${id}\\?claim=stations`));

	await page.goBack();
	await expect(field(page), 'the list is there again').toHaveValue('sta');
	await expect(heading(page, 'search_claims', 1)).toBeVisible();
	await field(page).fill(sections[1]!.title.slice(0, 8));
	const lesson = page.getByRole('listitem').filter({ hasText: sections[1]!.title });
	await expect(lesson.getByRole('link', { name: say('search_section') })).toHaveAttribute(
		'href',
		new RegExp(`/study/${id}\\?section=second$`)
	);
});

test.describe('over the real course', () => {
	test.use({ site: 'main' });

	test('a lesson is found by its words, and read', async ({ page }) => {
		await openSearch(page);
		await field(page).fill('million base stations');
		const link = page.getByRole('link', { name: say('search_lesson') }).last();
		await link.click();
		await expect(page).toHaveURL(/\/lesson\/[^?]+\?section=figures$/);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});

	test('Chinese is found in the English course, and said to be another language', async ({ page }) => {
		await openSearch(page);
		await field(page).fill('网络强国');
		await expect(page.getByText(say('search_elsewhere', { language: 'Chinese' }))).toBeVisible();
		await expect(page.locator('main [lang=zh] mark').first()).toHaveText('网络强国');
	});
});

test('what is nowhere is said to be found nowhere, and Escape begins again', async ({ page }) => {
	await openSearch(page);
	await expect(page.getByRole('heading', { level: 2 })).toHaveCount(0);
	await field(page).pressSequentially('xylophone');
	const none = say('search_none', { query: 'xylophone' });
	await expect(page.getByRole('main').getByText(none)).toHaveCount(2);
	await expect(page.getByRole('status')).toHaveText(none);
	await page.keyboard.press('Escape');
	await expect(field(page)).toHaveValue('');
	await expect(page.getByText(none)).toHaveCount(0);
});

test('what is typed before the script is there is searched for, too', async ({ page, context }) => {
	let release = (): void => undefined;
	const held = new Promise<void>((go) => (release = go));
	await context.route(/\.js$/, async (route) => {
		await held;
		await route.continue();
	});
	await page.goto('search', { waitUntil: 'commit' });
	await field(page).fill('stations');
	release();
	await expect(heading(page, 'search_claims', 1)).toBeVisible();
	await expect(field(page)).toHaveValue('stations');
});

test('letters on the way to Chinese characters find nothing yet', async ({ page, context }) => {
	await openSearch(page);
	const keyboard = await context.newCDPSession(page);
	const none = page.getByText(say('search_none_hint'));
	await keyboard.send('Input.imeSetComposition', { text: 'xq', selectionStart: 2, selectionEnd: 2 });
	await expect(field(page)).toHaveValue('xq');
	await expect(none).toHaveCount(0);
	await keyboard.send('Input.insertText', { text: 'xqx' });
	await expect(none).toBeVisible();
});

test('it shows nothing that tells an answer', async ({ page, site }) => {
	const { questions } = courseOf(site).sections[0]!;
	const { explanation, options } = questions.find((question) => question.kind === 'single-choice')!;
	await openSearch(page);
	for (const text of [explanation, options.find(({ correct }) => correct)!.text]) {
		await field(page).fill(text);
		await expect(page.getByText(say('search_none_hint'))).toBeVisible();
	}
});

test('what the search reads is fetched on its page only, and works without a network', async ({
	page,
	context,
	host,
	site,
	faults
}) => {
	const askedForSearch = () => host.asked.filter((path) => path.includes('/search_'));
	await page.goto('');
	await page.goto(`course/${courseOf(site).id}`);
	await page.goto('settings');
	expect(askedForSearch()).toEqual([]);
	await waitForWorker(page);
	await waitForRest(page, site);
	await host.stop();
	await context.setOffline(true);
	faults.allow(/net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)/);
	await openSearch(page);
	await field(page).fill('stations');
	await expect(heading(page, 'search_claims', 1)).toBeVisible();
	await field(page).fill('文章');
	await expect(page.getByText(say('search_elsewhere', { language: 'Chinese' }))).toBeVisible();
});

test('without a network and without its files the page says so, and goes on when they come', async ({
	page,
	context,
	host,
	faults
}) => {
	faults.allow(/net::ERR_|404/);
	await context.route(/\/search_/, (route) => route.abort());
	await openSearch(page);
	await expect(page.getByRole('alert')).toContainText(say('trouble_content'));
	await context.unroute(/\/search_/);
	await field(page).fill('stations');
	await page.getByRole('button', { name: say('trouble_retry') }).click();
	await expect(heading(page, 'search_claims', 1)).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
	expect(host.asked.some((path) => path.includes('/search_'))).toBe(true);
});
