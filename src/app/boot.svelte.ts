import { getContext, setContext } from 'svelte';
import { browser, version } from '$app/environment';
import { base } from '$app/paths';
import type { CourseEntry } from '#core/catalogue.ts';
import { DATABASE_NAME, StoreError, type Start, type StoreTrouble } from '#storage/store.ts';
import type { AnswerMarks } from './answer-marks.svelte.ts';
import { Install } from './install.svelte.ts';
import { hasStore, makeLazyStore } from './lazy-store.ts';
import { makeLibrary } from './library.ts';
import { loadAnswering } from './load-answering.ts';
import type { Placed } from './session-source.ts';
import { Settings } from './settings.svelte.ts';
import type * as SettleIn from './settle-in.ts';
import { makeStamper } from './stamper.ts';
import type { StudyParts } from './study-parts.ts';
import { Study } from './study.svelte.ts';
import { makeTabs } from './tabs.ts';
import type { Updates } from './updates.svelte.ts';

/** Everything that lives as long as the page; the one place where parts are made and joined. */
export class App {
	/** Why the store cannot be used. */
	trouble = $state.raw<StoreTrouble | undefined>();
	readonly version = version;
	readonly store = makeLazyStore(
		async () => {
			const { makeIdbStore } = await import('#storage/idb-store.ts');
			return makeIdbStore({ onoutdated: () => (this.trouble = 'outdated') });
		},
		() => hasStore(DATABASE_NAME)
	);
	readonly library = makeLibrary(base, undefined, async (address) => {
		const { readOwnFile } = await import('./authored/own-courses.ts');
		return readOwnFile(address);
	});
	readonly tabs = makeTabs();
	readonly stamper = makeStamper();
	readonly settings = new Settings(this.store);
	readonly install = new Install();
	/** The service worker's side; there once the first screen has settled. */
	updates = $state.raw<Updates | undefined>();

	/** In the browser only. What the first screen needs first, what can wait when the page is idle. */
	start(): void {
		this.install.start();
		whenIdle(() => this.#beside((work) => work.settleIn(this)));
		// Last: it throws where the browser keeps nothing for us. Who reads the main language loads nothing for it.
		const wish: string = localStorage['grasp'] ?? navigator.language;
		if (LANGUAGE === MAIN_LANGUAGE && !wish.startsWith(LANGUAGE))
			this.#beside((work) => work.goWhereWished());
	}

	#beside(work: (beside: typeof SettleIn) => Promise<void>): void {
		import('./settle-in.ts').then(work).catch((error: unknown) => console.warn(error));
	}

	/**
	 * Reads the settings, and where the learner stands with these courses. A failure is kept in `trouble`
	 * for the page to say.
	 */
	async readStart(courseIds: readonly string[] = []): Promise<Start | undefined> {
		try {
			const start = await this.store.readStart(courseIds);
			this.settings.adopt(start);
			this.trouble = undefined;
			return start;
		} catch (error) {
			if (!(error instanceof StoreError)) throw error;
			this.trouble = error.trouble;
			return undefined;
		}
	}

	setAsksCertainty(asks: boolean): Promise<void> {
		return this.#keep(() => this.settings.setAsksCertainty(asks));
	}

	setSetting(name: string, value: unknown): Promise<void> {
		return this.#keep(() => this.settings.set(name, value));
	}

	async #keep(write: () => Promise<void>): Promise<void> {
		try {
			await write();
		} catch (error) {
			if (!(error instanceof StoreError)) throw error;
			this.trouble = error.trouble;
		}
	}

	makeStudy(course: CourseEntry, onwriting?: StudyParts['onwriting']): Study {
		const study = new Study(course, {
			store: this.store,
			library: this.library,
			stamper: this.stamper,
			tabs: this.tabs,
			seen,
			...(onwriting && { onwriting }),
			onasked: () => this.#warm(study),
			onfinished: () => this.#beside((work) => work.afterSession(this))
		});
		return study;
	}

	/** What the learner thinks of a claim that was just answered; read when its feedback shows. */
	async readMarks(course: CourseEntry, placed: Placed): Promise<AnswerMarks> {
		const { AnswerMarks } = await loadAnswering();
		const marks = new AnswerMarks(course, placed, this);
		await marks.read();
		return marks;
	}

	#isWarm = false;

	/** While the first question is read, what its answer will need is brought in. */
	#warm(study: Study): void {
		afterPaint(() => {
			// If one fails, the answer that needs it says so.
			if (!this.#isWarm) this.store.warm().catch(() => undefined);
			this.#isWarm = true;
			study.findStill().catch(() => undefined);
		});
	}
}

const SEEN = 'grasp-seen';

/** For this tab only: lost with it, and then the last feedback is shown once more. */
const seen = {
	get: () => (browser ? sessionStorage.getItem(SEEN) : null),
	set: (event: string) => sessionStorage.setItem(SEEN, event)
};

const APP = Symbol('app');

export function provideApp(): App {
	return setContext(APP, new App());
}

export function useApp(): App {
	return getContext<App>(APP);
}

function afterPaint(work: () => void): void {
	requestAnimationFrame(() => setTimeout(work));
}

const LONGEST_WAIT_MILLIS = 2000;

/** After the first screen has settled; Safari has no idle callback. */
function whenIdle(work: () => void): void {
	const wait = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
	// Must have an end: a page that draws nothing more may never be told that it is idle.
	setTimeout(() => wait(work, { timeout: LONGEST_WAIT_MILLIS }), 1500);
}
