/** What is to be mended in a question, beside the field it speaks of. */

import { checkQuestion } from '#bank/check-section.ts';
import type { Path } from '#bank/draft.ts';
import { lintQuestion } from '#bank/lint/lint.ts';
import { findWords } from '#bank/lint/words.ts';
import type { Claim, Question } from '#core/question.ts';

export interface Problem {
	/** Within the question. */
	readonly path: Path;
	readonly message: string;
	/** `error`: it cannot be learnt like this. `advice`: it works, and measures worse or teaches less. */
	readonly weight: 'error' | 'advice';
}

export interface QuestionReading {
	/** Absent where something is wrong. */
	readonly question?: Question;
	readonly problems: readonly Problem[];
}

export interface QuestionAround {
	readonly claim?: Claim | undefined;
	readonly language: string;
	/** Author and publisher of the source. */
	readonly voices: readonly string[];
}

export function readQuestion(value: unknown, { claim, language, voices }: QuestionAround): QuestionReading {
	const { value: question, findings } = checkQuestion(value, []);
	if (findings.length > 0 || question === undefined)
		return { problems: findings.map(({ path, message }) => ({ path, message, weight: 'error' })) };
	const waived = new Set((question.waive ?? []).map(({ rule }) => rule));
	const flaws = lintQuestion({ question, claim, words: findWords(language), voices });
	const problems = flaws
		.filter(({ rule }) => !waived.has(rule.name))
		.map(({ path, message, rule }) => ({
			path,
			message: `${message} ${rule.mend}`,
			weight: 'advice' as const
		}));
	return { question, problems };
}

/** Those of a part, and of all within it. */
export function problemsAt(problems: readonly Problem[], ...path: Path): readonly Problem[] {
	return problems.filter((problem) => path.every((step, index) => problem.path[index] === step));
}
