import { LENGTHS } from '../schema-parts.ts';

const LONGEST_WORDS = 40;

/**
 * An id made of another tool's key: the same for the same key, and readable where the key is. Keys that differ only
 * in what an id cannot say still differ, by a hash.
 */
export function makeItemId(key: string): string {
	const words = key
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, LONGEST_WORDS)
		.replace(/^-+|-+$/g, '');
	if (words === key && words.length >= 2 && key.length <= LENGTHS.id) return words;
	return words === '' ? `q-${hash(key)}` : `${words}-${hash(key)}`;
}

/** FNV-1a over the UTF-16 units, twice with different starts: 64 bits that name, and protect nothing. */
function hash(text: string): string {
	const run = (start: number): number => {
		let state = start;
		for (let index = 0; index < text.length; index++)
			state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
		return state >>> 0;
	};
	return run(0x811c9dc5).toString(36) + run(0x1234567).toString(36).slice(0, 3);
}
