import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../tools/chromium.mjs';

const executablePath = findChromium();

/** Journeys run over the built site, each on a server of its own: see `site.ts`. */
export default defineConfig({
	testDir: '.',
	globalSetup: './build-sites.ts',
	outputDir: '../../test-results',
	fullyParallel: true,
	workers: 2,
	timeout: 60_000,
	// Gestures are a matter of milliseconds: a busy machine gets a second chance, and the report says so.
	retries: 1,
	forbidOnly: Boolean(process.env['CI']),
	reporter: [['list'], ['./closing-line.ts']],
	use: {
		...devices['Pixel 7'],
		viewport: { width: 360, height: 740 },
		trace: 'retain-on-failure',
		launchOptions: { ...(executablePath ? { executablePath } : {}), args: CHROMIUM_FLAGS }
	}
});
