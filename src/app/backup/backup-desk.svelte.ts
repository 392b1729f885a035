import { BackupError } from '#formats/backup.ts';
import type { AuthoredStore } from '#storage/authored-store.ts';
import { Attempts } from '../attempts.svelte.ts';
import type { App } from '../boot.svelte.ts';
import { courses } from '../courses.ts';
import { checkData, type DataCheck } from './check-data.ts';
import { LAST_BACKUP, readLastBackup } from './device-settings.ts';
import {
	allow,
	canKeepFile,
	handleIn,
	isAllowed,
	keepHandle,
	pickFile,
	writeTo,
	type FileHandle
} from './kept-file.ts';
import { makeBackup, type MadeBackup } from './make-backup.ts';
import { readBackup, restoreBackup, type BackupContents, type Restored } from './restore.ts';

export type BackupScene =
	| { readonly kind: 'resting' }
	| {
			readonly kind: 'working';
			readonly act: 'saving' | 'reading' | 'restoring' | 'checking';
			readonly done: number;
			readonly total: number;
	  }
	/** The share sheet opens in a tap's own turn alone: so the file waits for one. */
	| { readonly kind: 'saved'; readonly file: File; readonly events: number }
	| { readonly kind: 'read'; readonly file: Blob; readonly contents: BackupContents }
	| { readonly kind: 'restored'; readonly restored: Restored }
	| { readonly kind: 'refused'; readonly message: string }
	| { readonly kind: 'checked'; readonly check: DataCheck };

export interface BackupDeskParts {
	readonly app: Pick<App, 'store' | 'settings' | 'setSetting' | 'tabs'>;
	/** `undefined` where this device holds no courses of its own. */
	readonly findAuthored: () => Promise<AuthoredStore | undefined>;
	readonly openAuthored: () => AuthoredStore;
	readonly now: () => number;
}

/** Saving, bringing back and checking all that this device keeps. */
export class BackupDesk {
	scene = $state.raw<BackupScene>({ kind: 'resting' });
	/** Answers and other events on this device. */
	events = $state(0);
	handle = $state.raw<FileHandle | undefined>();
	/** Whether the browser still lets us write to the file. */
	isAllowed = $state(true);
	readonly attempts = new Attempts();
	readonly canKeepFile = canKeepFile();

	readonly #parts: BackupDeskParts;
	#abort = new AbortController();

	constructor(parts: BackupDeskParts) {
		this.#parts = parts;
	}

	get last() {
		return readLastBackup(this.#parts.app.settings.stored);
	}

	async open(): Promise<void> {
		const { app } = this.#parts;
		await this.attempts.try(
			async () => {
				this.events = await app.store.countEvents();
				this.handle = handleIn(app.settings.stored);
				this.isAllowed = this.handle === undefined || (await isAllowed(this.handle));
			},
			() => this.open()
		);
	}

	save(): Promise<void> {
		return this.#work('saving', async (tell, signal) => {
			const { file, events } = await this.#make(tell, signal);
			return { kind: 'saved', file, events };
		});
	}

	/** Of a file that the learner chooses now, and that is written after each session from then on. */
	async keepFile(): Promise<void> {
		const day = new Date(this.#parts.now()).toISOString().slice(0, 10);
		const handle = await pickFile(`grasp-${day}.backup.gz`).catch(() => undefined);
		if (handle === undefined) return;
		await keepHandle(this.#parts.app.store, handle);
		this.handle = handle;
		this.isAllowed = true;
		await this.writeFile();
	}

	async leaveFile(): Promise<void> {
		await keepHandle(this.#parts.app.store, null);
		this.handle = undefined;
	}

	async allowFile(): Promise<void> {
		if (this.handle) this.isAllowed = await allow(this.handle);
		if (this.isAllowed) await this.writeFile();
	}

	async writeFile(): Promise<void> {
		const { handle } = this;
		if (handle === undefined || !(await isAllowed(handle))) return;
		await this.#work('saving', async (tell, signal) => {
			const { file, events } = await this.#make(tell, signal);
			await writeTo(handle, file);
			await this.#note(events);
			return { kind: 'resting' };
		});
	}

	read(file: Blob): Promise<void> {
		return this.#work('reading', async (tell, signal) => {
			const contents = await readBackup(file, tell, signal);
			return { kind: 'read', file, contents };
		});
	}

	restore(): Promise<void> {
		const { scene } = this;
		if (scene.kind !== 'read') return Promise.resolve();
		const { app, openAuthored, now } = this.#parts;
		return this.#work('restoring', async (tell, signal) => {
			const builtIn = courses.map(({ id }) => id);
			const parts = { store: app.store, authored: openAuthored, builtIn, now: now() };
			const restored = await restoreBackup(scene.file, parts, tell, signal);
			this.events = await app.store.countEvents();
			app.settings.adopt(await app.store.readStart([]));
			app.tabs.tell('');
			return { kind: 'restored', restored };
		});
	}

	check(): Promise<void> {
		return this.#work('checking', async (tell) => ({
			kind: 'checked',
			check: await checkData(this.#parts.app.store, tell)
		}));
	}

	rest(): void {
		this.#abort.abort();
		this.scene = { kind: 'resting' };
	}

	/** The file that was made has left the app. */
	async handedOver(): Promise<void> {
		if (this.scene.kind === 'saved') await this.#note(this.scene.events);
	}

	async #note(events: number): Promise<void> {
		await this.#parts.app.setSetting(LAST_BACKUP, { at: this.#parts.now(), events });
	}

	async #make(tell: (done: number, total: number) => void, signal: AbortSignal): Promise<MadeBackup> {
		const { app, findAuthored, now } = this.#parts;
		return makeBackup({ store: app.store, authored: await findAuthored(), now: now() }, tell, signal);
	}

	async #work(
		act: Extract<BackupScene, { kind: 'working' }>['act'],
		work: (tell: (done: number, total: number) => void, signal: AbortSignal) => Promise<BackupScene>
	): Promise<void> {
		this.#abort.abort();
		this.#abort = new AbortController();
		const { signal } = this.#abort;
		this.scene = { kind: 'working', act, done: 0, total: 0 };
		const tell = (done: number, total: number): void => {
			if (!signal.aborted) this.scene = { kind: 'working', act, done, total };
		};
		await this.attempts.try(
			async () => {
				const scene = await work(tell, signal).catch((error: unknown) => this.#refuse(error, signal));
				if (!signal.aborted) this.scene = scene;
			},
			() => this.#work(act, work)
		);
		if (this.attempts.failure) this.scene = { kind: 'resting' };
	}

	#refuse(error: unknown, signal: AbortSignal): BackupScene {
		if (signal.aborted) return { kind: 'resting' };
		if (error instanceof BackupError) return { kind: 'refused', message: error.message };
		throw error;
	}
}
