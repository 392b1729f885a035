import type { QuestionRef } from './event.ts';
import type { Question, Section } from './question.ts';
import { seededRandom, shuffle, type Random } from './shuffle.ts';

/** How many questions an exam may be wished to have; a small course may give fewer. */
export const SHORTEST_PAPER = 5;
export const LONGEST_PAPER = 60;

interface Drawn {
	readonly section: Section;
	readonly question: Question;
}

/** A section's claims, each with its questions, both shuffled. */
interface Stack {
	readonly section: Section;
	readonly claims: readonly (readonly Question[])[];
}

/**
 * The questions of an exam. Each claim is asked once before any is asked twice; where a round has no room
 * for all claims, each section has a share of it that goes by its claims. Of a claim's wordings the level
 * drawn least goes first, and a paper has at least two levels where the sections have them. Asked section
 * by section, as they were written. The same seed draws the same paper.
 */
export function drawPaper(
	sections: readonly Section[],
	length: number,
	seed: number
): readonly QuestionRef[] {
	const random = seededRandom(seed);
	const stacks = sections.map((section) => makeStack(section, random));
	const wished = Math.min(Math.max(length, SHORTEST_PAPER), LONGEST_PAPER);
	const drawn = withTwoLevels(drawRounds(stacks, wished, random), stacks);
	return listPaper(
		sections,
		drawn.map(({ question }) => question.id)
	);
}

/** A paper of questions that a person has chosen, as they were written; those that the course has lost are left out. */
export function listPaper(
	sections: readonly Section[],
	questions: readonly string[]
): readonly QuestionRef[] {
	const chosen = new Set(questions);
	return sections.flatMap((section) =>
		section.questions
			.filter(({ id }) => chosen.has(id))
			.map(({ id, claim }) => ({ section: section.id, claim, question: id }))
	);
}

function makeStack(section: Section, random: Random): Stack {
	const byClaim = new Map<string, Question[]>();
	for (const question of section.questions) {
		byClaim.set(question.claim, [...(byClaim.get(question.claim) ?? []), question]);
	}
	const claims = [...byClaim.values()].map((questions) => shuffle(questions, random));
	return { section, claims: shuffle(claims, random) };
}

function drawRounds(stacks: readonly Stack[], wished: number, random: Random): readonly Drawn[] {
	const drawn = new Map<Question, Drawn>();
	for (let round = 0; drawn.size < wished; round += 1) {
		const open = stacks.map(({ claims }) => claims.filter((questions) => questions.length > round));
		const sizes = open.map(({ length }) => length);
		const seats = Math.min(wished - drawn.size, sum(sizes));
		if (seats === 0) break;
		const shares = apportion(seats, sizes, random);
		for (const [at, { section }] of stacks.entries()) {
			for (const questions of open[at]!.slice(0, shares[at])) {
				const levels = [...drawn.values()].map(({ question }) => question.level);
				const left = questions.filter((question) => !drawn.has(question));
				const question = leastBy(left, ({ level }) => levels.filter((each) => each === level).length);
				drawn.set(question, { section, question });
			}
		}
	}
	return [...drawn.values()];
}

/** By the largest remainder, in whole numbers: no share is larger than its weight while the seats are not. */
function apportion(seats: number, weights: readonly number[], random: Random): readonly number[] {
	const total = sum(weights);
	const shares = weights.map((weight) => Math.floor((seats * weight) / total));
	const remainder = (at: number): number => (seats * weights[at]!) % total;
	// Shuffled first: of equal remainders none goes first by where its section stands.
	const places = shuffle([...weights.keys()], random);
	const byRemainder = [...places].sort((a, b) => remainder(b) - remainder(a));
	for (const at of byRemainder.slice(0, seats - sum(shares))) shares[at]! += 1;
	return shares;
}

/** Whom another level's question may take the place of, the nearest first. */
const NEIGHBOURS: readonly ((a: Drawn, b: Drawn) => boolean)[] = [
	(a, b) => a.section === b.section && a.question.claim === b.question.claim,
	(a, b) => a.section === b.section,
	() => true
];

/**
 * Exchanges one question, where all are of one level and others are to be had. When its claim was not
 * drawn, no claim was drawn twice yet, so that the exchange takes nothing from the rule of the rounds.
 */
function withTwoLevels(drawn: readonly Drawn[], stacks: readonly Stack[]): readonly Drawn[] {
	const levels = new Set(drawn.map(({ question }) => question.level));
	if (drawn.length < 2 || levels.size > 1) return drawn;
	const others = stacks
		.flatMap(({ section, claims }) => claims.flat().map((question) => ({ section, question })))
		.filter(({ question }) => !levels.has(question.level));
	for (const isNear of NEIGHBOURS) {
		for (const other of others) {
			const place = drawn.findLastIndex((each) => isNear(each, other));
			if (place !== -1) return drawn.map((each, at) => (at === place ? other : each));
		}
	}
	return drawn;
}

/** The first of the smallest. */
function leastBy<T>(values: readonly T[], sizeOf: (value: T) => number): T {
	return values.reduce((least, value) => (sizeOf(value) < sizeOf(least) ? value : least));
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
