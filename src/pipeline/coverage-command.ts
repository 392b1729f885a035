import { measureCoverage, type ClaimCoverage, type Coverage } from '#bank/coverage.ts';
import { LEVELS } from '#core/question.ts';
import type { CommandIo } from './command.ts';
import { readDrafts } from './course-drafts.ts';
import { count, makeTable, readArgs, tellIssues } from './door.ts';

/** With `--strict`, 1 where a claim lacks something. */
export async function showCoverage(args: readonly string[], io: CommandIo): Promise<number | undefined> {
	const read = readArgs(args, { strict: { type: 'boolean' } }, 1);
	if (!read) return undefined;
	const { courses, issues } = await readDrafts(read.positionals[0]);
	if (issues.length > 0) return tellIssues(issues, io);
	let holes = 0;
	for (const { id, drafts } of courses) {
		const coverage = measureCoverage(drafts);
		const lacking = coverage.claims.filter((claim) => claim.holes.length > 0).length;
		holes += lacking;
		const questions = coverage.claims.reduce((sum, claim) => sum + claim.questions, 0);
		io.out(
			`${id}: ${count(coverage.claims.length, 'claim')}, ${count(questions, 'question')}; ${count(lacking, 'claim')} with holes\n\n`
		);
		io.out(`${tableClaims(coverage)}\n${tableKinds(coverage)}\n`);
	}
	return read.values.strict && holes > 0 ? 1 : 0;
}

function tableClaims({ claims, languages }: Coverage): string {
	const head = ['section', 'claim', 'questions', ...LEVELS, ...languages, 'kinds', 'holes'];
	return makeTable(
		head,
		claims.map((claim) => rowOf(claim, languages))
	);
}

function rowOf(claim: ClaimCoverage, languages: readonly string[]): readonly string[] {
	return [
		claim.section,
		claim.claim,
		sayCount(claim.questions),
		...LEVELS.map((level) => sayCount(claim.byLevel[level])),
		...languages.map((language) => sayCount(claim.byLanguage[language] ?? 0)),
		claim.kinds.join(' '),
		claim.holes.join(', ')
	];
}

function tableKinds({ byKind }: Coverage): string {
	const rows = [...byKind].map(([kind, byLevel]) => {
		const counts = LEVELS.map((level) => byLevel[level]);
		const sum = counts.reduce((total, each) => total + each, 0);
		return [kind, ...counts.map(sayCount), sayCount(sum)];
	});
	return makeTable(['kind', ...LEVELS, 'questions'], rows);
}

/** A hole is easier to see than a nought. */
function sayCount(number: number): string {
	return number === 0 ? '·' : String(number);
}
