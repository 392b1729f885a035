import type { LearnerStore, Start } from '#storage/store.ts';

/** Whether the browser has promised to keep what is stored; `unknown` where it cannot be asked. */
export type Persistence = 'kept' | 'not-kept' | 'unknown';

const ASKS_CERTAINTY = 'asks-certainty';

/** The learner's own choices, and the browser's promise. */
export class Settings {
	asksCertainty = $state(true);
	/** By name, as they are stored: what one page alone knows is read from here. */
	stored = $state.raw<ReadonlyMap<string, unknown>>(new Map());
	persistence = $state<Persistence>('unknown');

	readonly #store: LearnerStore;
	/** On this page: a read that began before must not take it back. */
	readonly #chosen = new Map<string, unknown>();

	constructor(store: LearnerStore) {
		this.#store = store;
	}

	adopt({ settings }: Start): void {
		this.stored = new Map([...settings, ...this.#chosen]);
		this.asksCertainty = this.stored.get(ASKS_CERTAINTY) !== false;
	}

	setAsksCertainty(asks: boolean): Promise<void> {
		this.asksCertainty = asks;
		return this.set(ASKS_CERTAINTY, asks);
	}

	async set(name: string, value: unknown): Promise<void> {
		this.#chosen.set(name, value);
		this.stored = new Map(this.stored).set(name, value);
		await this.#store.writeSetting(name, value);
	}

	async readPersistence(): Promise<void> {
		this.persistence = toPersistence(await navigator.storage?.persisted?.());
	}

	/** Browsers grant this by how much a site is used: asked too early, the answer is no. */
	async askPersistence(): Promise<void> {
		this.persistence = toPersistence(await navigator.storage?.persist?.());
	}
}

function toPersistence(answer: boolean | undefined): Persistence {
	if (answer === undefined) return 'unknown';
	return answer ? 'kept' : 'not-kept';
}
