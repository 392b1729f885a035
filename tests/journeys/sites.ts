import { join } from 'node:path';

export type SiteName = 'main' | 'kinds' | 'newer' | 'below' | 'long' | 'mirrored';

interface Site {
	/** Where it stands on its host. */
	readonly base: string;
	/** `undefined`: that of the working tree. */
	readonly version: string | undefined;
	/** BCP 47 tag; English where it is not said. */
	readonly language?: string;
}

/** The built sites that journeys run over; made once a run by `build-sites.ts`. */
export const SITES: Readonly<Record<SiteName, Site>> = {
	/** What is deployed: the real courses. */
	main: { base: '', version: undefined },
	/** A course with every question kind. */
	kinds: { base: '', version: 'first' },
	/** The same one version later: other words in the app and in the course. */
	newer: { base: '', version: 'second' },
	/** The same below an address of its own. */
	below: { base: '/grasp', version: 'first' },
	/** The same in languages that nobody speaks: one long and accented, one from right to left. */
	long: { base: '/en-XA', version: 'first', language: 'en-XA' },
	mirrored: { base: '/ar-XB', version: 'first', language: 'ar-XB' }
};

/** What the newer site says on its first screen, and the older one does not. */
export const NEWER_WORDS = 'Learn what a text claims, and keep it for good.';

/** Where the folders of the sites stand; set by `build-sites.ts`, or by hand to use a run's sites again. */
export const SITES_VARIABLE = 'GRASP_SITES';

export function folderOf(site: SiteName): string {
	return join(process.env[SITES_VARIABLE]!, site);
}
