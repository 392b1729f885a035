import type { CourseDraft } from '#bank/draft.ts';
import {
	charactersFor,
	findLongestRun,
	indexSource,
	isAbove,
	weighRun,
	type Run,
	type SourceIndex
} from '#bank/overlap.ts';
import { readFileName } from '#bank/file-names.ts';
import { listTexts } from '#bank/strings.ts';
import type { FilePlace } from '#core/issue.ts';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CommandIo } from './command.ts';
import { readDrafts } from './course-drafts.ts';
import { count, readArgs, tellIssues } from './door.ts';

/** In words. */
const LIMIT = '8';
/** How many runs within the limit are told. */
const MOST_WITHIN = 10;

interface Found {
	readonly where: FilePlace;
	readonly run: Run;
}

/** Holds every string of the courses against a text. 1 if one repeats more than the limit. */
export async function findOverlap(args: readonly string[], io: CommandIo): Promise<number | undefined> {
	const options = { questions: { type: 'string' }, limit: { type: 'string', default: LIMIT } } as const;
	const read = readArgs(args, options, 1);
	const [path] = read?.positionals ?? [];
	const limit = Number(read?.values.limit);
	if (!read || path === undefined || !Number.isInteger(limit) || limit < 1) return undefined;
	const text = await readFile(path, 'utf8').catch(() => undefined);
	if (text === undefined) {
		io.err(`expected a text file, found none that can be read at "${path}"; check the path\n`);
		return 1;
	}
	const { courses, issues } = await readDrafts(read.values.questions);
	if (issues.length > 0) return tellIssues(issues, io);
	const index = indexSource(text);
	const found = courses.flatMap(({ drafts }) => {
		const names = listNames(drafts);
		return drafts.flatMap((draft) => findRuns(draft, index, names));
	});
	return tellRuns(found, index, { limit, name: basename(path) }, io);
}

/** What may be repeated: the names that the course file lists, and the title of the source. */
function listNames(drafts: readonly CourseDraft[]): readonly string[] {
	return drafts.flatMap(({ file, value }) => {
		const role = readFileName(file).kind;
		if (role !== 'course' && role !== 'course-translation') return [];
		const { names, source } = (value ?? {}) as {
			readonly names?: unknown;
			readonly source?: { readonly title?: unknown } | null;
		};
		return [...(Array.isArray(names) ? (names as readonly unknown[]) : []), source?.title].filter(
			(name) => typeof name === 'string'
		);
	});
}

/** Places are looked up file by file, since a draft is read again for them. */
function findRuns(draft: CourseDraft, index: SourceIndex, names: readonly string[]): readonly Found[] {
	return listTexts(draft.value).flatMap(({ text, path }) => {
		const run = findLongestRun(text, index, names);
		// Two words in common are language, not wording.
		return run && weighRun(run) > 2 ? [{ run, where: draft.locate(path) }] : [];
	});
}

function tellRuns(
	found: readonly Found[],
	index: SourceIndex,
	{ limit, name }: { readonly limit: number; readonly name: string },
	io: CommandIo
): number {
	const sorted = [...found].sort((a, b) => weighRun(b.run) - weighRun(a.run));
	const above = sorted.filter(({ run }) => isAbove(run, limit));
	const within = sorted.filter(({ run }) => !isAbove(run, limit)).slice(0, MOST_WITHIN);
	const tell = ({ where, run }: Found) => {
		const line = index.text.slice(0, run.sourceStart).split('\n').length;
		const place = `${where.file}:${where.line}:${where.column}`;
		io.out(`${place} ${sayLength(run)}: "${run.text.replace(/\s+/g, ' ')}" (${name}:${line})\n`);
	};
	const limits = `${count(limit, 'word')} or ${count(charactersFor(limit), 'character')}`;
	above.forEach(tell);
	io.out(`${count(above.length, 'run')} in common above the limit of ${limits}\n`);
	if (within.length > 0) io.out(`\nthe longest within the limit:\n`);
	within.forEach(tell);
	if (above.length > 0) io.out(`\nsay it in other words; what is a name goes into "names" of course.yaml\n`);
	return above.length === 0 ? 0 : 1;
}

function sayLength({ words, characters }: Run): string {
	const parts = [
		...(words > 0 ? [count(words, 'word')] : []),
		...(characters > 0 ? [count(characters, 'character')] : [])
	];
	return parts.join(', ');
}
