import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { graspBank } from './src/pipeline/bank-plugin.ts';
import { graspGuide } from './src/pipeline/guide-plugin.ts';
import { graspPlayer } from './src/pipeline/player-plugin.ts';
import {
	chosenLanguage,
	directionOf,
	listLanguages,
	MAIN_LANGUAGE,
	makeProject,
	placeOf,
	readCatalogue
} from './src/pipeline/languages.mjs';
import { questionsRoot } from './src/pipeline/read-bank.ts';
import { sitePwa } from './src/pipeline/site-pwa.ts';
import { namedSvelteImports, smallerScripts } from './src/pipeline/smaller-scripts.ts';

/**
 * What every first screen needs is one file, what the first answer needs another: on a slow line a request
 * costs more than the bytes it spares. All else stays apart until it is asked for.
 */
const ANSWERING =
	/[\\/](node_modules[\\/](idb|ts-fsrs)|app[\\/]answer|storage[\\/](?!store\.ts|(idb-)?authored)|core[\\/](day|schedule|totals|grading|chance|number|text|reveal|fold|raise|read-event|is-record)|ui[\\/](after-answer|controls[\\/]Row|Feedback|Summary|StudyNote|NothingView|UpdateOffer|Offer|key-lines|verdict|claim-kinds))/;
const SHARED =
	/[\\/](node_modules[\\/](svelte|@sveltejs|esm-env|clsx|devalue)|src[\\/](core|storage[\\/]store|app|ui[\\/](controls|kinds[\\/](index|field|ChoiceField)|Page|QuestionView|focus|double-tap))|compiled[\\/]messages[\\/](trouble_content|nav_(leave|home)|study_p(os|rog)|elsewhere))|rolldown.runtime/;
/** Within the shared rooms, what a first screen has no need of. */
const APART =
	/(updates|course-page|lesson-page|home|practice-choice|progress|history)\.svelte\.ts|app[\\/](authored|backup|class|scan|languages|hand-over|settle-in|persistence|exam|attempts|search|reminders|learner-plan|course-outline|claim-marks|session-plans|today-plan|foresight|practice-filter|new-a-day)|app[\\/]in-slices|core[\\/](edit|exchange|harmless|issue|today|plan-(cards|practice|learning)|wording|lesson|search[a-z-]*|exam|draw-paper|calendar|claim-history|today|schedule)\.ts|core[\\/](pictures|class)|controls[\\/](Disclosure|Stack|QrPicture)|bindings[\\/](select|input)/;

const language = chosenLanguage();
const { project, outdir } = makeProject(language);

export default defineConfig({
	define: {
		LANGUAGE: JSON.stringify(language),
		MAIN_LANGUAGE: JSON.stringify(MAIN_LANGUAGE),
		DIRECTION: JSON.stringify(directionOf(language) === 'rtl' ? ' dir="rtl"' : ''),
		LANGUAGES: JSON.stringify(listLanguages())
	},
	resolve: { alias: { './messages/compiled': resolve(outdir) } },
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
			project,
			outdir,
			strategy: ['baseLocale'],
			outputStructure: 'message-modules',
			isServer: 'import.meta.env.SSR',
			disableAsyncLocalStorage: true,
			emitTsDeclarations: true
		}),
		inOneLanguage(),
		graspBank(questionsRoot(), language),
		graspGuide('questions'),
		graspPlayer(),
		sveltekit(),
		namedSvelteImports(),
		smallerScripts(),
		// Must stand behind SvelteKit: the worker is made over what its adapter has written.
		sitePwa({
			base: process.env['GRASP_BASE'] ?? '',
			place: placeOf(language),
			language,
			direction: directionOf(language),
			words: readCatalogue(language)
		})
	]
});

/** A build has one language: there is none to find out, anew for each string; what would do so is left out. */
function inOneLanguage(): Plugin {
	const ASKED = 'experimentalStaticLocale ?? options.locale ?? getLocale()';
	return {
		name: 'grasp:one-language',
		transform: {
			filter: { id: /[\\/]compiled[\\/](messages[\\/.]|runtime|registry)/ },
			handler: (code) => ({ code: code.replaceAll(ASKED, 'undefined'), map: null, moduleSideEffects: false })
		}
	};
}
