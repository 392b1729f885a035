/** How well the claims of a course are asked for: claims × levels × kinds × languages. */

import { LEVELS, type Level, type QuestionKind } from '#core/question.ts';
import { readSection, type ReadSection } from './check-section.ts';
import type { CourseDraft } from './draft.ts';
import { readFileName } from './file-names.ts';

/** So many that a claim's reviews do not repeat one wording. */
const LEAST_QUESTIONS = 3;
const LEAST_LEVELS = 2;

export interface ClaimCoverage {
	readonly section: string;
	readonly claim: string;
	readonly questions: number;
	readonly byLevel: Readonly<Record<Level, number>>;
	readonly kinds: readonly QuestionKind[];
	/** How many of its questions there are in each translation. */
	readonly byLanguage: Readonly<Record<string, number>>;
	/** What it lacks, in words. */
	readonly holes: readonly string[];
}

export interface Coverage {
	/** Those with the most holes first, else in the order of the files. */
	readonly claims: readonly ClaimCoverage[];
	/** How many questions of each kind at each level. */
	readonly byKind: ReadonlyMap<QuestionKind, Readonly<Record<Level, number>>>;
	/** Of the translations. */
	readonly languages: readonly string[];
}

interface Translated {
	readonly claims: ReadonlySet<string>;
	readonly questions: ReadonlySet<string>;
}

/** Of drafts, broken ones too, since a course that is half translated is no whole one. */
export function measureCoverage(drafts: readonly CourseDraft[]): Coverage {
	const sections = drafts.filter(({ file }) => readFileName(file).kind === 'section').map(readSection);
	const translated = readTranslations(drafts);
	const claims = sections.flatMap((section) =>
		section.claims.map(({ value }) => coverClaim(value.id, section, sections, translated))
	);
	return {
		claims: [...claims].sort((a, b) => b.holes.length - a.holes.length),
		byKind: countByKind(sections),
		languages: [...translated.keys()]
	};
}

function readTranslations(drafts: readonly CourseDraft[]): ReadonlyMap<string, Translated> {
	const languages = new Map<string, { claims: Set<string>; questions: Set<string> }>();
	for (const { file, value } of drafts) {
		const role = readFileName(file);
		if (role.kind !== 'section-translation' && role.kind !== 'course-translation') continue;
		const known = languages.get(role.language) ?? { claims: new Set(), questions: new Set() };
		languages.set(role.language, known);
		if (role.kind === 'course-translation') continue;
		for (const id of keysOf(value, 'claims')) known.claims.add(id);
		for (const id of keysOf(value, 'questions')) known.questions.add(id);
	}
	return languages;
}

function keysOf(value: unknown, key: string): readonly string[] {
	const inner: unknown = (value as Readonly<Record<string, unknown>> | null)?.[key];
	return typeof inner === 'object' && inner !== null ? Object.keys(inner) : [];
}

function coverClaim(
	claim: string,
	{ id: section = '' }: ReadSection,
	sections: readonly ReadSection[],
	translated: ReadonlyMap<string, Translated>
): ClaimCoverage {
	const asking = sections.flatMap(({ questions }) =>
		questions.flatMap(({ value }) => (value.claim === claim ? [value] : []))
	);
	const byLevel = countLevels(asking);
	const byLanguage = Object.fromEntries(
		[...translated].map(([language, { questions }]) => [
			language,
			asking.filter(({ id }) => questions.has(id)).length
		])
	);
	const holes = [
		...findHoles(asking.length, byLevel),
		...[...translated].flatMap(([language, { claims }]) => {
			const missing = asking.length - byLanguage[language]! + (claims.has(claim) ? 0 : 1);
			return missing === 0 ? [] : [`${missing} not in ${language}`];
		})
	];
	const kinds = [...new Set(asking.map(({ kind }) => kind))];
	return { section, claim, questions: asking.length, byLevel, kinds, byLanguage, holes };
}

function findHoles(questions: number, byLevel: Readonly<Record<Level, number>>): readonly string[] {
	if (questions === 0) return ['no question'];
	const levels = LEVELS.filter((level) => byLevel[level] > 0).length;
	return [
		...(questions < LEAST_QUESTIONS ? [`fewer than ${LEAST_QUESTIONS} questions`] : []),
		...(levels < LEAST_LEVELS ? [`fewer than ${LEAST_LEVELS} levels`] : []),
		...(byLevel.remember === questions ? ['none beyond remember'] : [])
	];
}

function countLevels(questions: readonly { readonly level: Level }[]): Readonly<Record<Level, number>> {
	const counts = { remember: 0, understand: 0, apply: 0, analyse: 0 } satisfies Record<Level, number>;
	for (const { level } of questions) counts[level]++;
	return counts;
}

function countByKind(
	sections: readonly ReadSection[]
): ReadonlyMap<QuestionKind, Readonly<Record<Level, number>>> {
	const questions = sections.flatMap((section) => section.questions.map(({ value }) => value));
	const kinds = new Set(questions.map(({ kind }) => kind));
	return new Map(
		[...kinds].map((kind) => [kind, countLevels(questions.filter((question) => question.kind === kind))])
	);
}
