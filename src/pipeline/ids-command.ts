import { listIds } from '#bank/ids.ts';
import { appendToLedger, LEDGER_NAME, parseLedger } from '#bank/ledger.ts';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandIo } from './command.ts';
import { findBank, readDrafts } from './course-drafts.ts';
import { count, readArgs, tellIssues } from './door.ts';
import { readBank } from './read-bank.ts';

/** Adds the new ids of each course to its ledger; with `--check`, only tells whether one is missing there. */
export async function keepIds(args: readonly string[], io: CommandIo): Promise<number | undefined> {
	const read = readArgs(args, { check: { type: 'boolean' } }, 1);
	if (!read) return undefined;
	const [path] = read.positionals;
	const isCheck = read.values.check === true;
	// A ledger of broken files would be one of half the ids; one with a vanished id is to be mended first.
	const [root, only] = findBank(path);
	const { value, issues } = await readBank(root, only, isCheck ? 'complete' : 'open');
	if (!value) return tellIssues(issues, io);
	for (const { folder, drafts, ledger } of (await readDrafts(path)).courses) {
		const file = `${folder}/${LEDGER_NAME}`;
		const names = listIds(drafts).map(({ name }) => name);
		const after = appendToLedger(ledger, names);
		const [before, now] = [parseLedger(ledger ?? '').length, parseLedger(after).length];
		if (!isCheck && after !== ledger) await writeFile(resolve(file), after);
		io.out(`${file}: ${count(now, 'id')}, ${now - before} new\n`);
	}
	return 0;
}
