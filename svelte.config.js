import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { chosenLanguage, placeOf } from './src/pipeline/languages.mjs';

/** Each language has a site of its own: the main one at the root, any other below it. */
const place = placeOf(chosenLanguage());
/** Where the site stands on its host: "/grasp" for a project page, nothing for a host of its own. */
const base = /** @type {'' | `/${string}`} */ (`${process.env.GRASP_BASE ?? ''}${place}`);

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true, cssHash: nameStyles },
	kit: {
		// An address that was not made ahead of time is shown by the fallback page, whatever its depth.
		adapter: adapter({ pages: `build${place}`, fallback: '200.html' }),
		paths: { base, relative: base === '' },
		// Kit would build a worker of its own from src/service-worker; ours is made by vite-plugin-pwa.
		files: { serviceWorker: 'src/worker/none' },
		serviceWorker: { register: false },
		// Must not be the time of the build: a rebuild of the same code is then no update.
		version: { name: version(), pollInterval: 0 },
		// Styles stand in the page, under a hash of their own: a request less before the first paint.
		inlineStyleThreshold: Infinity,
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The one inline style in Kit itself: its route announcer.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'grasp-worker', 'grasp-import']
			}
		}
	}
};

/** @type {Map<string, string>} the component by its styles' name */
const named = new Map();

/**
 * Every first screen waits for these names, in its page and in its script: so they are short.
 *
 * @param {{ hash: (text: string) => string, css: string, filename: string }} component
 */
function nameStyles({ hash, css, filename }) {
	const component = filename ?? css;
	const name = `s${hash(component).slice(0, 4)}`;
	const other = named.get(name) ?? component;
	if (other !== component) throw new Error(`Styles of one name: ${component}, ${other}. Rename one of them.`);
	named.set(name, component);
	return name;
}

function version() {
	if (process.env.GRASP_VERSION) return process.env.GRASP_VERSION;
	try {
		return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore']
		}).trim();
	} catch {
		// An archive without its history still builds.
		return JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')).version;
	}
}
