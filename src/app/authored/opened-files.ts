/** Files that come from outside the page: opened with the installed app, or shared with it. */

interface LaunchQueue {
	setConsumer(take: (launch: { readonly files?: readonly { getFile(): Promise<File> }[] }) => void): void;
}

/** Where the worker puts what was shared; must be the one that it names itself. */
const SHARED = 'grasp-shared';

/** Of browsers that hand opened files to an app; others have no such queue. */
export function onOpened(take: (file: File) => void): void {
	const queue = (globalThis as { launchQueue?: LaunchQueue }).launchQueue;
	queue?.setConsumer(({ files = [] }) => {
		const [handle] = files;
		if (handle) void handle.getFile().then(take);
	});
}

/** The file that was shared last, once. */
export async function takeShared(): Promise<File | undefined> {
	if (!('caches' in globalThis) || !(await caches.has(SHARED))) return undefined;
	const cache = await caches.open(SHARED);
	const response = await cache.match('/shared');
	await caches.delete(SHARED);
	if (response === undefined) return undefined;
	const name = decodeURIComponent(response.headers.get('x-name') ?? 'shared');
	return new File([await response.blob()], name);
}
