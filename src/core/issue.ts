/** What is wrong with a file, as data: gathered in full before anything stops. */
export interface Issue {
	/** Stable, for people who search and for tests: `schema/missing`. */
	readonly code: string;
	/** What was expected, what was found, how to mend it. */
	readonly message: string;
	readonly where: FilePlace;
}

/** `line` and `column` count from 1. */
export interface FilePlace {
	readonly file: string;
	readonly line: number;
	readonly column: number;
}

/** What each stage of the corridor from file to bank gives. `value` is absent where nothing could be made. */
export interface Checked<T> {
	readonly value?: T;
	readonly issues: readonly Issue[];
}

/** `file:line:column code message`, which editors turn into a link. */
export function makeIssueLine({ code, message, where }: Issue): string {
	return `${where.file}:${where.line}:${where.column} ${code} ${message}`;
}

export function compareIssues(a: Issue, b: Issue): number {
	return (
		(a.where.file < b.where.file ? -1 : a.where.file > b.where.file ? 1 : 0) ||
		a.where.line - b.where.line ||
		a.where.column - b.where.column
	);
}
