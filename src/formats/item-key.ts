/** Names for items whose tool gives them none: the same whenever the same file is read. */

/** Not for secrets: tells texts apart, in 13 letters and digits (53 bits). */
export function hashText(text: string): string {
	let [a, b] = [0xdeadbeef, 0x41c6ce57];
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		a = Math.imul(a ^ code, 2654435761);
		b = Math.imul(b ^ code, 1597334677);
	}
	a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
	b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
	return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0');
}

/** Gives each key once: what comes a second time gets a number. */
export class Keys {
	readonly #taken = new Set<string>();
	/** How often each was wanted: counting anew each time would take long where all items are alike. */
	readonly #wanted = new Map<string, number>();

	take(wanted: string): string {
		let key = wanted;
		let count = this.#wanted.get(wanted) ?? 1;
		for (; this.#taken.has(key); count++) key = `${wanted} (${count + 1})`;
		this.#wanted.set(wanted, count);
		this.#taken.add(key);
		return key;
	}
}

const LONGEST_NAME = 80;

/** What a person knows an item by. */
export function nameOf(title: string | undefined, prompt: string): string {
	const name = (title?.trim() || prompt).replace(/\s+/g, ' ').trim();
	return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).toWellFormed()}…`;
}
