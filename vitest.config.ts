import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from './tests/tools/chromium.mjs';
import viteConfig from './vite.config.ts';

const executablePath = findChromium();

export default mergeConfig(
	viteConfig,
	defineConfig({
		optimizeDeps: { include: ['idb'] },
		test: {
			projects: [
				{
					extends: true,
					test: {
						name: 'node',
						environment: 'node',
						// Property tests take their time on a busy machine; none waits for a clock.
						testTimeout: 60_000,
						include: ['src/**/*.test.ts', 'tests/{laws,contracts,simulation,tools}/**/*.test.ts'],
						exclude: ['**/*.browser.test.ts']
					}
				},
				{
					extends: true,
					test: {
						name: 'chromium',
						include: ['src/**/*.browser.test.ts', 'tests/**/*.browser.test.ts'],
						browser: {
							enabled: true,
							headless: true,
							screenshotFailures: false,
							provider: playwright({
								launchOptions: { ...(executablePath ? { executablePath } : {}), args: CHROMIUM_FLAGS }
							}),
							instances: [{ browser: 'chromium' }]
						}
					}
				}
			]
		}
	})
);
