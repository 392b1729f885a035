import { courseOf } from './bank.ts';
import { waitForWorker } from './device.ts';
import { expect, test } from './site.ts';
import { answerAll, openStudy } from './steps.ts';

// Every journey fails on a broken policy; this one goes where the others do not, and proves the net.

test('no page breaks the content security policy, at first load or from the device', async ({
	page,
	site,
	faults
}) => {
	faults.allow(/404|Not found: /);
	const { id, sections } = courseOf(site);
	const addresses = [
		'',
		'settings',
		'search',
		`course/${id}`,
		`study/${id}`,
		`study/${id}?section=${sections[1]!.id}`,
		'no'
	];
	for (const round of ['network', 'device']) {
		for (const address of addresses) {
			await page.goto(address);
			await expect(page.getByRole('heading', { level: 1 }), `${address} (${round})`).toBeVisible();
		}
		await waitForWorker(page);
	}
	expect(faults.unexpected).toEqual([]);
});

for (const { id } of [{ id: 'figures' }, { id: 'initiative' }]) {
	test(`the real section "${id}" is answered to its end without a fault`, async ({ page, site }) => {
		test.slow();
		await openStudy(page, site, id);
		await answerAll(page, site, (position) => (position % 2 ? 'wrong' : 'right'));
	});
}

test('a broken policy would be seen', async ({ page, faults }) => {
	await page.goto('');
	await page.evaluate(() => {
		const image = new Image();
		image.src = 'https://example.com/pixel.png';
		document.body.append(image);
	});
	await expect
		.poll(() => faults.unexpected.some((fault) => fault.startsWith('policy broken: img-src')))
		.toBe(true);
	await page.evaluate(() => {
		try {
			document.body.innerHTML = '<p>Not by a trusted type.</p>';
		} catch {
			// Refused, which is what was to be shown.
		}
	});
	await expect
		.poll(() =>
			faults.unexpected.some((fault) => fault.startsWith('policy broken: require-trusted-types-for'))
		)
		.toBe(true);
	faults.allow(/./);
});
