import type { ExchangeNote } from '#core/exchange.ts';

/** What is to be said of one item, or of one file: each thing once. */
export class Notes {
	readonly list: ExchangeNote[] = [];

	add(code: string, message: string): void {
		if (!this.list.some((note) => note.code === code && note.message === message))
			this.list.push({ code, message });
	}
}
