import type { LearnerStore, Start } from '#storage/store.ts';
import type { Persistence } from './persistence.ts';

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
}
