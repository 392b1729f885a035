/** Builds the page that runs a course inside a learning platform: one script and one style sheet, sufficient by themselves. */

import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { MAIN_LANGUAGE } from './languages.mjs';
import { build, type Rolldown, type UserConfig } from 'vite';

export interface BuiltPlayer {
	readonly script: Uint8Array;
	readonly style: Uint8Array;
}

/** `alike`: what of the site's own configuration is to hold for it, too. Rejects where the player does not compile. */
export async function buildPlayer(
	root: string,
	alike: Pick<UserConfig, 'resolve' | 'define'> = {}
): Promise<BuiltPlayer> {
	const built = await build({
		...alike,
		define: { LANGUAGE: JSON.stringify(MAIN_LANGUAGE), ...alike.define },
		root,
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		plugins: [
			svelte({
				configFile: false,
				preprocess: vitePreprocess(),
				compilerOptions: { runes: true, dev: false }
			})
		],
		build: {
			write: false,
			cssCodeSplit: false,
			modulePreload: false,
			// As the site's own: colours for light and dark as the style sheets write them.
			cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
			rolldownOptions: { input: join(root, 'src/player/main.ts'), output: { codeSplitting: false } }
		}
	});
	const { output } = built as Rolldown.RolldownOutput;
	return {
		script: bytesOf(output.flatMap((part) => (part.type === 'chunk' ? part.code : []))),
		style: bytesOf(
			output.flatMap((part) => (part.type === 'asset' && part.fileName.endsWith('.css') ? part.source : []))
		)
	};
}

function bytesOf([only, ...more]: readonly (string | Uint8Array)[]): Uint8Array {
	if (only === undefined || more.length > 0)
		throw new Error('The player must be one script and one style sheet.');
	return typeof only === 'string' ? new TextEncoder().encode(only) : only;
}
