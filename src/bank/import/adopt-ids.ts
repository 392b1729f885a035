/**
 * Other tools give the parts of a question no names, or names of their own. A part that reads as it did keeps the
 * id that the course knows it by: answers that learners have given name it.
 */

import type { ForeignQuestion } from '#core/exchange.ts';
import { isRecord } from '#core/is-record.ts';

type Part = Readonly<Record<string, unknown>>;

export function adoptIds(foreign: ForeignQuestion, held: unknown): ForeignQuestion {
	if (!isRecord(held) || held['kind'] !== foreign.kind) return foreign;
	const adopted: Record<string, unknown> = { ...foreign };
	for (const key of ['options', 'steps', 'extras', 'pairs', 'entries'])
		if (Array.isArray(adopted[key])) adopted[key] = adoptParts(adopted[key] as Part[], held[key]);
	if (foreign.kind === 'categorise') {
		const categories = adoptParts(foreign.categories as unknown as Part[], held['categories']);
		const renamed = new Map(foreign.categories.map(({ id }, index) => [id, categories[index]!['id']]));
		adopted['categories'] = categories;
		adopted['entries'] = (adopted['entries'] as Part[]).map((entry) => ({
			...entry,
			category: renamed.get(entry['category'] as string) ?? entry['category']
		}));
	}
	return (foreign.kind === 'cloze' ? adoptGaps(adopted, held) : adopted) as unknown as ForeignQuestion;
}

/** Gaps have no words of their own: the first is the first, if there are as many. */
function adoptGaps(adopted: Record<string, unknown>, held: Part): Record<string, unknown> {
	const gaps = adopted['gaps'] as Part[];
	const before = inOrder(partsOf(held['gaps']), held['text']);
	if (before.length !== gaps.length) return adopted;
	const ids = inOrder(gaps, adopted['text']).map((gap) => gap['id'] as string);
	const text = (adopted['text'] as string).replace(/\{([a-z0-9-]+)\}/g, (marker, id: string) => {
		const at = ids.indexOf(id);
		return at === -1 ? marker : `{${String(before[at]!['id'])}}`;
	});
	const renamed = gaps.map((gap) => {
		const old = before[ids.indexOf(gap['id'] as string)];
		const options = gap['options'];
		return {
			...gap,
			id: old?.['id'] ?? gap['id'],
			...(Array.isArray(options) && { options: adoptParts(options as Part[], old?.['options']) })
		};
	});
	return { ...adopted, text, gaps: renamed };
}

function inOrder(gaps: readonly Part[], text: unknown): readonly Part[] {
	const places = new Map(gaps.map((gap) => [gap, String(text).indexOf(`{${String(gap['id'])}}`)]));
	return [...gaps].sort((a, b) => places.get(a)! - places.get(b)!);
}

/** By their words; what is new gets an id that no other part has. */
function adoptParts(parts: readonly Part[], held: unknown): Part[] {
	const before = new Map(partsOf(held).map((part) => [wordsOf(part), part['id']]));
	const taken = new Set<unknown>(parts.flatMap((part) => before.get(wordsOf(part)) ?? []));
	return parts.map((part) => {
		const known = before.get(wordsOf(part));
		if (known !== undefined) return { ...part, id: known };
		let id = part['id'];
		for (let count = 2; taken.has(id); count++) id = `${String(part['id'])}-${count}`;
		taken.add(id);
		return { ...part, id };
	});
}

function wordsOf(part: Part): string {
	return JSON.stringify([part['text'] ?? part['left']]);
}

function partsOf(list: unknown): readonly Part[] {
	return Array.isArray(list) ? list.filter(isRecord) : [];
}
