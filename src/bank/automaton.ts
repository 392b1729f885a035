/**
 * The suffix automaton of a sequence of numbers: every stretch of it is a path from the start. Built in time
 * linear in its length (Blumer et al. 1985, "The smallest automaton recognizing the subwords of a text",
 * Theoretical Computer Science 40, 31–55).
 */

export interface Match {
	/** The match ends before this place of the asked sequence. */
	readonly end: number;
	readonly length: number;
	/** And before this place of the automaton's own, where it stands first. */
	readonly sourceEnd: number;
}

interface State {
	readonly next: Map<number, State>;
	/** Length of the longest stretch that leads here. */
	readonly length: number;
	/** Where the first of these stretches ends. */
	readonly end: number;
	/** The state of their longest suffix that leads elsewhere. */
	link: State | undefined;
}

export class Automaton {
	readonly #start: State = { next: new Map(), length: 0, end: 0, link: undefined };
	#last = this.#start;

	append(number: number): void {
		const length = this.#last.length + 1;
		const added: State = { next: new Map(), length, end: length, link: this.#start };
		let state: State | undefined = this.#last;
		while (state && !state.next.has(number)) {
			state.next.set(number, added);
			state = state.link;
		}
		if (state) added.link = this.#splitFor(state, number);
		this.#last = added;
	}

	/** The state that `number` leads to, with no longer stretches than those that pass `state`. */
	#splitFor(state: State, number: number): State {
		const target = state.next.get(number)!;
		if (target.length === state.length + 1) return target;
		const { next, end, link } = target;
		const clone: State = { next: new Map(next), length: state.length + 1, end, link };
		for (let from: State | undefined = state; from?.next.get(number) === target; from = from.link)
			from.next.set(number, clone);
		target.link = clone;
		return clone;
	}

	/** For each place, the longest stretch of the automaton's sequence that ends there. */
	match(numbers: readonly number[]): readonly Match[] {
		const matches: Match[] = [];
		let state = this.#start;
		let length = 0;
		for (const [place, number] of numbers.entries()) {
			while (state.link && !state.next.has(number)) {
				state = state.link;
				length = state.length;
			}
			const next = state.next.get(number);
			if (!next) continue;
			state = next;
			length++;
			matches.push({ end: place + 1, length, sourceEnd: state.end });
		}
		return matches;
	}
}
