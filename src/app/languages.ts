/** The interface in other languages: each is a site of its own, at an address of its own. */

import { base } from '$app/paths';
import { pickLanguage } from '#core/language.ts';

/** In local storage, which alone can be read before anything is shown. `boot.svelte.ts` reads it by this name. */
const CHOSEN = 'grasp';

/** The language was never loaded on this device, and there is no network. */
export class LanguageMissing extends Error {}

/** The page that is open, in another language. */
export function addressIn(language: string): string {
	const { pathname, search, hash } = location;
	return `${siteOf(language)}${pathname.slice(base.length)}${search}${hash}`;
}

/**
 * Goes to the same page in that language, for good: the site's root leads there from now on.
 * Rejects with `LanguageMissing`.
 */
export async function chooseLanguage(language: string): Promise<void> {
	if (!(await isWithinReach(language))) throw new LanguageMissing(language);
	localStorage.setItem(CHOSEN, language);
	location.assign(addressIn(language));
}

/** On a page of the main language: to another one that was chosen, or that the browser wishes for. */
export async function goWhereWished(): Promise<void> {
	const others = LANGUAGES.filter((each) => each !== LANGUAGE);
	const chosen = localStorage.getItem(CHOSEN);
	// What was chosen once may not be there any more.
	const wishes = chosen === null ? navigator.languages : [chosen, ...navigator.languages];
	const wished = pickLanguage(LANGUAGE, others, wishes);
	if (wished === LANGUAGE) return;
	// Without a network this language is better than none.
	if (navigator.onLine || (await isWithinReach(wished))) location.replace(addressIn(wished));
}

/** The language whose pages stand at this address, where it is not this one's. */
export function languageAt(pathname: string): string | undefined {
	const below = `${pathname.slice(base.length)}/`;
	return LANGUAGES.find((each) => LANGUAGE === MAIN_LANGUAGE && below.startsWith(`/${each}/`));
}

function siteOf(language: string): string {
	const root = LANGUAGE === MAIN_LANGUAGE ? base : base.slice(0, -`/${LANGUAGE}`.length);
	return language === MAIN_LANGUAGE ? root : `${root}/${language}`;
}

async function isWithinReach(language: string): Promise<boolean> {
	const site = siteOf(language);
	// Its worker keeps its pages under this name, with a query of its own; it is not asked from pages of another site.
	const kept = await caches.match(`${site}/200.html`, { ignoreSearch: true });
	if (kept) return true;
	const response = await fetch(`${site}/manifest.webmanifest`).catch(() => undefined);
	return response?.ok ?? false;
}
