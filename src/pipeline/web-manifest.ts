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
		label: 'A question, with the learner’s own certainty as the answer button'
	},
	{
		name: 'feedback-narrow',
		sizes: '720x1480',
		form_factor: 'narrow',
		label: 'Why an answer is right, with its place in the source'
	},
	{ name: 'home-wide', sizes: '1280x800', form_factor: 'wide', label: 'The courses on a wide screen' }
] as const;

export function makeManifest(base: string): Partial<ManifestOptions> {
	return {
		id: `${base}/`,
		name: 'Grasp',
		short_name: 'Grasp',
		description:
			'Learn what a text claims, and keep it: questions for each claim, on the phone, without a network.',
		lang: 'en',
		dir: 'ltr',
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
		shortcuts: makeShortcuts(base),
		launch_handler: { client_mode: ['navigate-existing', 'auto'] },
		file_handlers: [{ action: `${base}/author/import`, accept: FILE_TYPES }],
		share_target: {
			action: `${base}/author/import`,
			method: 'POST',
			enctype: 'multipart/form-data',
			params: { files: [{ name: 'file', accept: Object.values(FILE_TYPES).flat() }] }
		},
		screenshots: SCREENSHOTS.map(({ name, ...rest }) => ({
			...rest,
			src: `${base}/screenshots/${name}.png`,
			type: 'image/png'
		}))
	};
}

function makeShortcuts(base: string): ManifestOptions['shortcuts'] {
	const icons = [{ src: `${base}/icons/icon-192.png`, sizes: '192x192', type: 'image/png' }];
	return [
		{ name: 'Go on learning', short_name: 'Go on', url: `${base}/?go`, icons },
		{ name: 'Settings', url: `${base}/settings`, icons }
	];
}
