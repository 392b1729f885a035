import { troubleOf, type Trouble } from './scene.ts';

/** What could not be done, why, and how it is tried again. */
export class Attempts {
	failure = $state.raw<Trouble | undefined>();
	#again: (() => Promise<unknown>) | undefined;

	/** Resolves to whether it went well; what went well ends the failure before it. */
	async try(work: () => Promise<unknown>, again: () => Promise<unknown>): Promise<boolean> {
		try {
			await work();
			this.failure = undefined;
			return true;
		} catch (error) {
			this.failure = troubleOf(error);
			this.#again = again;
			return false;
		}
	}

	async retry(): Promise<void> {
		this.failure = undefined;
		await this.#again?.();
	}
}
