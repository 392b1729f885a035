import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { courseOf } from './bank.ts';
import { expect, test } from './site.ts';
import { folderOf } from './sites.ts';
import { prompt } from './steps.ts';

/** Brotli, of all that a newcomer needs to the first question that can be answered. */
const BUDGET_BYTES = 45_000;

test('a newcomer’s first question costs no more than its budget', async ({ page, site }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.goto(`study/${courseOf(site).id}`);
	await prompt(page).waitFor();

	const sizeOf = (file: string): number =>
		brotliCompressSync(readFileSync(join(folderOf(site), file))).length;
	const html = `study/${courseOf(site).id}.html`;
	const text = readFileSync(join(folderOf(site), html), 'utf8');
	const scripts = [...text.matchAll(/href="[./]*(_app[^"]+\.js)"/g)].map(([, file]) => file!);
	const questions = asked.find((path) => path.startsWith('/bank/'))!;
	expect(scripts.length, 'the control: scripts that the page names').toBeGreaterThan(3);
	for (const script of scripts) expect(asked).toContain(`/${script}`);
	const sizes = [html, ...scripts, questions].map((file) => [file, sizeOf(file)] as const);
	const sum = sizes.reduce((total, [, size]) => total + size, 0);
	expect(sum, JSON.stringify(sizes)).toBeLessThanOrEqual(BUDGET_BYTES);
});
