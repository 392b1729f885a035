/** What the app does beside being used: once its first screen has settled, and after each session. */

import { base } from '$app/paths';
import { StoreError } from '#storage/store.ts';
import type { App } from './boot.svelte.ts';
import { watchErrors } from './backup/error-ring.ts';
import { courses } from './courses.ts';
import { askPersistence, readPersistence } from './persistence.ts';
import { showDue } from './reminders.ts';
import { Updates } from './updates.svelte.ts';

export { goWhereWished } from './languages.ts';

export async function settleIn(app: App): Promise<void> {
	watchErrors();
	app.updates = new Updates(base);
	await Promise.all([
		// Without a worker the app still works while there is a network.
		app.updates.start().catch(warn),
		keepPersistence(app, readPersistence),
		showDueOnIcon(app)
	]);
}

/** The first finished session is the moment at which there is something to keep. */
export async function afterSession(app: App): Promise<void> {
	if (app.settings.persistence !== 'kept') await keepPersistence(app, askPersistence);
	await showDueOnIcon(app);
	await noteCount(app).catch(warn);
	await writeKeptFile(app).catch(warn);
}

/** So that a log which the browser has shortened is noticed, and comes back. */
async function noteCount(app: App): Promise<void> {
	const [loss, own] = await Promise.all([import('./backup/loss.ts'), import('./authored/own-courses.ts')]);
	await loss.noteCount(app.store, async () =>
		(await own.hasOwnCourses()) ? own.authoredStore() : undefined
	);
}

/** The learner's own file, where one was chosen and the browser still lets us. */
async function writeKeptFile(app: App): Promise<void> {
	const { settings } = await app.store.readStart([]);
	const { handleIn } = await import('./backup/kept-file.ts');
	if (handleIn(settings) === undefined) return;
	const { BackupDesk } = await import('./backup/backup-desk.svelte.ts');
	const { authoredStore, hasOwnCourses } = await import('./authored/own-courses.ts');
	app.settings.adopt(await app.store.readStart([]));
	const desk = new BackupDesk({
		app,
		findAuthored: async () => ((await hasOwnCourses()) ? authoredStore() : undefined),
		openAuthored: authoredStore,
		now: Date.now
	});
	await desk.open();
	await desk.writeFile();
}

async function keepPersistence(app: App, find: typeof readPersistence): Promise<void> {
	await find().then((found) => (app.settings.persistence = found), warn);
}

/** On the icon of the installed app, where there is one to write on. */
async function showDueOnIcon(app: App): Promise<void> {
	if (!('setAppBadge' in navigator)) return;
	// What is wrong with the store is said where it is needed.
	await showDue(courses, app).catch((error: unknown) => error instanceof StoreError || warn(error));
}

function warn(error: unknown): void {
	console.warn(error);
}
