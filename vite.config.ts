import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { graspBank } from './src/pipeline/bank-plugin.ts';
import { questionsRoot } from './src/pipeline/read-bank.ts';
import { sitePwa } from './src/pipeline/site-pwa.ts';

/**
 * What every page needs is one file: on a slow line a request costs more than the bytes it spares. Views
 * and pages that a first visit does not show stay apart.
 */
const SHARED = /[\\/](node_modules[\\/](svelte|@sveltejs|idb|esm-env|clsx|devalue)|src[\\/](core|storage|app|ui))[\\/]/;
const APART = /[\\/]ui[\\/](kinds[\\/](Cloze|Matching|Categorise|Ordering|Text)Field|SourceView|SectionList|CourseCard)/;

export default defineConfig({
	build: {
		rolldownOptions: {
			output: {
				codeSplitting: { groups: [{ name: 'shared', test: (id) => SHARED.test(id) && !APART.test(id) }] }
			}
		}
	},
	plugins: [
		paraglideVitePlugin({
			project: './src/ui/messages/project.inlang',
			outdir: './src/ui/messages/compiled',
			strategy: ['baseLocale'],
			emitTsDeclarations: true
		}),
		graspBank(questionsRoot()),
		sveltekit(),
		// Must stand behind SvelteKit: the worker is made over what its adapter has written.
		sitePwa(process.env['GRASP_BASE'] ?? '')
	]
});
