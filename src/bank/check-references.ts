/** What must hold between the files of a course. */

import type { Course } from '#core/question.ts';
import type { PlacedId, ReadSection } from './check-section.ts';
import type { CourseDraft, Findings } from './draft.ts';
import { makeHint, MAX_HINTS } from './near.ts';
import { show } from './words.ts';

export function checkUniqueIds(sections: readonly ReadSection[], findings: Findings): void {
	const firsts = { section: new Map(), claim: new Map(), question: new Map() };
	for (const { id, draft, claimIds, questionIds } of sections) {
		const sectionIds = id === undefined ? [] : [{ id, path: ['section', 'id'] }];
		addDuplicates('section', sectionIds, draft, firsts.section, findings);
		addDuplicates('claim', claimIds, draft, firsts.claim, findings);
		addDuplicates('question', questionIds, draft, firsts.question, findings);
	}
}

/** `firsts`: where each id stands first. */
function addDuplicates(
	noun: 'section' | 'claim' | 'question',
	ids: readonly PlacedId[],
	draft: CourseDraft,
	firsts: Map<string, string>,
	findings: Findings
): void {
	for (const { id, path } of ids) {
		const first = firsts.get(id);
		const index = path[1];
		if (first === undefined) {
			firsts.set(id, typeof index === 'number' ? `${noun} ${index + 1} of ${draft.file}` : draft.file);
			continue;
		}
		const message = `expected each ${noun} id once in the course, found ${show(id)} again (first: ${first}); rename the newer one`;
		findings.add(draft, { path, code: 'id/duplicate', message });
	}
}

/** Must not run while a file cannot be read: its claims would be missed. */
export function checkClaims(sections: readonly ReadSection[], findings: Findings): void {
	const claims = new Set(sections.flatMap(({ claimIds }) => claimIds.map(({ id }) => id)));
	for (const { draft, questions } of sections) {
		for (const { value, path } of questions) {
			const named = [
				{ id: value.claim, at: [...path, 'claim'] },
				...(value.also ?? []).map((id, index) => ({ id, at: [...path, 'also', index] }))
			];
			for (const [index, { id, at }] of named.entries()) {
				if (!claims.has(id)) {
					const hint = findings.size < MAX_HINTS ? makeHint(id, claims) : '';
					const message = `expected the id of a claim of this course, found ${show(id)}${hint || '; add the claim to "claims"'}`;
					findings.add(draft, { path: at, code: 'claim/unknown', message });
				} else if (named.findIndex((other) => other.id === id) < index) {
					const message = `expected each claim once, found ${show(id)} again; delete it from "also"`;
					findings.add(draft, { path: at, code: 'claim/repeated', message });
				}
			}
		}
	}
}

export function checkPlaces(sections: readonly ReadSection[], { source }: Course, findings: Findings): void {
	for (const { draft, claims } of sections) {
		for (const { value, path } of claims) {
			if (value.where.paragraph <= source.paragraphs) continue;
			const message = `expected a paragraph from 1 to ${source.paragraphs} (source.paragraphs in course.yaml), found ${value.where.paragraph}`;
			findings.add(draft, {
				path: [...path, 'where', 'paragraph'],
				code: 'claim/no-such-paragraph',
				message
			});
		}
	}
}
