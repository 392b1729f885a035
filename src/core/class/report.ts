import { estimateShare, type Estimate } from '../pictures/calibration.ts';
import type { Claim, Question, Section } from '../question.ts';
import type { HandedAnswer, HandedResult } from './result.ts';
import { makeDistribution, type Chosen } from './distribution.ts';
import { discriminate } from './discrimination.ts';

/** What many results say of a course's questions, of its claims, and of the passages of its source. */
export interface ClassReport {
	readonly results: number;
	/** Answers to questions that this edition of the course does not have. */
	readonly strangers: number;
	/** In the course's order; those that nobody was asked are left out. */
	readonly questions: readonly QuestionReport[];
	/** The least known first. */
	readonly claims: readonly ClaimReport[];
	/** By paragraph of the source, the least known first. */
	readonly passages: readonly PassageReport[];
}

export interface Counted {
	readonly answers: number;
	readonly rights: number;
	/** Of right answers, with its 95 % interval. */
	readonly share: Estimate;
}

export interface QuestionReport extends Counted {
	readonly question: Question;
	/** How often each was chosen, or the most frequent of what was typed. */
	readonly chosen: readonly Chosen[];
	/** "I don't know", and what was left open. */
	readonly open: number;
	/** Wrong and given as sure; `undefined` where nobody was asked for certainty. */
	readonly sureWrongs: number | undefined;
	/** Median, of those who answered. */
	readonly spentMillis: number;
	/**
	 * Correlation of being right here with the share of the other questions right, from -1 to 1; `undefined` below
	 * `ENOUGH_LEARNERS`, and where all or nobody were right.
	 */
	readonly discrimination: number | undefined;
}

export interface ClaimReport extends Counted {
	readonly claim: Claim;
}

export interface PassageReport extends Counted {
	readonly paragraph: number;
	/** Ids. */
	readonly claims: readonly string[];
}

/** Below that, a correlation says more of chance than of the question. */
export const ENOUGH_LEARNERS = 50;
/** A question that those who know the rest get right no more often than others; so low may mean a wrong key. */
export const LOW_DISCRIMINATION = 0.1;

interface Given {
	readonly result: HandedResult;
	readonly answer: HandedAnswer;
}

/** Grows with the number of answers alone. */
export function reportClass(sections: readonly Section[], results: readonly HandedResult[]): ClassReport {
	const given = collect(results);
	const rights = new Map(results.map((result) => [result, countRights(result)]));
	const claims = new Map(sections.flatMap((section) => section.claims.map((claim) => [claim.id, claim])));
	const questions = sections
		.flatMap((section) => section.questions)
		.flatMap((question) => {
			const answers = given.get(question.id);
			return answers ? [reportQuestion(question, answers, rights)] : [];
		});
	const known = questions.reduce((sum, { answers }) => sum + answers, 0);
	const all = results.reduce((sum, { answers }) => sum + answers.length, 0);
	const byClaim = groupBy(questions, ({ question }) => question.claim);
	const claimReports = [...byClaim].flatMap(([id, asked]) => {
		const claim = claims.get(id);
		return claim ? [{ claim, ...sum(asked) }] : [];
	});
	const byParagraph = groupBy(claimReports, ({ claim }) => claim.where.paragraph);
	const passages = [...byParagraph].map(([paragraph, asked]) => ({
		paragraph,
		claims: asked.map(({ claim }) => claim.id),
		...sum(asked)
	}));
	return {
		results: results.length,
		strangers: all - known,
		questions,
		claims: claimReports.sort(byShare),
		passages: passages.sort(byShare)
	};
}

function collect(results: readonly HandedResult[]): ReadonlyMap<string, readonly Given[]> {
	const given = new Map<string, Given[]>();
	for (const result of results)
		for (const answer of result.answers) {
			const others = given.get(answer.question);
			if (others) others.push({ result, answer });
			else given.set(answer.question, [{ result, answer }]);
		}
	return given;
}

function reportQuestion(
	question: Question,
	given: readonly Given[],
	rights: ReadonlyMap<HandedResult, number>
): QuestionReport {
	const answers = given.map(({ answer }) => answer);
	const tried = answers.filter(({ answer }) => answer.kind !== 'unknown');
	const asked = answers.filter(({ certainty }) => certainty !== null);
	return {
		question,
		...count(answers),
		chosen: makeDistribution(
			question,
			tried.map(({ answer }) => answer)
		),
		open: answers.length - tried.length,
		sureWrongs:
			asked.length === 0
				? undefined
				: asked.filter(({ certainty, right }) => certainty === 'sure' && !right).length,
		spentMillis: median(tried.map(({ spentMillis }) => spentMillis)),
		discrimination:
			given.length < ENOUGH_LEARNERS
				? undefined
				: discriminate(
						given.map(({ result, answer: { right } }) => ({
							right,
							// Without the question itself, which would always agree.
							rest: (rights.get(result)! - Number(right)) / Math.max(1, result.answers.length - 1)
						}))
					)
	};
}

function countRights({ answers }: HandedResult): number {
	return answers.reduce((sum, { right }) => sum + Number(right), 0);
}

function count(answers: readonly HandedAnswer[]): Counted {
	const rights = answers.filter(({ right }) => right).length;
	return { answers: answers.length, rights, share: estimateShare(rights, answers.length) };
}

function sum(counted: readonly Counted[]): Counted {
	const answers = counted.reduce((total, each) => total + each.answers, 0);
	const rights = counted.reduce((total, each) => total + each.rights, 0);
	return { answers, rights, share: estimateShare(rights, answers) };
}

/** Ties keep the course's order. */
function byShare(a: Counted, b: Counted): number {
	return a.share.share - b.share.share;
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	if (sorted.length === 0) return 0;
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
	const groups = new Map<K, T[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}
