import { test as base } from '@playwright/test';
import { Faults } from './faults.ts';
import { Host, Shelf } from './host.ts';
import { SITES, type SiteName } from './sites.ts';
import { speak } from './words.ts';

interface Fixtures {
	/** Which site the journey runs over: `test.use({ site: 'kinds' })`. */
	site: SiteName;
	/** In which language it is read, if not in its own: `test.use({ language: 'zh' })`. */
	language: string | undefined;
	host: Host;
	faults: Faults;
}

/* eslint-disable no-empty-pattern -- Playwright reads what a fixture needs from its first argument. */

/** Every journey has an address of its own, and fails on any fault that it has not announced. */
export const test = base.extend<Fixtures, { shelf: Shelf }>({
	site: ['main', { option: true }],
	language: [undefined, { option: true }],
	shelf: [
		async ({}, use) => {
			const shelf = new Shelf();
			await use(shelf);
			await shelf.close();
		},
		{ scope: 'worker' }
	],
	host: async ({ shelf, site }, use) => {
		const host = new Host(shelf, site);
		await host.start();
		await use(host);
		await host.stop();
	},
	baseURL: async ({ host, site, language }, use) => {
		speak(language ?? SITES[site].language ?? 'en');
		await use(`${host.address}${language === undefined ? '' : `${language}/`}`);
	},
	faults: async ({}, use) => {
		const faults = new Faults();
		await use(faults);
		faults.check();
	},
	context: async ({ context, faults, host }, use) => {
		await faults.watch(context, host.origin);
		await use(context);
	}
});

export { expect } from '@playwright/test';
