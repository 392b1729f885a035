import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { makeParcel } from '#formats/parcel.ts';
import { CHROMIUM_FLAGS, findChromium } from '../tools/chromium.mjs';
import { filmCode } from './fake-camera.ts';
import { expect, test } from './site.ts';
import { press } from './steps.ts';
import { say } from './words.ts';

const COURSE = {
	head: { id: 'tides-abc234', title: 'Tides', language: 'en', revision: 1 },
	files: { 'course.yaml': 'course: { title: Tides }\n' }
};

test('a code is read by the camera, and shows what it is before anything is kept', async ({ host }) => {
	const film = join(mkdtempSync(join(tmpdir(), 'film-')), 'code.y4m');
	filmCode(`${host.address}author/import#${makeParcel('course', COURSE)}`, film);
	const executablePath = findChromium();
	const browser = await chromium.launch({
		...(executablePath ? { executablePath } : {}),
		args: [
			...CHROMIUM_FLAGS,
			'--use-fake-ui-for-media-stream',
			'--use-fake-device-for-media-stream',
			`--use-file-for-fake-video-capture=${film}`
		]
	});
	const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
	await page.goto(`${host.address}author/import`);
	await press(page, say('scan_title')).click();
	await expect(page.getByText(say('import_course_yes'))).toBeVisible({ timeout: 20_000 });
	await expect(page.getByText('Tides').first()).toBeVisible();
	await expect(page.getByRole('dialog')).toBeHidden();
	await browser.close();
});

test('where there is no camera, a picture of the code will do, and a foreign code says so', async ({
	page
}) => {
	await page.goto('author/import');
	await press(page, say('scan_title')).click();
	const dialog = page.getByRole('dialog', { name: say('scan_title') });
	await expect(dialog.getByRole('status')).toHaveText(/camera/);
	const picture = await dialog.screenshot();
	await dialog
		.getByLabel(say('scan_picture'))
		.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: picture });
	await expect(dialog.getByRole('status')).toHaveText(say('scan_blank'));
	await press(page, say('scan_close')).click();
	await expect(dialog).toBeHidden();
});
