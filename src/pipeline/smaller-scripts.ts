import { minify, type MinifyOptions } from 'terser';
import type { Plugin } from 'vite';

const OPTIONS: MinifyOptions = {
	module: true,
	compress: { passes: 3, keep_fargs: false },
	format: { ecma: 2020, comments: false }
};

/**
 * Takes a second look at what Vite's own minifier leaves: a thirty-sixth less of what a phone waits for before its
 * first question.
 */
export function smallerScripts(): Plugin {
	return {
		name: 'grasp:smaller-scripts',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		// The name of a file must change whenever its content does: a browser keeps it for good.
		augmentChunkHash: () => JSON.stringify(OPTIONS),
		generateBundle: {
			order: 'post',
			async handler(_options, bundle) {
				for (const file of Object.values(bundle)) {
					if (file.type === 'chunk') file.code = (await minify(file.code, OPTIONS)).code ?? file.code;
				}
			}
		}
	};
}

const BY_NAME: readonly (readonly [found: string, put: string])[] = [
	[
		"import * as svelte from 'svelte';",
		"import { onMount, settled, tick, untrack as untracked } from 'svelte';"
	],
	['const { onMount, tick } = svelte;', ''],
	['svelte.untrack ?? ((value) => value())', 'untracked'],
	['svelte.settled?.()', 'settled()'],
	['svelte.tick', 'tick'],
	// Behind a flag that is off.
	['svelte.fork', 'undefined']
];

/**
 * SvelteKit's client takes all of Svelte along, since it must do with versions that lack a part. With the one that
 * is here it can name what it uses. Stops the build where the client reads otherwise: then it is to be looked at
 * anew.
 */
export function namedSvelteImports(): Plugin {
	return {
		name: 'grasp:named-svelte-imports',
		apply: 'build',
		transform: {
			filter: { id: /@sveltejs[\\/]kit[\\/]src[\\/]runtime[\\/]client[\\/]client\.js$/ },
			handler(code) {
				const named = BY_NAME.reduce((text, [found, put]) => {
					if (!text.includes(found)) this.error(`expected ${found} in SvelteKit's client, found none`);
					return text.replaceAll(found, put);
				}, code);
				if (/\bsvelte\.\w/.test(named.replace(/\/\/.*|\/\*[^]*?\*\/|'[^'\n]*'/g, '')))
					this.error("expected no further use of all of Svelte in SvelteKit's client");
				return { code: named, map: null };
			}
		}
	};
}
