import { isChosenGap, type Question } from './question.ts';

/**
 * The probability that somebody who knows nothing gets the question fully right: what "right" is worth
 * as a sign of knowing. Typed answers are not guessed.
 *
 *     chanceOf(a single choice of three)  →  0.333
 */
export function chanceOf(question: Question): number {
	switch (question.kind) {
		case 'single-choice':
			return 1 / question.options.length;
		case 'multiple-choice':
			return 1 / choose(question.options.length, question.options.filter(({ correct }) => correct).length);
		case 'true-false':
			return 1 / 2;
		case 'numeric':
		case 'short-text':
		case 'estimate':
			return 0;
		case 'cloze':
			return product(question.gaps.map((gap) => (isChosenGap(gap) ? 1 / gap.options.length : 0)));
		case 'matching': {
			const sides = question.pairs.length + (question.extras?.length ?? 0);
			return product(question.pairs.map((_, taken) => 1 / (sides - taken)));
		}
		case 'ordering':
			return product(question.steps.map((_, taken) => 1 / (taken + 1)));
		case 'categorise':
			return product(question.entries.map(() => 1 / question.categories.length));
	}
}

/**
 * Knowing, from a share of right answers: 0 for what guessing alone gives, 1 for all right
 * (Frary 1988, "Formula scoring of multiple-choice tests"). `undefined` where guessing explains it all.
 */
export function correctForGuessing(rights: number, answers: number, chances: number): number | undefined {
	const informative = answers - chances;
	return informative <= 0 ? undefined : Math.max(0, (rights - chances) / informative);
}

function choose(all: number, some: number): number {
	return product(Array.from({ length: some }, (_, taken) => (all - taken) / (taken + 1)));
}

function product(factors: readonly number[]): number {
	return factors.reduce((sum, factor) => sum * factor, 1);
}
