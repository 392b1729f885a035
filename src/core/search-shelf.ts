import type { CourseIndex, SearchPart } from './catalogue.ts';
import { FINDABLE_KINDS, findIn, type Findable, type FindableKind, type SearchIndex } from './search.ts';
import { showFound, type TextPart } from './search-text.ts';
import { listQueryWords } from './search-words.ts';

/** One course in one language, as it is searched. */
export interface Shelf {
	readonly index: SearchIndex;
	/** Sections with a lesson to read. */
	readonly lessons: ReadonlySet<string>;
	/** By claim: how many questions ask for it. */
	readonly questions: ReadonlyMap<string, number>;
}

/** Something found, as it is shown, with what it leads to. */
export interface Hit {
	readonly kind: FindableKind;
	readonly section: string;
	readonly claim?: string;
	readonly head: readonly TextPart[];
	readonly body: readonly TextPart[];
	/** How many questions ask for its claim; of a lesson, 0. */
	readonly questions: number;
	readonly hasLesson: boolean;
}

export interface HitsOfKind {
	readonly kind: FindableKind;
	/** How many there are; `hits` are the best of them. */
	readonly count: number;
	readonly hits: readonly Hit[];
}

export type Limits = Readonly<Record<FindableKind, number>>;

/** In the order of the course. */
export function listFindables(parts: readonly SearchPart[]): readonly Findable[] {
	let last: string | undefined;
	return parts
		.flatMap(({ sections }) => sections)
		.flatMap(({ id: section, title, passages, claims, questions }) => {
			const isNew = section !== last;
			last = section;
			return [
				// A section that is cut over several parts is one lesson.
				...(isNew ? [{ kind: 'lesson', section, head: title, body: passages } as const] : []),
				...claims.map(([claim, text]) => ({ kind: 'claim', section, claim, head: text, body: [] }) as const),
				...questions.map(
					([claim, prompt]) => ({ kind: 'question', section, claim, head: '', body: [prompt] }) as const
				)
			];
		});
}

export function makeShelf(index: SearchIndex, { sections }: CourseIndex): Shelf {
	const questions = new Map<string, number>();
	for (const { kind, claim } of index.findables) {
		if (kind === 'question' && claim !== undefined) questions.set(claim, (questions.get(claim) ?? 0) + 1);
	}
	const lessons = new Set(sections.filter(({ lesson }) => lesson !== undefined).map(({ id }) => id));
	return { index, lessons, questions };
}

const WARMING = 8;

/**
 * The first searches are slow, until the browser has compiled what they run through: they must not be the
 * learner's. Yields between two of them the share that is done.
 */
export function* warmUp(shelf: Shelf): Generator<number, void> {
	const { vocabulary } = shelf.index;
	for (let turn = 0; turn < WARMING; turn += 1) {
		yield turn / WARMING;
		const [sign = ''] = vocabulary[Math.floor((turn * vocabulary.length) / WARMING)] ?? '';
		searchShelf(shelf, sign, { claim: 1, lesson: 1, question: 1 });
	}
}

/** The kinds of which there is something. */
export function searchShelf(shelf: Shelf, query: string, limits: Limits): readonly HitsOfKind[] {
	const found = findIn(shelf.index, query, Math.max(...Object.values(limits)));
	const words = listQueryWords(query);
	return FINDABLE_KINDS.filter((kind) => found[kind].count > 0).map((kind) => ({
		kind,
		count: found[kind].count,
		hits: found[kind].best.slice(0, limits[kind]).map((findable) => makeHit(shelf, findable, words))
	}));
}

function makeHit({ lessons, questions }: Shelf, findable: Findable, words: readonly string[]): Hit {
	const { kind, section, claim } = findable;
	return {
		...{ kind, section, ...(claim !== undefined && { claim }) },
		...showFound(findable, words),
		questions: claim === undefined ? 0 : (questions.get(claim) ?? 0),
		hasLesson: lessons.has(section)
	};
}
