/** What `questions new` leaves to be written. */

import type { Finding, Path } from './draft.ts';

export const PLACEHOLDER = 'WRITE:';

/** Every string of a draft that still waits for its words. */
export function findPlaceholders(value: unknown, path: Path = []): readonly Finding[] {
	if (typeof value === 'string') {
		if (!value.startsWith(PLACEHOLDER)) return [];
		const message = `expected words, found "${value}"; write them in its place`;
		return [{ path, code: 'words/left-to-write', message }];
	}
	if (typeof value !== 'object' || value === null) return [];
	const members: Iterable<[string | number, unknown]> = Array.isArray(value)
		? value.entries()
		: Object.entries(value);
	return [...members].flatMap(([key, member]) => findPlaceholders(member, [...path, key]));
}
