import type { ManifestOptions } from 'vite-plugin-pwa';

/** The colours of the page's background; must be those of `ui/styles/tokens.css`. */
export const THEME_COLOURS = { light: '#faf8f4', dark: '#16181b' } as const;

/** What the app opens, by media type. */
const FILE_TYPES = {
	'application/x-grasp-course+zip': ['.grasp'],
	'application/apkg': ['.apkg'],
	'text/csv': ['.csv', '.tsv'],
	'text/plain': ['.gift', '.aiken', '.txt'],
	'application/xml': ['.xml'],
	'application/zip': ['.zip']
};

const SCREENSHOTS = [
	{
		name: 'question-narrow',
		sizes: '720x1480',
		form_factor: 'narrow',
		words: 'manifest_picture_question'
	},
	{
		name: 'feedback-narrow',
		sizes: '720x1480',
		form_factor: 'narrow',
		words: 'manifest_picture_feedback'
	},
	{ name: 'home-wide', sizes: '1280x800', form_factor: 'wide', words: 'manifest_picture_home' }
] as const;

/** One language's site. */
export interface Site {
	/** Where all of them begin on their host: nothing, or "/grasp". */
	readonly base: string;
	/** Where this one begins below it: nothing, or "/zh". */
	readonly place: string;
	/** BCP 47 tag. */
	readonly language: string;
	readonly direction: 'ltr' | 'rtl';
	/** The catalogue; those of the manifest are plain texts. */
	readonly words: Readonly<Record<string, unknown>>;
}

export function makeManifest(site: Site): Partial<ManifestOptions> {
	const base = site.base + site.place;
	const say = (name: string): string => String(site.words[name]);
	return {
		// Must stay: it is what an installed app is known by.
		id: `${base}/`,
		name: say('app_name'),
		short_name: say('app_name'),
		description: say('manifest_description'),
		lang: site.language,
		dir: site.direction,
		start_url: `${base}/`,
		scope: `${base}/`,
		display: 'standalone',
		theme_color: THEME_COLOURS.light,
		background_color: THEME_COLOURS.light,
		categories: ['education'],
		icons: [
			{ src: `${base}/icons/icon-192.png`, sizes: '192x192', type: 'image/png' },
			{ src: `${base}/icons/icon-512.png`, sizes: '512x512', type: 'image/png' },
			{ src: `${base}/icons/maskable-512.png`, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
			{ src: `${base}/icons/monochrome-512.png`, sizes: '512x512', type: 'image/png', purpose: 'monochrome' }
		],
		shortcuts: makeShortcuts(base, say),
		launch_handler: { client_mode: ['navigate-existing', 'auto'] },
		file_handlers: [{ action: `${base}/author/import`, accept: FILE_TYPES }],
		share_target: {
			action: `${base}/author/import`,
			method: 'POST',
			enctype: 'multipart/form-data',
			params: { files: [{ name: 'file', accept: Object.values(FILE_TYPES).flat() }] }
		},
		screenshots: SCREENSHOTS.map(({ name, words, ...rest }) => ({
			...rest,
			label: say(words),
			src: `${base}/screenshots/${name}.png`,
			type: 'image/png'
		}))
	};
}

function makeShortcuts(base: string, say: (name: string) => string): ManifestOptions['shortcuts'] {
	const icons = [{ src: `${base}/icons/icon-192.png`, sizes: '192x192', type: 'image/png' }];
	return [
		{ name: say('manifest_go_on'), short_name: say('home_go_on'), url: `${base}/?go`, icons },
		{ name: say('settings_title'), url: `${base}/settings`, icons }
	];
}
