/** What is checked, and what is found. */

import { compareIssues, type FilePlace, type Issue } from '#core/issue.ts';

/** What a file says, in whichever format it was written. */
export interface CourseDraft {
	readonly file: string;
	readonly value: unknown;
	/** Place of a value (or of its key); where the path leads to nothing, of the nearest value around it. */
	locate(path: Path, part?: 'key' | 'value'): FilePlace;
}

export type Path = readonly (string | number)[];

/** An issue whose line is not known yet: to look up a place is dear, and few files need it. */
export interface Finding {
	readonly path: Path;
	readonly code: string;
	readonly message: string;
	readonly part?: 'key' | 'value';
}

/** Issues of one course beyond this are counted and not told. */
export const MAX_ISSUES = 1000;

export class Findings {
	readonly #byDraft = new Map<CourseDraft, Finding[]>();
	readonly #placed: Issue[] = [];

	#size = 0;

	get size(): number {
		return this.#size;
	}

	add(draft: CourseDraft, ...findings: readonly Finding[]): void {
		this.#size += findings.length;
		const known = this.#byDraft.get(draft);
		if (known) for (const finding of findings) known.push(finding);
		else this.#byDraft.set(draft, [...findings]);
	}

	/** Where no draft stands behind the issue: a file that is not there. */
	addIssue(issue: Issue): void {
		this.#size++;
		this.#placed.push(issue);
	}

	/** Sorted by file and line. File by file, since a draft may have to be read again to know its lines. */
	locate(): readonly Issue[] {
		const issues = [...this.#placed];
		const drafts = [...this.#byDraft].sort(([a], [b]) => (a.file < b.file ? -1 : 1));
		for (const [draft, findings] of drafts) {
			const room = Math.max(0, MAX_ISSUES - issues.length);
			for (const { path, part, code, message } of findings.slice(0, room))
				issues.push({ code, message, where: draft.locate(path, part) });
		}
		return addRest(issues.sort(compareIssues), this.size - issues.length);
	}
}

/** Cuts a list that nobody would read to its end. */
export function capIssues(issues: readonly Issue[]): readonly Issue[] {
	// One more, which may be the line that says how many of a course are not shown.
	const told = issues.slice(0, MAX_ISSUES + 1);
	return addRest(told, issues.length - told.length);
}

function addRest(issues: readonly Issue[], rest: number): readonly Issue[] {
	const last = issues.at(-1);
	if (rest === 0 || !last) return issues;
	const message = `${rest} more ${rest === 1 ? 'problem is' : 'problems are'} not shown; mend these first and check again`;
	return [...issues, { code: 'check/more', message, where: last.where }];
}
