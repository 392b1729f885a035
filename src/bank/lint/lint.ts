/**
 * The lint: flaws of writing, by published guidelines where there are any.
 *
 *     lintCourse(course, locateIn(drafts)).filter(({ severity }) => severity === 'error')
 *
 * A rule is silenced by a waiver with a reason, beside the question or, for rules on the whole course, in
 * the course file. Each translation is judged by the rules of its own language.
 */

import { compareIssues } from '#core/issue.ts';
import type { Question, WholeCourse } from '#core/question.ts';
import type { Path } from '../draft.ts';
import { makeHint } from '../near.ts';
import type {
	CourseRule,
	Edition,
	Finding,
	Flaw,
	LocateSpot,
	QuestionRule,
	Spot,
	Subject
} from './finding.ts';
import { HOUSE } from './guidelines.ts';
import { BANK_RULES } from './rules-bank.ts';
import { CLAIM_RULES } from './rules-claims.ts';
import { FEEDBACK_RULES } from './rules-feedback.ts';
import { KEY_RULES } from './rules-key.ts';
import { OPTION_RULES } from './rules-options.ts';
import { STEM_RULES } from './rules-stem.ts';
import { findWords } from './words.ts';

export const QUESTION_RULES: readonly QuestionRule[] = [
	...OPTION_RULES,
	...STEM_RULES,
	...KEY_RULES,
	...FEEDBACK_RULES
];
export const COURSE_RULES: readonly CourseRule[] = [...BANK_RULES, ...CLAIM_RULES];

type Unplaced = Omit<Finding, 'where'>;

/** Sorted by file and line. */
export function lintCourse(course: WholeCourse, locate: LocateSpot): readonly Finding[] {
	const editions: readonly Edition[] = [
		{ course, words: findWords(course.language) },
		...Object.entries(course.translations).map(([language, translated]) => {
			return { course: translated, language, words: findWords(language) };
		})
	];
	const found = editions.flatMap((edition) => [...lintQuestions(edition), ...lintWhole(edition)]);
	return waive(found, course)
		.map((finding) => ({ ...finding, where: locate(finding.spot) }))
		.sort((a, b) => compareIssues(a, b) || (a.code < b.code ? -1 : 1));
}

interface QuestionFlaw extends Flaw {
	readonly rule: QuestionRule;
}

/** What the rules on single questions find, as paths that begin at the question. Waivers are not looked at. */
export function lintQuestion(subject: Subject): readonly QuestionFlaw[] {
	const { words } = subject;
	return QUESTION_RULES.flatMap((rule): readonly QuestionFlaw[] => {
		if (rule.needs === 'structure') return rule.find(subject).map((flaw) => ({ rule, ...flaw }));
		return words ? rule.find({ ...subject, words }).map((flaw) => ({ rule, ...flaw })) : [];
	});
}

function lintQuestions({ course, language, words }: Edition): readonly Unplaced[] {
	const { author, publisher } = course.source;
	const voices = [author, publisher].filter((voice) => voice !== undefined);
	const claims = new Map(
		course.sections.flatMap((section) => section.claims).map((claim) => [claim.id, claim])
	);
	return course.sections.flatMap((section) =>
		section.questions.flatMap((question, index) =>
			lintQuestion({ question, claim: claims.get(question.claim), words, voices })
				// Options and keys are the same in all languages: told once.
				.filter(({ rule }) => language === undefined || rule.needs === 'words' || isWording(rule.name))
				.map(({ rule, path, message }) =>
					makeFinding(rule, message, {
						...(language !== undefined && { language }),
						section: section.id,
						path: pathIn(section, ['questions', index, ...path], language)
					})
				)
		)
	);
}

function isWording(rule: string): boolean {
	return rule === 'option-duplicate' || rule === 'option-overlap';
}

function lintWhole(edition: Edition): readonly Unplaced[] {
	const { course, language } = edition;
	return COURSE_RULES.filter(({ editions }) => language === undefined || editions === 'each').flatMap(
		(rule) =>
			rule.find(edition).map(({ section, path, message }) => {
				const own = course.sections.find(({ id }) => id === section);
				return makeFinding(rule, message, {
					...(language !== undefined && { language }),
					...(section !== undefined && { section }),
					path: own ? pathIn(own, path, language) : path
				});
			})
	);
}

function makeFinding(rule: QuestionRule | CourseRule, message: string, spot: Spot): Unplaced {
	const { name, severity, guideline, mend } = rule;
	return { code: `lint/${name}`, rule: name, severity, guideline, mend, message, spot };
}

/** Lists of the original are keyed by id in a translation: `questions → 1` is `questions → far-side`. */
function pathIn(section: unknown, path: Path, language: string | undefined): Path {
	if (language === undefined) return path;
	let value = section;
	return path.map((step) => {
		value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[step];
		const id = typeof step === 'number' ? (value as { readonly id?: string } | undefined)?.id : undefined;
		return id ?? step;
	});
}

interface PlacedWaiver {
	readonly rule: string;
	readonly spot: Spot;
	/** Absent for the course's. */
	readonly question?: string;
}

function waive(found: readonly Unplaced[], course: WholeCourse): readonly Unplaced[] {
	const waivers = waiversOf(course);
	const used = new Set<PlacedWaiver>();
	const idsOf = new Map(
		course.sections.map(({ id, questions }) => [id, questions.map((question) => question.id)])
	);
	const left = found.filter((finding) => {
		const question = questionOf(finding, idsOf);
		const waiver = waivers.find(
			(candidate) =>
				candidate.rule === finding.rule &&
				(candidate.question === undefined ? isCourseRule(finding.rule) : candidate.question === question)
		);
		if (waiver) used.add(waiver);
		return !waiver;
	});
	return [...left, ...waivers.filter((waiver) => !used.has(waiver)).map(makeUnused)];
}

function isCourseRule(rule: string): boolean {
	return COURSE_RULES.some(({ name }) => name === rule);
}

function questionOf({ spot }: Unplaced, idsOf: ReadonlyMap<string, readonly string[]>): string | undefined {
	const [list, step] = spot.path;
	if (list !== 'questions' || spot.section === undefined) return undefined;
	return typeof step === 'number' ? idsOf.get(spot.section)?.[step] : step;
}

function waiversOf({ waive = [], sections }: WholeCourse): readonly PlacedWaiver[] {
	const own = waive.map(({ rule }, index) => ({ rule, spot: { path: ['waive', index] } }));
	const ofQuestion = (section: string, { id, waive = [] }: Question, place: number) =>
		waive.map(({ rule }, index) => {
			const path = ['questions', place, 'waive', index];
			return { rule, question: id, spot: { section, path } };
		});
	return [
		...own,
		...sections.flatMap(({ id, questions }) =>
			questions.flatMap((question, place) => ofQuestion(id, question, place))
		)
	];
}

const UNUSED = 'unused';

function makeUnused({ rule, spot }: PlacedWaiver): Unplaced {
	const names = [...QUESTION_RULES, ...COURSE_RULES].map(({ name }) => name);
	const hint = names.includes(rule) ? '' : makeHint(rule, names);
	return {
		code: `waiver/${UNUSED}`,
		rule: UNUSED,
		severity: 'warning',
		guideline: HOUSE,
		mend: 'Delete the waiver.',
		message: `the rule "${rule}" finds nothing here${hint}`,
		spot
	};
}
