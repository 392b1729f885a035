import { parseLesson } from '#core/lesson.ts';
import type { Finding } from './draft.ts';
import { makeHint } from './near.ts';
import { show } from './words.ts';

/** A lesson tells every claim of its section, each in one place, and no other. */
export function checkLesson(
	lesson: readonly string[] | undefined,
	claims: readonly string[]
): readonly Finding[] {
	if (lesson === undefined) return [];
	const findings: Finding[] = [];
	const told = new Set<string>();
	for (const [index, paragraph] of lesson.entries()) {
		for (const { claim } of parseLesson(paragraph)) {
			if (claim === undefined) continue;
			const fault = claims.includes(claim) ? told.has(claim) && 'again' : 'unknown';
			if (fault) findings.push(makeFinding(fault, claim, claims, index));
			told.add(claim);
		}
	}
	const untold = claims.filter((claim) => !told.has(claim));
	if (untold.length > 0) {
		const message = `expected every claim of the section in its lesson, found none of ${untold.map(show).join(', ')}; mark the words that tell it: [words](${untold[0]})`;
		findings.push({ path: ['lesson'], code: 'lesson/claim-missing', message });
	}
	return findings;
}

function makeFinding(
	fault: 'again' | 'unknown',
	claim: string,
	claims: readonly string[],
	index: number
): Finding {
	const path = ['lesson', index];
	if (fault === 'again') {
		const message = `expected each claim once in a lesson, found ${show(claim)} again; keep the link where it is told first`;
		return { path, code: 'lesson/claim-repeated', message };
	}
	const message = `expected the id of a claim of this section, found ${show(claim)}${makeHint(claim, claims)}`;
	return { path, code: 'lesson/unknown-claim', message };
}
