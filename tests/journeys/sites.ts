import { join } from 'node:path';

/** The built sites that journeys run over; made once a run by `build-sites.ts`. */
export const SITES = {
	/** What is deployed: the real courses. */
	main: { base: '', version: undefined },
	/** A course with every question kind. */
	kinds: { base: '', version: 'first' },
	/** The same one version later: other words in the app and in the course. */
	newer: { base: '', version: 'second' },
	/** The same below an address of its own. */
	below: { base: '/grasp', version: 'first' }
} as const;
export type SiteName = keyof typeof SITES;

/** What the newer site says on its first screen, and the older one does not. */
export const NEWER_WORDS = 'Learn what a text claims, and keep it for good.';

/** Where the folders of the sites stand; set by `build-sites.ts`, or by hand to use a run's sites again. */
export const SITES_VARIABLE = 'GRASP_SITES';

export function folderOf(site: SiteName): string {
	return join(process.env[SITES_VARIABLE]!, site);
}
