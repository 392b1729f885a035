import type { Course, Question, Section } from '#core/question.ts';
import { checkKind } from './check-kinds.ts';
import { checkLesson } from './check-lesson.ts';
import type { CourseDraft, Finding, Findings, Path } from './draft.ts';
import { parseBy } from './schema-words.ts';
import { LENGTHS, text } from './schema-parts.ts';
import { findUnknownIds, translate } from './translate.ts';
import {
	courseTranslationSchema,
	questionTranslationSchema,
	stringsOf,
	translationFrameSchema
} from './translation-schema.ts';

/** The section in another language, or `undefined` where a finding says why not. */
export function translateSection(
	original: Section,
	draft: CourseDraft,
	findings: Findings
): Section | undefined {
	const frame = parseBy(translationFrameSchema, draft.value, []);
	if (!frame.value) {
		findings.add(draft, ...frame.findings);
		return undefined;
	}
	const { section, lesson, claims, questions } = frame.value;
	const found: Finding[] = [
		...checkTranslatedLesson(original, lesson),
		...findUnknownIds(Object.keys(claims), idsOf(original.claims), ['claims']),
		...findUnknownIds(Object.keys(questions), idsOf(original.questions), ['questions'])
	];
	const translated: Section = {
		id: original.id,
		title: section.title,
		...(lesson && { lesson }),
		claims: original.claims.map((claim) => ({
			...claim,
			text: translateClaim(claim.text, claims[claim.id], ['claims', claim.id], found)
		})),
		questions: original.questions.map((question) =>
			translateQuestion(question, questions[question.id], ['questions', question.id], found)
		)
	};
	findings.add(draft, ...found);
	return found.length === 0 ? translated : undefined;
}

function checkTranslatedLesson(
	{ lesson: original, claims }: Section,
	lesson: readonly string[] | undefined
): readonly Finding[] {
	if (original !== undefined && lesson !== undefined) return checkLesson(lesson, idsOf(claims));
	if (original === undefined && lesson === undefined) return [];
	return original === undefined
		? [
				{
					path: ['lesson'],
					code: 'translation/extra',
					message: 'expected no lesson, the section has none; delete it'
				}
			]
		: [
				{
					path: [],
					code: 'translation/missing',
					message: 'expected the lesson here too, found none; translate it'
				}
			];
}

const claimText = text(LENGTHS.claim);

function translateClaim(original: string, given: unknown, path: Path, found: Finding[]): string {
	if (given === undefined) return translate(original, given, 'text', path, found);
	const parsed = parseBy(claimText, given, path);
	found.push(...parsed.findings);
	return parsed.value ?? original;
}

function translateQuestion(original: Question, given: unknown, path: Path, found: Finding[]): Question {
	const parsed = given === undefined ? { findings: [] } : parseBy(questionTranslationSchema, given, path);
	found.push(...parsed.findings);
	if (parsed.findings.length > 0) return original;
	const before = found.length;
	const translated = translate(original, parsed.value, stringsOf(original.kind), path, found);
	if (found.length > before) return original;
	for (const finding of checkKind(translated))
		found.push({ ...finding, path: [...path, ...pathById(translated, finding.path)] });
	return translated;
}

/** Lists of the original are keyed by id in a translation: `options → 1 → text` is `options → over → text`. */
function pathById(question: Question, path: Path): Path {
	let value: unknown = question;
	return path.map((step) => {
		value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[step];
		const id = typeof step === 'number' ? (value as { readonly id?: string } | undefined)?.id : undefined;
		return id ?? step;
	});
}

/** The course in another language, or `undefined` where a finding says why not. */
export function translateCourse(
	original: Course,
	language: string,
	draft: CourseDraft,
	findings: Findings
): Course | undefined {
	const parsed = parseBy(courseTranslationSchema, draft.value, []);
	findings.add(draft, ...parsed.findings);
	if (!parsed.value) return undefined;
	const { course, source } = parsed.value;
	return { ...original, ...course, language, source: { ...original.source, ...source } };
}

function idsOf(members: readonly { readonly id: string }[]): readonly string[] {
	return members.map(({ id }) => id);
}
