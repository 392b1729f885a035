/** Gives the app the player of packages: its two files go out with the site, and `virtual:player` says where they are. */

import { createHash } from 'node:crypto';
import type { Plugin, ResolvedConfig } from 'vite';
import { buildPlayer, type BuiltPlayer } from './build-player.ts';

const VIRTUAL_ID = 'virtual:player';
const RESOLVED_ID = '\0virtual:player';

export function graspPlayer(): Plugin {
	let config: ResolvedConfig;
	let building: Promise<BuiltPlayer> | undefined;
	const built = (): Promise<BuiltPlayer> =>
		(building ??= buildPlayer(config.root, {
			resolve: { alias: config.resolve.alias },
			...(config.define && { define: config.define })
		}));
	return {
		name: 'grasp-player',
		configResolved: (resolved) => {
			config = resolved;
		},
		configureServer(server) {
			server.middlewares.use((request, response, next) => {
				const [path = ''] = (request.url ?? '').split('?');
				const isStyle = path.endsWith('/player/dev.css');
				if (!isStyle && !path.endsWith('/player/dev.js')) return next();
				// Anew each time: whoever changes the player sees it in the next package.
				building = undefined;
				void built().then((player) => response.end(isStyle ? player.style : player.script), next);
			});
		},
		resolveId: (id) => (id === VIRTUAL_ID ? RESOLVED_ID : undefined),
		async load(id) {
			if (id !== RESOLVED_ID) return undefined;
			const names =
				config.command === 'serve'
					? { script: 'player/dev.js', style: 'player/dev.css' }
					: namesOf(await built());
			return `export const player = ${JSON.stringify(names)};`;
		},
		async generateBundle() {
			if (this.environment.name !== 'client') return;
			const player = await built();
			const names = namesOf(player);
			this.emitFile({ type: 'asset', fileName: names.script, source: player.script });
			this.emitFile({ type: 'asset', fileName: names.style, source: player.style });
		}
	};
}

function namesOf({ script, style }: BuiltPlayer): { readonly script: string; readonly style: string } {
	return { script: `player/${hash(script)}.js`, style: `player/${hash(style)}.css` };
}

function hash(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
}
