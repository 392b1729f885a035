import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { graspBank } from './src/pipeline/bank-plugin.ts';
import { graspGuide } from './src/pipeline/guide-plugin.ts';
import { graspPlayer } from './src/pipeline/player-plugin.ts';
import { questionsRoot } from './src/pipeline/read-bank.ts';
import { sitePwa } from './src/pipeline/site-pwa.ts';
import { namedSvelteImports, smallerScripts } from './src/pipeline/smaller-scripts.ts';
import languages from './src/ui/messages/project.inlang/settings.json' with { type: 'json' };

/**
 * What every first screen needs is one file, what the first answer needs another: on a slow line a request
 * costs more than the bytes it spares. All else stays apart until it is asked for.
 */
const ANSWERING =
	/[\\/](node_modules[\\/](idb|ts-fsrs)|app[\\/]answer|storage[\\/](?!store\.ts|(idb-)?authored)|core[\\/](day|schedule|totals|grading|chance|number|text|reveal|fold|raise|read-event|is-record)|ui[\\/](after-answer|controls[\\/]Row|Feedback|Summary|StudyNote|NothingView|UpdateOffer|Offer|key-lines|verdict|claim-kinds))/;
const SHARED =
	/[\\/](node_modules[\\/](svelte|@sveltejs|esm-env|clsx|devalue)|src[\\/](core|storage[\\/]store|app|ui[\\/](controls|kinds[\\/](index|field|ChoiceField)|Page|QuestionView|focus|double-tap|messages[\\/]compiled[\\/]messages[\\/](trouble_content|nav_|study_p|elsewhere))))|rolldown.runtime/;
/** Within the shared rooms, what a first screen has no need of. */
const APART =
	/(updates|course-page|lesson-page|home|practice-choice|progress|history)\.svelte\.ts|app[\\/](authored|backup|class|scan|hand-over|settle-in|persistence|exam|attempts|search|reminders|learner-plan|course-outline|claim-marks|session-plans|today-plan|foresight|practice-filter|new-a-day)|app[\\/]in-slices|core[\\/](edit|exchange|issue|today|plan-(cards|practice|learning)|wording|lesson|search[a-z-]*|exam|draw-paper|calendar|claim-history|today|schedule)\.ts|core[\\/](pictures|class)|controls[\\/](Disclosure|Stack|QrPicture)|bindings[\\/](select|input)/;

export default defineConfig({
	build: {
		// Colours for light and dark, and mirrored icons, as the style sheets write them: in every browser since 2024.
		cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
		modulePreload: {
			resolveDependencies: (_file, deps, { hostId }) =>
				/entry\/app/.test(hostId) ? deps : deps.filter((d) => d.endsWith('.css'))
		},
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						// Shared goes first: a group takes along what its files import.
						{
							name: 'shared',
							test: (id) => SHARED.test(id) && !ANSWERING.test(id) && !APART.test(id),
							priority: 2
						},
						{ name: 'answering', test: ANSWERING, priority: 1 }
					]
				}
			}
		}
	},
	plugins: [
		paraglideVitePlugin({
			project: './src/ui/messages/project.inlang',
			outdir: './src/ui/messages/compiled',
			strategy: ['baseLocale'],
			outputStructure: 'message-modules',
			isServer: 'import.meta.env.SSR',
			disableAsyncLocalStorage: true,
			emitTsDeclarations: true
		}),
		...(languages.locales.length === 1 ? [inOneLanguage()] : []),
		graspBank(questionsRoot()),
		graspGuide('questions'),
		graspPlayer(),
		sveltekit(),
		namedSvelteImports(),
		smallerScripts(),
		// Must stand behind SvelteKit: the worker is made over what its adapter has written.
		sitePwa(process.env['GRASP_BASE'] ?? '')
	]
});

/** With one language there is none to find out, anew for each string; what would do so is then left out. */
function inOneLanguage(): Plugin {
	const ASKED = 'experimentalStaticLocale ?? options.locale ?? getLocale()';
	return {
		name: 'grasp:one-language',
		transform: {
			filter: { id: /[\\/]messages[\\/]compiled[\\/]/ },
			handler: (code) => ({ code: code.replaceAll(ASKED, 'undefined'), map: null, moduleSideEffects: false })
		}
	};
}
