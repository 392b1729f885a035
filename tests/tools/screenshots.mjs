/**
 * Takes the pictures that an installer shows, from the running app, into `static/screenshots/`. Their names
 * and sizes stand in `src/pipeline/web-manifest.ts`. Run it over a fresh build, then build once more.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { serveSite } from '../../src/pipeline/serve.mjs';
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs';

const FOLDER = 'static/screenshots';
const NARROW = {
	viewport: { width: 360, height: 740 },
	deviceScaleFactor: 2,
	isMobile: true,
	hasTouch: true
};
const WIDE = { viewport: { width: 1280, height: 800 } };

mkdirSync(FOLDER, { recursive: true });
const executablePath = findChromium();
const site = await serveSite('build');
const browser = await chromium.launch({
	...(executablePath ? { executablePath } : {}),
	args: CHROMIUM_FLAGS
});

const phone = await (await browser.newContext(NARROW)).newPage();
await phone.goto(site.address);
await phone.getByRole('article').getByRole('link').first().click();
await phone.getByRole('radio').first().waitFor();
await phone.screenshot({ path: `${FOLDER}/question-narrow.png` });
await phone.getByRole('radio').first().check();
await phone.getByRole('button', { name: 'Think so' }).click();
await phone.locator('#verdict').waitFor();
await phone.screenshot({ path: `${FOLDER}/feedback-narrow.png` });

const desk = await (await browser.newContext(WIDE)).newPage();
await desk.goto(site.address);
await desk.getByRole('article').waitFor();
await desk.screenshot({ path: `${FOLDER}/home-wide.png` });

await browser.close();
await site.close();
