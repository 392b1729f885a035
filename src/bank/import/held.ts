import { isRecord } from '#core/is-record.ts';
import type { CourseFiles } from '#core/edit.ts';
import type { ForeignQuestion } from '#core/exchange.ts';
import { readFileName } from '../file-names.ts';

/** What a course holds already, by id. */
export interface Held {
	readonly questions: ReadonlyMap<string, unknown>;
	readonly claims: ReadonlySet<string>;
	/** File of each question. */
	readonly fileOf: ReadonlyMap<string, string>;
}

export function readHeld(files: CourseFiles): Held {
	const questions = new Map<string, unknown>();
	const claims = new Set<string>();
	const fileOf = new Map<string, string>();
	for (const [file, value] of Object.entries(files)) {
		if (readFileName(file).kind !== 'section') continue;
		for (const [id, question] of membersOf(value, 'questions')) {
			questions.set(id, question);
			fileOf.set(id, file);
		}
		for (const [id] of membersOf(value, 'claims')) claims.add(id);
	}
	return { questions, claims, fileOf };
}

export function membersOf(value: unknown, key: string): readonly (readonly [id: string, member: unknown])[] {
	const list: unknown = isRecord(value) ? value[key] : undefined;
	if (!Array.isArray(list)) return [];
	return list.flatMap((member: unknown) => {
		const id = isRecord(member) ? member['id'] : undefined;
		return typeof id === 'string' ? [[id, member] as const] : [];
	});
}

/**
 * What the file does not say stays as the course has it: claim, level, and reasons that a person has written since it
 * was brought in first.
 */
export function adoptHeld(foreign: ForeignQuestion, held: unknown): ForeignQuestion {
	if (!isRecord(held) || held['kind'] !== foreign.kind) return foreign;
	const adopted = { ...foreign } as Record<string, unknown>;
	for (const key of ['claim', 'level', 'also', 'explanation', 'why', 'unit', 'shuffle'])
		if (adopted[key] === undefined && held[key] !== undefined) adopted[key] = held[key];
	for (const key of ['options', 'extras', 'gaps', 'pairs', 'entries'])
		if (Array.isArray(adopted[key])) adopted[key] = adoptReasons(adopted[key], membersById(held[key]));
	return adopted as unknown as ForeignQuestion;
}

function adoptReasons(
	members: readonly unknown[],
	held: ReadonlyMap<string, Readonly<Record<string, unknown>>>
): readonly unknown[] {
	return members.map((member) => {
		const before = isRecord(member) ? held.get(String(member['id'])) : undefined;
		if (!isRecord(member) || !before) return member;
		const options = member['options'];
		if (Array.isArray(options))
			return { ...member, options: adoptReasons(options, membersById(before['options'])) };
		return member['why'] === undefined && before['why'] !== undefined
			? { ...member, why: before['why'] }
			: member;
	});
}

function membersById(list: unknown): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
	const records = Array.isArray(list) ? list.filter(isRecord) : [];
	return new Map(records.map((member) => [String(member['id']), member]));
}

/** Waivers are between authors: no file of another tool has them. */
export function isSameContent(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (Array.isArray(a) || Array.isArray(b)) {
		const isPair = Array.isArray(a) && Array.isArray(b) && a.length === b.length;
		return isPair && a.every((member, index) => isSameContent(member, (b as unknown[])[index]));
	}
	if (!isRecord(a) || !isRecord(b)) return false;
	const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
	keys.delete('waive');
	// None is none, said or not.
	if ((a['tolerance'] ?? 0) === (b['tolerance'] ?? 0)) keys.delete('tolerance');
	return [...keys].every((key) => isSameContent(a[key], b[key]));
}
