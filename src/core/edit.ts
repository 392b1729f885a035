/**
 * What an author does to the files of a course, as data: it can be kept as it happens, taken back, and done again.
 * A file is a tree of maps, lists and plain values, as its text says it.
 */

/** By file name: "course.yaml", "01-scale.yaml", "01-scale.zh.yaml". */
export type CourseFiles = Readonly<Record<string, unknown>>;

export type EditPath = readonly (string | number)[];

/** Puts one value in the place of another. `undefined` stands for what is not there; an empty path for the file. */
export interface SetEdit {
	readonly kind: 'set';
	readonly file: string;
	readonly path: EditPath;
	readonly before: unknown;
	readonly after: unknown;
}

/** Takes members out of a list and puts others in their place. */
export interface SpliceEdit {
	readonly kind: 'splice';
	readonly file: string;
	/** Of the list. */
	readonly path: EditPath;
	readonly index: number;
	readonly removed: readonly unknown[];
	readonly added: readonly unknown[];
}

export type Edit = SetEdit | SpliceEdit;

/** What is done, and undone, at one go. */
export interface EditStep {
	readonly edits: readonly Edit[];
	/** Steps with the same name, one right after the other, are typing in one field. */
	readonly typing?: string;
}

/** The edit did not fit the files: they are not those it was made for. */
export class EditError extends Error {
	constructor(edit: Edit) {
		super(`Nothing stands at ${edit.file}: ${edit.path.join('/')}.`);
		this.name = 'EditError';
	}
}

/** What did not change is shared with `files`. Throws an `EditError`. */
export function applyStep(files: CourseFiles, { edits }: EditStep): CourseFiles {
	return edits.reduce(applyEdit, files);
}

export function invertStep({ edits }: EditStep): EditStep {
	return { edits: edits.map(invertEdit).reverse() };
}

/** One step for two, if the second goes on typing where the first left off. */
export function joinTyping(first: EditStep | undefined, second: EditStep): EditStep | undefined {
	if (first?.typing === undefined || first.typing !== second.typing) return undefined;
	const [a] = first.edits;
	const [b] = second.edits;
	if (first.edits.length !== 1 || second.edits.length !== 1 || a?.kind !== 'set' || b?.kind !== 'set')
		return undefined;
	// The first letter may have made the map that the second is written into.
	if (a.path.length !== b.path.length) return undefined;
	return { typing: first.typing, edits: [{ ...a, after: b.after }] };
}

/** The edit that makes `after` of what stands at the path. */
export function setAt(files: CourseFiles, file: string, path: EditPath, after: unknown): SetEdit {
	return { kind: 'set', file, path, before: valueAt(files, file, path), after };
}

/** The same where maps on the way may be missing: the edit makes them, too. */
export function setWithin(files: CourseFiles, file: string, path: EditPath, after: unknown): SetEdit {
	const isThere = (length: number): boolean => valueAt(files, file, path.slice(0, length)) !== undefined;
	let depth = path.length;
	while (depth > 0 && !isThere(depth - 1)) depth--;
	const made = path.slice(depth).reduceRight<unknown>((inner, step) => ({ [step]: inner }), after);
	return setAt(files, file, path.slice(0, depth), after === undefined ? undefined : made);
}

export function spliceAt(
	files: CourseFiles,
	at: { readonly file: string; readonly path: EditPath; readonly index: number; readonly remove?: number },
	...added: readonly unknown[]
): SpliceEdit {
	const { file, path, index, remove = 0 } = at;
	const list = valueAt(files, file, path);
	const removed = Array.isArray(list) ? list.slice(index, index + remove) : [];
	return { kind: 'splice', file, path, index, removed, added };
}

export function valueAt(files: CourseFiles, file: string, path: EditPath = []): unknown {
	return path.reduce(stepInto, Object.hasOwn(files, file) ? files[file] : undefined);
}

function invertEdit(edit: Edit): Edit {
	return edit.kind === 'set'
		? { ...edit, before: edit.after, after: edit.before }
		: { ...edit, removed: edit.added, added: edit.removed };
}

function applyEdit(files: CourseFiles, edit: Edit): CourseFiles {
	if (edit.kind === 'set') {
		const changed = replaceAt(files, [edit.file, ...edit.path], edit, () => edit.after);
		return changed as CourseFiles;
	}
	const { index, removed, added } = edit;
	return replaceAt(files, [edit.file, ...edit.path], edit, (list = []) => {
		if (!Array.isArray(list) || index + removed.length > list.length) throw new EditError(edit);
		return [...(list as unknown[]).slice(0, index), ...added, ...list.slice(index + removed.length)];
	}) as CourseFiles;
}

function replaceAt(value: unknown, path: EditPath, edit: Edit, change: (old: unknown) => unknown): unknown {
	const [step, ...rest] = path;
	if (step === undefined) return change(value);
	if (typeof value !== 'object' || value === null) throw new EditError(edit);
	const inner = replaceAt(stepInto(value, step), rest, edit, change);
	if (Array.isArray(value)) {
		if (typeof step !== 'number' || step >= value.length || inner === undefined) throw new EditError(edit);
		return value.with(step, inner);
	}
	const { [step]: _old, ...others } = value as Record<string, unknown>;
	if (inner === undefined) return others;
	// A key that is there keeps its place.
	return Object.hasOwn(value, step) ? { ...value, [step]: inner } : { ...others, [step]: inner };
}

function stepInto(value: unknown, step: string | number): unknown {
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
	return (value as Readonly<Record<string | number, unknown>>)[step];
}
