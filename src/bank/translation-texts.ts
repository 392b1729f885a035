/** A translation as its writer sees it: text by text, each beside the original one. */

import type { EditPath } from '#core/edit.ts';
import type { Question } from '#core/question.ts';
import { isRecord } from '#core/is-record.ts';
import { stringsOf, type Strings } from './translation-schema.ts';

export interface TextToTranslate {
	/** In the file of the translation. */
	readonly path: EditPath;
	/** A list is written one text a line. */
	readonly isList: boolean;
	readonly original: string;
	/** Empty where nothing was written yet. */
	readonly given: string;
	/** A text without letters reads the same everywhere. */
	readonly isNeeded: boolean;
}

export interface TextGroup {
	/** Of a question or a claim; absent for what stands at the head of the file. */
	readonly id?: string;
	readonly texts: readonly TextToTranslate[];
}

/** What stands in `course.yaml`, and what its translation takes of it. */
const COURSE_STRINGS: Strings = {
	keys: {
		course: { keys: { title: 'text', description: 'text' } },
		source: { keys: { title: 'text', form: 'text', publisher: 'text', author: 'text', date: 'text' } }
	}
};
const HEAD_STRINGS: Strings = { keys: { section: { keys: { title: 'text' } }, lesson: 'texts' } };

export function listCourseTexts(original: unknown, given: unknown): TextGroup {
	return { texts: listTexts(original, given, COURSE_STRINGS, []) };
}

/** The head, then claim by claim and question by question. What is no section yet has nothing to translate. */
export function listSectionTexts(original: unknown, given: unknown): readonly TextGroup[] {
	const claims = membersOf(original, 'claims').map((claim) => ({
		id: String(claim['id']),
		texts: listTexts(claim['text'], at(at(given, 'claims'), String(claim['id'])), 'text', [
			'claims',
			String(claim['id'])
		])
	}));
	const questions = membersOf(original, 'questions').map((question) => {
		const id = String(question['id']);
		const strings = stringsOf((question as unknown as Question).kind);
		return {
			id,
			texts: listTexts(question, at(at(given, 'questions'), id), strings, ['questions', id])
		};
	});
	return [{ texts: listTexts(original, given, HEAD_STRINGS, []) }, ...claims, ...questions];
}

export function countMissing(groups: readonly TextGroup[]): number {
	return groups.flatMap(({ texts }) => texts).filter(({ given, isNeeded }) => isNeeded && given.trim() === '')
		.length;
}

/** As it stands in the file, from what was typed; `undefined` for nothing. */
export function readTyped(typed: string, isList: boolean): unknown {
	if (!isList) return typed === '' ? undefined : typed;
	const lines = typed.split('\n');
	return lines.every((line) => line.trim() === '') ? undefined : lines;
}

/**
 * The translation of a section without what its original no longer has (a claim, a question, an option that was
 * taken away), and without lines and maps in which nothing stands.
 */
export function pruneTranslation(original: unknown, given: unknown): unknown {
	const pruned = prune(given, {
		...pickKeys(original, HEAD_STRINGS),
		claims: Object.fromEntries(membersOf(original, 'claims').map(({ id }) => [String(id), true])),
		questions: Object.fromEntries(
			membersOf(original, 'questions').map((question) => [
				String(question['id']),
				pickKeys(question, stringsOf((question as unknown as Question).kind))
			])
		)
	});
	// These stand in every translation of a section.
	return { section: {}, claims: {}, questions: {}, ...(pruned as object) };
}

function listTexts(
	original: unknown,
	given: unknown,
	strings: Strings,
	path: EditPath
): readonly TextToTranslate[] {
	if (original === undefined) return [];
	if (typeof strings === 'string') return [makeText(original, given, strings === 'texts', path)];
	if ('members' in strings)
		return listOf(original).flatMap((member) => {
			const id = String(member['id']);
			return listTexts(member, at(given, id), strings.members, [...path, id]);
		});
	return Object.entries(strings.keys).flatMap(([key, inner]) =>
		listTexts(at(original, key), at(given, key), inner, [...path, key])
	);
}

function makeText(original: unknown, given: unknown, isList: boolean, path: EditPath): TextToTranslate {
	const [shown, written] = [original, given].map((value) =>
		Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : ''
	);
	return { path, isList, original: shown!, given: written!, isNeeded: /\p{L}/u.test(shown!) };
}

/** What a translation may have: `true` where a text stands. */
type Allowed = true | { readonly [key: string]: Allowed };

function pickKeys(original: unknown, strings: Strings): Record<string, Allowed> {
	const allowed = allow(original, strings);
	return allowed === true ? {} : { ...allowed };
}

function allow(original: unknown, strings: Strings): Allowed {
	if (typeof strings === 'string') return true;
	if ('members' in strings)
		return Object.fromEntries(
			listOf(original).map((member) => [String(member['id']), allow(member, strings.members)])
		);
	return Object.fromEntries(
		Object.entries(strings.keys)
			.filter(([key]) => at(original, key) !== undefined)
			.map(([key, inner]) => [key, allow(at(original, key), inner)])
	);
}

function prune(given: unknown, allowed: Allowed): unknown {
	if (Array.isArray(given)) {
		const lines = given.filter((line) => typeof line !== 'string' || line.trim() !== '');
		return lines.length === 0 ? undefined : lines;
	}
	if (allowed === true || !isRecord(given)) return given;
	const kept = Object.entries(given).flatMap(([key, value]) => {
		const inner = Object.hasOwn(allowed, key) ? allowed[key] : undefined;
		const left = inner && prune(value, inner);
		return left === undefined || isEmpty(left) ? [] : [[key, left] as const];
	});
	return Object.fromEntries(kept);
}

function isEmpty(value: unknown): boolean {
	return isRecord(value) && Object.keys(value).length === 0;
}

function membersOf(value: unknown, key: string): readonly Record<string, unknown>[] {
	return listOf(at(value, key));
}

function listOf(value: unknown): readonly Record<string, unknown>[] {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

function at(value: unknown, key: string): unknown {
	return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
