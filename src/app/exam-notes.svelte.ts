import type { Answer } from '#core/answer.ts';

/** What stands at a position, before it is known to be kept. */
export interface Draft {
	readonly answer: Answer;
	readonly marked: boolean;
	readonly spentMillis: number;
}

/** The longest that a change may wait for others to be written along with it. */
export const LONGEST_WAIT_MILLIS = 300;

/** Changes on their way to the store: gathered for a moment, written in turn, and held until they are kept. */
export class ExamNotes {
	/** By position; what is kept already is not among them. The one changed last stands last. */
	drafts = $state.raw<ReadonlyMap<number, Draft>>(new Map());

	readonly #write: (drafts: ReadonlyMap<number, Draft>) => Promise<void>;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#turn: Promise<void> = Promise.resolve();

	constructor(write: (drafts: ReadonlyMap<number, Draft>) => Promise<void>) {
		this.#write = write;
	}

	put(position: number, draft: Draft): void {
		const others = [...this.drafts].filter(([place]) => place !== position);
		this.drafts = new Map([...others, [position, draft]]);
	}

	/** Counted from the first change, not from the last: who types on and on is not left unwritten. */
	flushSoon(flush: () => void): void {
		this.#timer ??= setTimeout(flush, LONGEST_WAIT_MILLIS);
	}

	/** Resolves when everything put until now is kept; rejects where it could not be, and holds it. */
	flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const writing = this.#turn.then(() => this.#writeAll());
		this.#turn = writing.catch(() => undefined);
		return writing;
	}

	async #writeAll(): Promise<void> {
		const written = this.drafts;
		if (written.size === 0) return;
		await this.#write(written);
		// What has been changed again in the meantime is still to be written.
		this.drafts = new Map([...this.drafts].filter(([place, draft]) => written.get(place) !== draft));
	}
}
