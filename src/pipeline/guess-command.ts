import { playStrategies, type Played } from '#bank/guess/play.ts';
import type { Section } from '#core/question.ts';
import type { CommandIo } from './command.ts';
import { findBank } from './course-drafts.ts';
import { count, makeTable, readArgs, tellIssues } from './door.ts';
import { readBank } from './read-bank.ts';

/** Plays each course in each of its languages by what a guesser sees. 1 if a strategy beats chance. */
export async function guessQuestions(args: readonly string[], io: CommandIo): Promise<number | undefined> {
	const read = readArgs(args, {}, 1);
	if (!read) return undefined;
	const { value, issues } = await readBank(...findBank(read.positionals[0]));
	if (!value) return tellIssues(issues, io);
	let beaten = 0;
	for (const course of value.courses) {
		const languages = [course, ...Object.values(course.translations)];
		for (const { id, language, sections } of languages)
			beaten += tellGuesses(`${id} (${language})`, sections, language, io);
	}
	io.out(
		`${beaten === 0 ? 'no strategy beats' : count(beaten, 'time') + ' a strategy beats'} chance beyond its interval, within which luck alone ends in 95 of 100 cases\n`
	);
	return beaten === 0 ? 0 : 1;
}

function tellGuesses(title: string, sections: readonly Section[], language: string, io: CommandIo): number {
	const played = playStrategies(
		sections.flatMap(({ questions }) => questions),
		language
	);
	const rows = played.map((each) => [each.strategy, String(each.decisions), ...sayShares(each)]);
	io.out(`${title}\n${makeTable(['strategy', 'n', 'score', 'chance', '95 % interval', ''], rows)}\n`);
	return played.filter(({ beatsChance }) => beatsChance).length;
}

function sayShares({ decisions, score, chance, interval, beatsChance }: Played): readonly string[] {
	if (decisions === 0) return ['–', '–', '–', ''];
	const [low, high] = interval.map(sayPercent);
	return [sayPercent(score), sayPercent(chance), `${low} – ${high}`, beatsChance ? 'beats chance' : ''];
}

function sayPercent(share: number): string {
	return `${Math.round(share * 100)} %`;
}
