import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { VitePWA, type VitePluginPWAAPI, type VitePWAOptions } from 'vite-plugin-pwa';
import { makeManifest, type Site } from './web-manifest.ts';

/**
 * The service worker and the web manifest. vite-plugin-pwa makes the worker when the bundle is closed,
 * which is before SvelteKit's adapter has written the site, and wiped the folder: so that hook is
 * dropped, and the worker is made after the adapter, over the files that are really deployed.
 */
export function sitePwa(site: Site): Plugin[] {
	const base = site.base + site.place;
	const scope = `${base}/`;
	const output = `build${site.place}`;
	const plugins = VitePWA({
		base: scope,
		buildBase: scope,
		scope,
		injectRegister: null,
		outDir: output,
		strategies: 'injectManifest',
		srcDir: 'src/worker',
		filename: 'sw.ts',
		includeManifestIcons: false,
		manifest: makeManifest(site),
		injectManifest: {
			globDirectory: output,
			globPatterns: ['**/*.{html,js,css,svg,png,json}'],
			// What only an installer looks at is left to the browser.
			globIgnores: ['sw.js', '_app/version.json', 'screenshots/**'],
			maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
			manifestTransforms: [addIntegrity(base, output)],
			rollupFormat: 'iife',
			minify: true,
			target: 'es2022'
		}
	}).flat() as Plugin[];
	const main = plugins.find(({ name }) => name === 'vite-plugin-pwa');
	const api = main?.api as VitePluginPWAAPI;
	for (const plugin of plugins) {
		delete plugin.transformIndexHtml;
		if (plugin.name === 'vite-plugin-pwa:build') delete plugin.closeBundle;
	}
	return [...plugins, makeWorkerLast(() => api.generateSW())];
}

/** SvelteKit's adapter runs when its server build is closed; this runs behind it. */
function makeWorkerLast(generate: () => Promise<void>): Plugin {
	let isServerBuild = false;
	return {
		name: 'grasp:worker',
		apply: 'build',
		enforce: 'post',
		configResolved: ({ build }) => {
			isServerBuild = Boolean(build.ssr);
		},
		closeBundle: {
			sequential: true,
			order: 'post',
			handler: async (error?: Error) => {
				if (isServerBuild && !error) await generate();
			}
		}
	};
}

/**
 * Each entry says what its bytes must be: a page that a café's network serves in place of ours is then
 * refused, and the version that works stays. An entry whose name holds a hash needs no revision.
 */
type ManifestTransform = NonNullable<VitePWAOptions['injectManifest']['manifestTransforms']>[number];

function addIntegrity(base: string, output: string): ManifestTransform {
	return async (entries) => ({
		warnings: [],
		manifest: await Promise.all(
			entries.map(async ({ url, revision, ...entry }) => {
				const bytes = await readFile(join(output, url));
				const hashed = /^(_app\/immutable|bank|player)\//.test(url);
				return {
					...entry,
					url: `${base}/${url}`,
					revision: hashed ? null : revision,
					integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`
				};
			})
		)
	});
}
