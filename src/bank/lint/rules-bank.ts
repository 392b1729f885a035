/** Rules on a whole course: flaws that no single question shows. */

import type { Question } from '#core/question.ts';
import { choicesOf, type Choice } from './choices.ts';
import type { CourseFlaw, CourseRule, Edition } from './finding.ts';
import { haladyna, HOUSE, TRANSFER } from './guidelines.ts';
import { readRange } from './ranges.ts';
import { sayOddRate } from './rates.ts';

export const BANK_RULES: readonly CourseRule[] = [
	{
		name: 'bank-key-longest',
		severity: 'error',
		guideline: haladyna(24),
		mend: 'Shorten keys, or lengthen wrong options, until to choose the longest (or never to) does not pay.',
		editions: 'each',
		find: (edition) => findOddWidths(edition, Math.max, 'longest')
	},
	{
		name: 'bank-key-shortest',
		severity: 'warning',
		guideline: haladyna(24),
		mend: 'Lengthen keys, or shorten wrong options, until to choose the shortest (or never to) does not pay.',
		editions: 'each',
		find: (edition) => findOddWidths(edition, Math.min, 'shortest')
	},
	{
		name: 'bank-key-position',
		severity: 'warning',
		guideline: haladyna(20),
		mend: 'Choose other wrong numbers, so that the key stands first, last and between alike.',
		editions: 'original',
		find: findOddPositions
	},
	{
		name: 'bank-truth-balance',
		severity: 'warning',
		guideline: HOUSE,
		mend: 'Turn some statements round, so that about half are true.',
		editions: 'original',
		find: findOddTruths
	},
	{
		name: 'bank-level-mix',
		severity: 'warning',
		guideline: TRANSFER,
		mend: 'Ask some claims for what follows from them, in a case of their own.',
		editions: 'original',
		find: findLevelMix
	},
	{
		name: 'bank-kind-mix',
		severity: 'warning',
		guideline: HOUSE,
		mend: 'Ask some of them in another kind: typed, matched, ordered, estimated.',
		editions: 'original',
		find: findKindMix
	}
];

/** Our own: a course below this size is not judged by shares. */
const LEAST_QUESTIONS = 20;
/** Our own: beyond this share one level or kind rules the course. */
const MOST_SHARE = 0.6;

function findOddWidths(
	edition: Edition,
	pick: (...widths: number[]) => number,
	what: string
): readonly CourseFlaw[] {
	const { words } = edition;
	if (!words) return [];
	const chances: number[] = [];
	let found = 0;
	for (const { options } of singleChoicesOf(edition)) {
		const widths = options.map(({ text }) => words.widthOf(text));
		const extreme = pick(...widths);
		const holders = options.filter((_, index) => widths[index] === extreme);
		// A tie gives nothing away.
		if (holders.length > 1) continue;
		chances.push(1 / options.length);
		if (holders[0]?.correct) found++;
	}
	return flawIfOdd(sayOddRate(found, chances), `the key is the ${what} option in`);
}

function flawIfOdd(rate: string | undefined, what: string): readonly CourseFlaw[] {
	return rate === undefined ? [] : [{ path: ['course'], message: `${what} ${rate}` }];
}

function findOddPositions(edition: Edition): readonly CourseFlaw[] {
	const ordered = singleChoicesOf(edition).filter(({ isOrdered }) => isOrdered);
	return (['first', 'last'] as const).flatMap((place) => {
		const found = ordered.filter(({ options }) => options.at(place === 'first' ? 0 : -1)?.correct).length;
		const chances = ordered.map(({ options }) => 1 / options.length);
		return flawIfOdd(sayOddRate(found, chances), `where the order is fixed, the key stands ${place} in`);
	});
}

function findOddTruths(edition: Edition): readonly CourseFlaw[] {
	const statements = questionsOf(edition).filter((question) => question.kind === 'true-false');
	const found = statements.filter(({ answer }) => answer).length;
	const rate = sayOddRate(
		found,
		statements.map(() => 0.5)
	);
	return flawIfOdd(rate, 'statements are true in');
}

function findLevelMix(edition: Edition): readonly CourseFlaw[] {
	const questions = questionsOf(edition);
	const share = shareOf(questions, ({ level }) => level === 'remember');
	if (questions.length < LEAST_QUESTIONS || share <= MOST_SHARE) return [];
	return [{ path: ['course'], message: `${percent(share)} of the questions only ask to remember` }];
}

function findKindMix(edition: Edition): readonly CourseFlaw[] {
	const questions = questionsOf(edition);
	if (questions.length < LEAST_QUESTIONS) return [];
	return [...new Set(questions.map(({ kind }) => kind))].flatMap((kind) => {
		const share = shareOf(questions, (question) => question.kind === kind);
		if (share <= MOST_SHARE) return [];
		return [{ path: ['course'], message: `${percent(share)} of the questions are of the kind ${kind}` }];
	});
}

function questionsOf({ course }: Edition): readonly Question[] {
	return course.sections.flatMap(({ questions }) => questions);
}

/** Without numbers in order, whose length is not the author's choice, unless the order is what is looked at. */
function singleChoicesOf(edition: Edition): readonly Choice[] {
	return questionsOf(edition)
		.flatMap(choicesOf)
		.filter(({ many, options, isOrdered }) => {
			const isNumeric = options.every(({ text }) => readRange(text, undefined) !== undefined);
			return many === 'single' && (isOrdered || !isNumeric);
		});
}

function shareOf<T>(members: readonly T[], counts: (member: T) => boolean): number {
	return members.filter(counts).length / Math.max(1, members.length);
}

function percent(share: number): string {
	return `${Math.round(share * 100)} %`;
}
