import { makePackageData } from '#bank/package-data.ts';
import { PACKAGE_STANDARDS, type ForeignFormat, type MadeFile } from '#core/exchange.ts';
import type { WholeCourse } from '#core/question.ts';
import { checksum } from '#formats/checksum.ts';
import { makeCourseFile } from '#formats/course-file.ts';
import { makePackage } from '#formats/package.ts';
import { makeForeign, WRITABLE } from '#formats/readers.ts';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPlayer } from './build-player.ts';
import type { CommandIo } from './command.ts';
import { findBank } from './course-drafts.ts';
import { count, readArgs, tellIssues } from './door.ts';
import { questionsRoot, readBank } from './read-bank.ts';

/** Writes a course for another tool, and says what that tool has no place for. */
export async function exportQuestions(args: readonly string[], io: CommandIo): Promise<number | undefined> {
	const read = readArgs(args, { language: { type: 'string' } }, 3);
	const [course, format, to] = read?.positionals ?? [];
	if (!read || course === undefined || format === undefined) return undefined;
	const formats: readonly string[] = ['grasp', ...WRITABLE, ...PACKAGE_STANDARDS];
	if (!formats.includes(format)) {
		io.err(`"${format}" is no format that can be written. These are: ${formats.join(', ')}\n`);
		return 1;
	}
	const folder = join(questionsRoot(), course);
	const { value, issues } = await readBank(...findBank(folder));
	const whole = value?.courses[0];
	if (whole === undefined) return tellIssues(issues, io);
	if (format === 'grasp') return writeOut(to ?? `${course}.grasp`, await makeOwn(course, folder, whole), io);
	const standard = PACKAGE_STANDARDS.find((each) => each === format);
	if (standard) {
		const packed = await packCourse(course, whole, standard);
		return writeOut(to ?? packed.name, packed.bytes, io);
	}
	const { language } = read.values;
	const spoken = language === undefined ? whole : { ...whole, ...whole.translations[language] };
	if (language !== undefined && language !== whole.language && whole.translations[language] === undefined) {
		io.err(`The course is not there in "${language}".\n`);
		return 1;
	}
	const made = makeForeign(format as ForeignFormat, spoken);
	for (const { question = 'the course', message, isLeftOut } of made.losses)
		io.out(`${isLeftOut ? 'left out' : 'changes '}  ${question}: ${message}\n`);
	const left = new Set(made.losses.filter(({ isLeftOut }) => isLeftOut).map(({ question }) => question)).size;
	if (left > 0) io.out(`${count(left, 'question')} left out\n`);
	return writeOut(to ?? made.name, made.bytes, io);
}

/** With all its languages; the player shows the one that the browser wishes for. */
async function packCourse(
	id: string,
	course: WholeCourse,
	standard: (typeof PACKAGE_STANDARDS)[number]
): Promise<MadeFile> {
	const player = await buildPlayer(fileURLToPath(new URL('../..', import.meta.url)));
	const edition = checksum(new TextEncoder().encode(JSON.stringify(course)));
	return makePackage(standard, { id, ...makePackageData(course, standard, edition) }, player);
}

async function makeOwn(
	id: string,
	folder: string,
	{ title, language }: { readonly title: string; readonly language: string }
): Promise<Uint8Array> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
	const files = new Map<string, string>();
	for (const name of names) files.set(name, await readFile(join(folder, name), 'utf8'));
	return makeCourseFile({ head: { id, title, language, revision: 1 }, files });
}

async function writeOut(path: string, bytes: Uint8Array, io: CommandIo): Promise<number> {
	await writeFile(path, bytes);
	io.out(`wrote ${path}\n`);
	return 0;
}
