/**
 * Serves a built site as a static host would: clean addresses, Brotli, long life for hashed files, and
 * the fallback page for what was not made ahead of time. Plain JavaScript, so that Node runs it as it is.
 *
 *     node src/pipeline/serve.mjs build 4173
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webmanifest': 'application/manifest+json'
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest']);

/**
 * @param {string} folder the built site
 * @param {{ port?: number, base?: string, host?: string }} [options] `base` is where the site stands on its host: "/grasp";
 *   port 0 takes a free one
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serveSite(folder, { port = 0, base = '', host = '127.0.0.1' } = {}) {
	const root = resolve(folder);
	/** @type {Map<string, { readonly mtime: number, readonly bytes: Buffer }>} */
	const compressed = new Map();

	const server = createServer((request, response) => {
		answer(root, base, compressed, request, response).catch((error) => {
			console.error(error);
			response.writeHead(500).end();
		});
	});
	await new Promise((listening, failed) => {
		server.once('error', failed);
		server.listen(port, host, () => listening(undefined));
	});
	const bound = server.address();
	const boundPort = typeof bound === 'object' && bound ? bound.port : port;
	return {
		address: `http://${host === '127.0.0.1' ? 'localhost' : host}:${boundPort}${base}/`,
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			})
	};
}

/**
 * @param {string} root
 * @param {string} base
 * @param {Map<string, { readonly mtime: number, readonly bytes: Buffer }>} compressed
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(root, base, compressed, request, response) {
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.writeHead(405, { allow: 'GET, HEAD' }).end();
		return;
	}
	const path = readPath(request.url ?? '/', base);
	const found = path === undefined ? undefined : await findFile(root, path);
	const file = found ?? (await findFallback(root, path ?? '/'));
	// A missing part is missing; a missing page is for the app to show.
	const isLost = found === undefined && (path === undefined || extname(path) !== '');
	if (isLost) {
		response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
		return;
	}
	await sendFile(file, compressed, request, response);
}

/**
 * @param {string} file
 * @param {Map<string, { readonly mtime: number, readonly bytes: Buffer }>} compressed
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function sendFile(file, compressed, request, response) {
	const extension = extname(file);
	const { mtimeMs, size } = await stat(file);
	const tag = `"${Math.trunc(mtimeMs).toString(36)}-${size.toString(36)}"`;
	/** @type {Record<string, string | number>} */
	const headers = {
		'content-type': TYPES[/** @type {keyof typeof TYPES} */ (extension)] ?? 'application/octet-stream',
		'cache-control': isHashed(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		// What a page's own policy cannot say.
		'content-security-policy': "frame-ancestors 'none'",
		etag: tag
	};
	if (request.headers['if-none-match'] === tag) {
		response.writeHead(304, headers).end();
		return;
	}
	const isCompressed =
		COMPRESSED.has(extension) && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
	if (!isCompressed) {
		response.writeHead(200, { ...headers, 'content-length': size });
		if (request.method === 'HEAD') response.end();
		else createReadStream(file).pipe(response);
		return;
	}
	const bytes = await compress(file, mtimeMs, compressed);
	response.writeHead(200, {
		...headers,
		'content-encoding': 'br',
		'content-length': bytes.length,
		vary: 'accept-encoding'
	});
	response.end(request.method === 'HEAD' ? undefined : bytes);
}

/**
 * @param {string} url
 * @param {string} base
 * @returns {string | undefined} the path below the base; `undefined` where it lies outside
 */
function readPath(url, base) {
	const [address = '/'] = url.split(/[?#]/, 1);
	if (!address.startsWith(`${base}/`)) return undefined;
	try {
		return decodeURIComponent(address.slice(base.length));
	} catch {
		return undefined;
	}
}

/**
 * @param {string} root
 * @param {string} path
 */
async function findFile(root, path) {
	const asked = normalize(join(root, path));
	// Must stay inside: "/../" in an address leads nowhere.
	if (asked !== root && !asked.startsWith(root + sep)) return undefined;
	const candidates = path.endsWith('/') ? [join(asked, 'index.html')] : [asked, `${asked}.html`];
	for (const candidate of candidates) {
		const found = await stat(candidate).catch(() => undefined);
		if (found?.isFile()) return candidate;
	}
	return undefined;
}

/**
 * Each language's site, below the main one's, has a page for any address of its own.
 *
 * @param {string} root
 * @param {string} path
 */
async function findFallback(root, path) {
	const [, place = ''] = path.split('/', 2);
	return (await findFile(root, `/${place}/200.html`)) ?? join(root, '200.html');
}

/** @param {string} file */
function isHashed(file) {
	return /[\\/](_app[\\/]immutable|bank)[\\/]/.test(file);
}

/**
 * @param {string} file
 * @param {number} mtime
 * @param {Map<string, { readonly mtime: number, readonly bytes: Buffer }>} compressed
 */
async function compress(file, mtime, compressed) {
	const kept = compressed.get(file);
	if (kept?.mtime === mtime) return kept.bytes;
	const bytes = brotliCompressSync(await readFile(file), {
		params: { [constants.BROTLI_PARAM_QUALITY]: 11 }
	});
	compressed.set(file, { mtime, bytes });
	return bytes;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const [folder = 'build', port = '4173'] = process.argv.slice(2);
	const base = process.env.GRASP_BASE ?? '';
	const { address } = await serveSite(folder, { port: Number(port), base }).catch((error) => {
		if (error.code !== 'EADDRINUSE') throw error;
		return serveSite(folder, { port: 0, base });
	});
	console.log(`Grasp is at ${address}`);
}
