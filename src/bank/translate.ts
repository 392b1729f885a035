/** Puts the strings of a translation in the place of the original ones, and finds what is missing or too much. */

import type { Finding, Path } from './draft.ts';
import { makeHint, MAX_HINTS } from './near.ts';
import type { Strings } from './translation-schema.ts';
import { show } from './words.ts';

type Record_ = Readonly<Record<string, unknown>>;

/** `given` must have passed the schema of translations; `path` leads to it. The result is as `original`. */
export function translate<T>(
	original: T,
	given: unknown,
	strings: Strings,
	path: Path,
	findings: Finding[]
): T {
	return translateAny(original, given, strings, path, findings) as T;
}

function translateAny(
	original: unknown,
	given: unknown,
	strings: Strings,
	path: Path,
	findings: Finding[]
): unknown {
	if (original === undefined) {
		if (given !== undefined) findings.push(makeExtra(path));
		return undefined;
	}
	if (given === undefined) {
		if (needsTranslation(original, strings)) findings.push(makeMissing(path, original));
		return original;
	}
	if (typeof strings === 'string') return given;
	return 'members' in strings
		? translateMembers(original as readonly Record_[], given as Record_, strings.members, path, findings)
		: translateKeys(original as Record_, given as Record_, strings.keys, path, findings);
}

function translateKeys(
	original: Record_,
	given: Record_,
	keys: Readonly<Record<string, Strings>>,
	path: Path,
	findings: Finding[]
): Record_ {
	const result: Record<string, unknown> = { ...original };
	for (const [key, strings] of Object.entries(keys)) {
		const value = translateAny(original[key], given[key], strings, [...path, key], findings);
		if (value !== undefined) result[key] = value;
	}
	for (const key of Object.keys(given))
		if (!Object.hasOwn(keys, key)) findings.push(makeExtra([...path, key]));
	return result;
}

function translateMembers(
	original: readonly Record_[],
	given: Record_,
	strings: Strings,
	path: Path,
	findings: Finding[]
): readonly unknown[] {
	const ids = original.map(({ id }) => String(id));
	findings.push(...findUnknownIds(Object.keys(given), ids, path));
	return original.map((member, index) => {
		const id = ids[index]!;
		return translateAny(member, given[id], strings, [...path, id], findings);
	});
}

export function findUnknownIds(
	given: readonly string[],
	ids: readonly string[],
	path: Path
): readonly Finding[] {
	const known = new Set(ids);
	return given
		.filter((id) => !known.has(id))
		.map((id, index) => ({
			path: [...path, id],
			part: 'key',
			code: 'translation/unknown-id',
			message: `expected an id of the file that is translated, found ${show(id)}${index < MAX_HINTS ? makeHint(id, ids) : ''}`
		}));
}

/** "34.81" and "%" read the same everywhere: only what has letters asks for a translation. */
function needsTranslation(original: unknown, strings: Strings): boolean {
	if (original === undefined) return false;
	if (strings === 'text') return /\p{L}/u.test(String(original));
	if (strings === 'texts') return (original as readonly string[]).some((text) => /\p{L}/u.test(text));
	if ('members' in strings)
		return (original as readonly unknown[]).some((member) => needsTranslation(member, strings.members));
	return Object.entries(strings.keys).some(([key, inner]) =>
		needsTranslation((original as Record_)[key], inner)
	);
}

function makeMissing(path: Path, original: unknown): Finding {
	const what = typeof original === 'string' ? `a translation of ${show(original)}` : 'its translation';
	const message = `expected ${what} at ${path.join(' → ')}, found none; add: ${String(path.at(-1))}: …`;
	return { path, code: 'translation/missing', message };
}

function makeExtra(path: Path): Finding {
	const message = `expected only what the original has, found "${String(path.at(-1))}" besides; delete it`;
	return { path, part: 'key', code: 'translation/extra', message };
}
