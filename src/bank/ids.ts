import type { CourseDraft, Path } from './draft.ts';
import { readFileName } from './file-names.ts';

/** What has an id that a learner's log may name. */
export const ID_NOUNS = [
	...(['section', 'claim', 'question', 'option', 'gap', 'pair', 'extra'] as const),
	...(['step', 'category', 'entry'] as const)
] as const;
export type IdNoun = (typeof ID_NOUNS)[number];

/** Lists of a question whose members have ids. */
const LISTS = {
	options: 'option',
	gaps: 'gap',
	pairs: 'pair',
	extras: 'extra',
	steps: 'step',
	categories: 'category',
	entries: 'entry'
} as const satisfies Record<string, IdNoun>;

export interface NamedId {
	/** As a line of the ledger has it: `option base-stations-world-total/under`. */
	readonly name: string;
	readonly draft: CourseDraft;
	readonly path: Path;
}

type Members = Readonly<Record<string, unknown>>;

/** Every id of a course, as far as its files can be read; translations bring none of their own. */
export function listIds(drafts: readonly CourseDraft[]): readonly NamedId[] {
	return drafts
		.filter(({ file }) => readFileName(file).kind === 'section')
		.flatMap((draft) => {
			const { section, claims, questions } = isMembers(draft.value) ? draft.value : {};
			const named = [
				...nameOf('section', section, '', ['section']),
				...listOf(claims).flatMap((claim, index) => nameOf('claim', claim, '', ['claims', index])),
				...listOf(questions).flatMap((question, index) => [
					...nameOf('question', question, '', ['questions', index]),
					...listInner(question, '', ['questions', index])
				])
			];
			return named.map(({ name, path }) => ({ name, path, draft }));
		});
}

type Named = Omit<NamedId, 'draft'>;

/** `prefix`: ids of what the member stands in, each with a slash behind it. */
function listInner(member: unknown, prefix: string, path: Path): readonly Named[] {
	if (!isMembers(member) || typeof member['id'] !== 'string') return [];
	const inside = `${prefix}${member['id']}/`;
	return Object.entries(LISTS).flatMap(([key, noun]) =>
		listOf(member[key]).flatMap((inner, index) => [
			...nameOf(noun, inner, inside, [...path, key, index]),
			...listInner(inner, inside, [...path, key, index])
		])
	);
}

function nameOf(noun: IdNoun, member: unknown, prefix: string, path: Path): readonly Named[] {
	const id = isMembers(member) ? member['id'] : undefined;
	return typeof id === 'string' ? [{ name: `${noun} ${prefix}${id}`, path: [...path, 'id'] }] : [];
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

function isMembers(value: unknown): value is Members {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
