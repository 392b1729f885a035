import type { Path } from './draft.ts';
import { ID } from './schema-parts.ts';

export interface PlacedText {
	readonly text: string;
	readonly path: Path;
}

type Members = Readonly<Record<string, unknown>>;

/**
 * Every string of a draft that is written for people. Ids and words of the format have the form of an id; so
 * have single small words, of which nothing follows here. Gaps are filled with what belongs there, as far as
 * the file says it.
 */
export function listTexts(value: unknown, path: Path = []): readonly PlacedText[] {
	if (typeof value === 'string') return ID.test(value) ? [] : [{ text: value, path }];
	if (Array.isArray(value)) return value.flatMap((member, index) => listTexts(member, [...path, index]));
	if (!isMembers(value)) return [];
	return Object.entries(value).flatMap(([key, member]) => {
		const inner = key === 'text' && typeof member === 'string' ? fillGaps(member, value['gaps']) : member;
		return listTexts(inner, [...path, key]);
	});
}

/** `gaps` is a list, or in a translation a map by id. */
function fillGaps(text: string, gaps: unknown): string {
	if (!isMembers(gaps)) return text;
	const known: Members = Array.isArray(gaps)
		? Object.fromEntries(gaps.filter(isMembers).map((gap) => [String(gap['id']), gap]))
		: gaps;
	return text.replace(/\{([a-z0-9-]+)\}/g, (_, id: string) =>
		Object.hasOwn(known, id) ? keyOf(known[id]) : ' '
	);
}

function keyOf(gap: unknown): string {
	const { answers, options } = isMembers(gap) ? gap : {};
	const key: unknown = Array.isArray(answers)
		? answers[0]
		: Array.isArray(options)
			? options.filter(isMembers).find(({ correct }) => correct === true)?.['text']
			: undefined;
	return typeof key === 'string' ? key : ' ';
}

function isMembers(value: unknown): value is Members {
	return typeof value === 'object' && value !== null;
}
