import type { Finding } from '#bank/lint/finding.ts';
import { lintCourse } from '#bank/lint/lint.ts';
import { locateIn } from '#bank/lint/places.ts';
import { makeScoreTable, scoreRules } from '#bank/lint/score.ts';
import { makeIssueLine } from '#core/issue.ts';
import type { CommandIo } from './command.ts';
import { findBank, readDrafts } from './course-drafts.ts';
import { count, readArgs, tellIssues } from './door.ts';
import { readLabelled } from './labelled.ts';
import { readBank } from './read-bank.ts';

/** 1 where a finding is an error. */
export async function lintQuestions(args: readonly string[], io: CommandIo): Promise<number | undefined> {
	const read = readArgs(args, { score: { type: 'boolean' } }, 1);
	if (!read) return undefined;
	const [path] = read.positionals;
	if (read.values.score) return tellScore(path, io);
	const { value, issues } = await readBank(...findBank(path));
	if (!value) return tellIssues(issues, io);
	const { courses: drafted } = await readDrafts(path);
	const findings = value.courses.flatMap((course) => {
		const { drafts = [] } = drafted.find(({ id }) => id === course.id) ?? {};
		return lintCourse(course, locateIn(drafts));
	});
	for (const finding of findings) io.out(makeFindingLines(finding));
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const files = new Set(findings.map(({ where }) => where.file)).size;
	io.out(
		`${count(errors, 'error')}, ${count(findings.length - errors, 'warning')} in ${count(files, 'file')}\n`
	);
	return errors === 0 ? 0 : 1;
}

function makeFindingLines(finding: Finding): string {
	const { code, message, where, severity, guideline, mend } = finding;
	const line = makeIssueLine({ code: `${code} ${severity}`, message, where });
	return `${line}\n    ${mend} (${guideline})\n`;
}

const LABELLED = 'tests/fixtures/lint';

async function tellScore(path: string | undefined, io: CommandIo): Promise<number> {
	const { value, issues } = await readLabelled(path ?? LABELLED);
	if (!value) return tellIssues(issues, io);
	io.out(makeScoreTable(scoreRules(value)));
	for (const { id, expected, found } of value) {
		const missed = expected.filter((rule) => !found.includes(rule));
		const alarms = found.filter((rule) => !expected.includes(rule));
		if (missed.length > 0) io.out(`${id}: missed ${missed.join(', ')}\n`);
		if (alarms.length > 0) io.out(`${id}: false alarm ${alarms.join(', ')}\n`);
	}
	return 0;
}
