import type { PracticeFilter } from '#core/plan-practice.ts';
import { CLAIM_KINDS, LEVELS, QUESTION_KINDS } from '#core/question.ts';

/**
 * What to practise, as an address says it: `kinds=numeric,cloze&levels=apply&claims=figure&flagged=1`.
 * A name that is none is left out.
 */
export function parsePracticeFilter(query: URLSearchParams): PracticeFilter {
	return {
		kinds: readList(query.get('kinds'), QUESTION_KINDS),
		levels: readList(query.get('levels'), LEVELS),
		claimKinds: readList(query.get('claims'), CLAIM_KINDS),
		flagged: query.get('flagged') === '1'
	};
}

export function makePracticeQuery({ kinds, levels, claimKinds, flagged }: PracticeFilter): URLSearchParams {
	const query = new URLSearchParams();
	for (const [name, list] of Object.entries({ kinds, levels, claims: claimKinds })) {
		if (list !== undefined && list.length > 0) query.set(name, list.join(','));
	}
	if (flagged) query.set('flagged', '1');
	return query;
}

function readList<T extends string>(text: string | null, known: readonly T[]): readonly T[] {
	const names = text?.split(',') ?? [];
	return known.filter((each) => names.includes(each));
}
