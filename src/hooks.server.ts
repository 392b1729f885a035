import type { Handle } from '@sveltejs/kit';

/** In each page as it is made: the language that it is in, and where its lines begin. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('lang="%grasp.language%"', `lang="${LANGUAGE}"${DIRECTION}`)
	});
