import { applyImport } from '#bank/import/apply.ts';
import { planImport, type ImportPlan, type PlannedItem } from '#bank/import/plan.ts';
import type { CourseFiles } from '#core/edit.ts';
import {
	EXCHANGE_FORMATS,
	type ExchangeFormat,
	type ExchangeNote,
	type ForeignFile
} from '#core/exchange.ts';
import { parseCourseFile } from '#formats/course-file.ts';
import { detectFormat } from '#formats/detect.ts';
import { updateNative } from '#formats/native-update.ts';
import { readForeign } from '#formats/readers.ts';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { CommandIo } from './command.ts';
import { readDrafts } from './course-drafts.ts';
import { count, readArgs, tellIssues } from './door.ts';
import { questionsRoot } from './read-bank.ts';

const OPTIONS = {
	yes: { type: 'boolean' },
	replace: { type: 'boolean' },
	format: { type: 'string' },
	language: { type: 'string' },
	title: { type: 'string' }
} as const;

/** Shows what would come in; writes only with `--yes`. */
export async function importQuestions(args: readonly string[], io: CommandIo): Promise<number | undefined> {
	const read = readArgs(args, OPTIONS, 2);
	const [path, course] = read?.positionals ?? [];
	if (!read || path === undefined || course === undefined) return undefined;
	if (!existsSync(path)) return fail(io, `There is no file ${path}.`);
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(course))
		return fail(io, `"${course}" is no name for a course: small letters, digits and hyphens only.`);
	const bytes = new Uint8Array(await readFile(path));
	const format = (read.values.format as ExchangeFormat | undefined) ?? detectFormat(basename(path), bytes);
	if (format === undefined || !EXCHANGE_FORMATS.includes(format))
		return fail(io, `The format of ${path} is not clear; say it: --format ${EXCHANGE_FORMATS.join('|')}`);
	const into = await readCourse(course, io);
	if (into === undefined) return 1;
	if (format === 'grasp') return unpack(bytes, { course, into, isAgreed: read.values.yes === true }, io);
	const file = readForeign(format, bytes);
	const language = read.values.language ?? languageOf(into.values) ?? file.language ?? 'en';
	const plan = planImport(file, into.texts.size > 0 ? into.values : undefined, language);
	tellPlan(plan, io);
	if (plan.counts.new + plan.counts.differs === 0) return file.items.length > 0 ? 0 : 1;
	if (read.values.yes !== true) {
		io.out('Nothing is written yet. Add --yes to bring it in; --replace to take what differs as well.\n');
		return 0;
	}
	const title = read.values.title ?? file.title ?? course;
	return bringIn(
		plan,
		into,
		{ course, title, name: basename(path), replaces: read.values.replace === true },
		io
	);
}

interface Wish {
	readonly course: string;
	readonly title: string;
	/** Of the file. */
	readonly name: string;
	readonly replaces: boolean;
}

async function bringIn(
	plan: ImportPlan,
	{ texts, values }: ReadCourse,
	{ course, title, name, replaces }: Wish,
	io: CommandIo
): Promise<number> {
	const differing = plan.items.filter(({ verdict }) => replaces && verdict === 'differs');
	const words = { description: `Brought in from ${name}.`, source: 'question collection', section: title };
	const replace = new Set(differing.map(({ item }) => item.key));
	const files = applyImport(plan, texts.size > 0 ? values : undefined, { title, replace, words });
	await writeFiles(course, texts, textsOf(files, texts), io);
	io.out(`Now run: npm run questions check, and npm run questions lint questions/${course}\n`);
	return 0;
}

interface ReadCourse {
	readonly texts: ReadonlyMap<string, string>;
	readonly values: CourseFiles;
}

/** Empty for a course that is not there yet; `undefined` where it cannot be read. */
async function readCourse(course: string, io: CommandIo): Promise<ReadCourse | undefined> {
	const folder = join(questionsRoot(), course);
	if (!existsSync(folder)) return { texts: new Map(), values: {} };
	const { courses, issues } = await readDrafts(folder);
	if (issues.length > 0) {
		tellIssues(issues, io);
		return undefined;
	}
	const drafts = courses[0]?.drafts ?? [];
	const texts = new Map<string, string>();
	for (const { file } of drafts)
		texts.set(basename(file), await readFile(join(folder, basename(file)), 'utf8'));
	return { texts, values: Object.fromEntries(drafts.map(({ file, value }) => [basename(file), value])) };
}

function textsOf(files: CourseFiles, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
	return new Map(
		Object.entries(files).map(([name, value]) => [name, updateNative(before.get(name) ?? '', value)])
	);
}

async function writeFiles(
	course: string,
	before: ReadonlyMap<string, string>,
	after: ReadonlyMap<string, string>,
	io: CommandIo
): Promise<void> {
	const folder = join(questionsRoot(), course);
	await mkdir(folder, { recursive: true });
	for (const [name, text] of after) {
		if (before.get(name) === text) continue;
		await writeFile(join(folder, name), text);
		io.out(`wrote ${relative(process.cwd(), join(folder, name))}\n`);
	}
}

/** A course file of our own is a whole course: it comes in as it is. */
async function unpack(
	bytes: Uint8Array,
	{
		course,
		into,
		isAgreed
	}: { readonly course: string; readonly into: ReadCourse; readonly isAgreed: boolean },
	io: CommandIo
): Promise<number> {
	const { value, notes } = parseCourseFile(bytes);
	if (value === undefined) return fail(io, notes.map(({ message }) => message).join('\n'));
	const { title, from } = value.head;
	io.out(
		`"${title}"${from === undefined ? '' : `, by its own word from ${from}`}: ${count(value.files.size, 'file')}\n`
	);
	const changed = [...value.files]
		.filter(([name, text]) => into.texts.get(name) !== text)
		.map(([name]) => name);
	for (const name of changed) io.out(`  ${into.texts.has(name) ? 'differs' : 'new'}  ${name}\n`);
	if (changed.length === 0) io.out('All of it is there already.\n');
	else if (isAgreed) await writeFiles(course, into.texts, value.files, io);
	else io.out('Nothing is written yet. Add --yes to bring it in.\n');
	return 0;
}

function languageOf(files: CourseFiles): string | undefined {
	const course = files['course.yaml'] as { course?: { language?: unknown } } | undefined;
	return typeof course?.course?.language === 'string' ? course.course.language : undefined;
}

function tellPlan({ file, items, counts }: ImportPlan, io: CommandIo): void {
	tellNotes(file, io);
	for (const planned of items) io.out(`${sayItem(planned)}\n`);
	io.out(
		`${count(items.length, 'question')}: ${counts.new} new, ${counts.same} there already, ${counts.differs} there and different, ${counts.refused} that cannot come in\n`
	);
}

function tellNotes({ notes }: ForeignFile, io: CommandIo): void {
	for (const { message } of notes) io.out(`${message}\n`);
}

const VERDICTS = { new: 'new     ', same: 'same    ', differs: 'differs ', refused: 'refused ' };

function sayItem({ item, verdict, question, notes }: PlannedItem): string {
	const where = item.where.line === undefined ? (item.where.part ?? '') : `line ${item.where.line}`;
	const head = `${VERDICTS[verdict]} ${where}: ${item.name}${question ? ` (${question.kind})` : ''}`;
	return [head, ...notes.map(sayNote)].join('\n');
}

function sayNote({ message }: ExchangeNote): string {
	return `           ${message}`;
}

function fail(io: CommandIo, message: string): number {
	io.err(`${message}\n`);
	return 1;
}
