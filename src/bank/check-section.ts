import { isRecord } from '#core/is-record.ts';
import type { Claim, Question, Section } from '#core/question.ts';
import { checkKind } from './check-kinds.ts';
import { checkLesson } from './check-lesson.ts';
import type { CourseDraft, Finding, Path } from './draft.ts';
import { claimSchema, questionSchema, sectionFrameSchema } from './schema.ts';
import { parseBy } from './schema-words.ts';

/** What a section file holds, as far as it can be read: broken questions leave the others alone. */
export interface ReadSection {
	readonly draft: CourseDraft;
	readonly id: string | undefined;
	/** Ids as they stand, of broken claims too, so that one mistake does not make others. */
	readonly claimIds: readonly PlacedId[];
	readonly questionIds: readonly PlacedId[];
	readonly claims: readonly Placed<Claim>[];
	readonly questions: readonly Placed<Question>[];
	/** Absent where anything is wrong within the file. */
	readonly section?: Section;
	readonly findings: readonly Finding[];
}

export interface PlacedId {
	readonly id: string;
	readonly path: Path;
}

export interface Placed<T> {
	readonly value: T;
	readonly path: Path;
}

export function readSection(draft: CourseDraft): ReadSection {
	const frame = parseBy(sectionFrameSchema, draft.value, []);
	const rawClaims = listOf(draft.value, 'claims');
	const rawQuestions = listOf(draft.value, 'questions');
	const claims = rawClaims.map((raw, index) => parseBy(claimSchema, raw, ['claims', index]));
	const questions = rawQuestions.map((raw, index) => checkQuestion(raw, ['questions', index]));
	const lessonFindings = checkLesson(
		frame.value?.lesson,
		idsOf(rawClaims, 'claims').map(({ id }) => id)
	);
	const findings = [
		...frame.findings,
		...lessonFindings,
		...[...claims, ...questions].flatMap(({ findings }) => findings)
	];
	const read = {
		draft,
		id: frame.value?.section.id,
		claimIds: idsOf(rawClaims, 'claims'),
		questionIds: idsOf(rawQuestions, 'questions'),
		claims: place<Claim>(claims, 'claims'),
		questions: place<Question>(questions, 'questions'),
		findings
	};
	if (!frame.value || findings.length > 0) return read;
	const { lesson } = frame.value;
	const { id, title } = frame.value.section;
	const section: Section = {
		id,
		title,
		...(lesson && { lesson }),
		claims: read.claims.map(({ value }) => value),
		questions: read.questions.map(({ value }) => value)
	};
	return { ...read, section };
}

/** Keys that every kind has: a mistake in one says nothing about the rest of the question. */
const COMMON_KEYS: ReadonlySet<unknown> = new Set([
	'id',
	'claim',
	'also',
	'level',
	'prompt',
	'explanation',
	'waive'
]);

/** Of a single question, as a file says it; whether its claim exists is not looked at. */
export function checkQuestion(raw: unknown, path: Path) {
	const parsed = parseBy(questionSchema, raw, path);
	const elsewhere = parsed.findings.every(({ path: at, code, message }) =>
		at.length > path.length
			? COMMON_KEYS.has(at[path.length]) || (code === 'schema/unknown-key' && at.length === path.length + 1)
			: code === 'schema/missing' && COMMON_KEYS.has(/^expected the key "(\w+)"/.exec(message)?.[1])
	);
	if (!elsewhere) return parsed;
	const inner = checkKind(raw as Question).map((finding) => ({
		...finding,
		path: [...path, ...finding.path]
	}));
	if (inner.length === 0) return parsed;
	return { findings: [...parsed.findings, ...inner] };
}

function listOf(value: unknown, key: 'claims' | 'questions'): readonly unknown[] {
	const list: unknown = isRecord(value) ? value[key] : undefined;
	return Array.isArray(list) ? list : [];
}

function idsOf(raw: readonly unknown[], key: string): readonly PlacedId[] {
	return raw.flatMap((member, index) => {
		const id = isRecord(member) ? member['id'] : undefined;
		return typeof id === 'string' ? [{ id, path: [key, index, 'id'] }] : [];
	});
}

function place<T>(parsed: readonly { readonly value?: T | undefined }[], key: string): readonly Placed<T>[] {
	return parsed.flatMap(({ value }, index) => (value === undefined ? [] : [{ value, path: [key, index] }]));
}
