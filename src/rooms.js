/**
 * The floor plan, as data: which room may import which, and what one room alone may name. The lint
 * config enforces it; `src/README.md` shows it, and a test holds the two together.
 *
 * @typedef {object} Room
 * @property {readonly string[]} imports rooms it may import
 * @property {readonly string[]} names packages and module schemes that it alone names
 */

/** @type {Readonly<Record<string, Room>>} */
export const ROOMS = {
	core: { imports: [], names: ['ts-fsrs'] },
	formats: { imports: ['core'], names: ['yaml', 'fflate', 'papaparse', 'saxes', 'fzstd', 'qr', 'qr/*'] },
	bank: { imports: ['core'], names: ['valibot', '@valibot/to-json-schema'] },
	storage: { imports: ['core'], names: ['idb'] },
	ui: { imports: ['core'], names: [] },
	pipeline: {
		imports: ['core', 'formats', 'bank'],
		names: ['node:*', 'marked', 'terser', 'vite', 'vite-plugin-pwa', '@sveltejs/vite-plugin-svelte']
	},
	app: {
		imports: ['core', 'formats', 'bank', 'storage'],
		names: ['virtual:bank', 'virtual:guide', 'virtual:player']
	},
	routes: { imports: ['core', 'app', 'ui'], names: [] },
	player: { imports: ['core', 'storage', 'app', 'ui'], names: [] }
};

/** Rooms that may name Svelte itself. */
export const SVELTE_ROOMS = ['app', 'ui', 'routes', 'player'];

/** Rooms that may name SvelteKit's `$app/*`. */
export const KIT_ROOMS = ['app', 'routes'];
