/// <reference lib="webworker" />
import { cacheNames, clientsClaim } from 'workbox-core';
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/**
 * Serves the site without a network. Imports nothing of ours: it outlives the pages it serves.
 * A new version waits until a learner takes it; the page sends the word.
 */

interface Entry {
	readonly url: string;
	readonly revision: string | null;
	readonly integrity?: string;
}

declare const self: ServiceWorkerGlobalScope;

// Put in by the build, which writes every entry in full.
const entries = self.__WB_MANIFEST as readonly Entry[];
const base = new URL(self.registration.scope).pathname;

/**
 * The app itself goes in at installation; of the courses, as much as a phone loads in a few seconds. What only the
 * search reads says all of it once more, and comes later.
 */
const AT_INSTALL_FILES = 150;
const isCourseFile = ({ url }: Entry): boolean => url.startsWith(`${base}bank/`);
const isSearchFile = (entry: Entry): boolean => isCourseFile(entry) && /\/search_\d+\./.test(entry.url);
const toAnswerFrom = entries.filter((entry) => isCourseFile(entry) && !isSearchFile(entry));
const isSmallBank = toAnswerFrom.length <= AT_INSTALL_FILES;
/** Who reads files of other tools, or packs a course for a platform, needs it, and nobody else. */
const isReader = ({ url }: Entry): boolean => /\/(workers|player)\//.test(url);
const isAtInstall = (entry: Entry): boolean =>
	isCourseFile(entry) ? isSmallBank && !isSearchFile(entry) : !isReader(entry);
const atInstall = entries.filter(isAtInstall);
const inIdle = entries.filter((entry) => !isAtInstall(entry));

// Another language's worker has its own: both are of one origin.
const PREVIOUS = `grasp-previous ${base}`;
const COURSES = `grasp-courses ${base}`;

self.addEventListener('install', (event) => event.waitUntil(keepPrevious()));

self.addEventListener('message', (event) => {
	const kind = (event.data as { kind?: string } | null)?.kind;
	if (kind === 'take-over') void self.skipWaiting();
	if (kind === 'fetch-rest') event.waitUntil(fetchRest());
});

// A first visit is controlled at once, so that going offline right after it works.
clientsClaim();
// Queries are for the page to read; every address has one document. Must not be followed by Workbox's own clearing of
// outdated caches: it goes by the beginning of a scope, and would take another language's for an outdated one of ours.
precacheAndRoute([...atInstall], { ignoreURLParametersMatching: [/.*/] });

registerRoute(
	({ url }) => url.origin === self.location.origin && /\/(bank|player|_app\/immutable)\//.test(url.pathname),
	async ({ request }) => (await caches.match(request, { ignoreSearch: true })) ?? fetch(request)
);
/** A file that another app shares with this one: kept until the page has asked for it, and sent nowhere. */
const SHARED = 'grasp-shared';
registerRoute(
	({ url }) => url.pathname === `${base}author/import`,
	async ({ request }) => {
		const file = (await request.formData()).get('file');
		if (file instanceof File) {
			const cache = await caches.open(SHARED);
			const headers = { 'x-name': encodeURIComponent(file.name) };
			await cache.put('/shared', new Response(file, { headers }));
		}
		return Response.redirect(`${base}author/import`, 303);
	},
	'POST'
);

/**
 * Below the main language's site stand the others, each with a worker of its own. Until that one is there this one
 * is asked for their pages: it leaves them to the network, and without one has the app say what is missing.
 */
const elsewhere = LANGUAGES.map((language) => `${base}${language}/`);
const anyPage = createHandlerBoundToURL(`${base}200.html`);
registerRoute(
	new NavigationRoute(async (options) => {
		const { pathname } = new URL(options.request.url);
		if (!elsewhere.some((place) => `${pathname}/`.startsWith(place))) return anyPage(options);
		return fetch(options.request).catch(() => anyPage(options));
	})
);

/**
 * Pages of the version before this one may stay open after it has taken over, and ask for parts they
 * have not loaded yet. Copied now, while the old worker still has them.
 */
async function keepPrevious(): Promise<void> {
	if (!(await caches.has(cacheNames.precache))) return;
	await caches.delete(PREVIOUS);
	const [from, to] = await Promise.all([caches.open(cacheNames.precache), caches.open(PREVIOUS)]);
	const current = new Set(entries.map(({ url }) => url));
	for (const request of await from.keys()) {
		const { pathname } = new URL(request.url);
		if (!/\/(bank|_app\/immutable)\//.test(pathname) || current.has(pathname)) continue;
		const response = await from.match(request);
		if (response) await to.put(pathname, response);
	}
}

/** The rest of a large bank, one file at a time, so that the learner's own requests come first. */
async function fetchRest(): Promise<void> {
	const cache = await caches.open(COURSES);
	const wanted = new Set(inIdle.map(({ url }) => url));
	for (const request of await cache.keys()) {
		if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
	}
	for (const { url, integrity } of inIdle) {
		if (await cache.match(url)) continue;
		try {
			const response = await fetch(url, integrity === undefined ? {} : { integrity });
			if (response.ok) await cache.put(url, response);
		} catch {
			// No network, or not our bytes: the next visit goes on from here.
			return;
		}
	}
}
