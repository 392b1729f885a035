/**
 * Plays questions by strategies that know nothing of their source. One that does better than luck has found a
 * trait of the wording that gives the key away.
 *
 *     playStrategies(section.questions, 'en').filter(({ beatsChance }) => beatsChance)
 */

import type { Question } from '#core/question.ts';
import { addDraw, centralInterval, drawAtRandom, meanOf, NO_HIT } from './chance.ts';
import { listDecisions, type Decision, type OptionDecision } from './decisions.ts';
import { STRATEGIES, type Strategy } from './strategies.ts';

/** Hits are right choices; all but `decisions` are shares of the most that could be had. */
export interface Played {
	readonly strategy: string;
	/** In how many decisions the strategy had something to go by. */
	readonly decisions: number;
	readonly score: number;
	readonly chance: number;
	/** Where luck alone ends up in 95 of 100 cases. */
	readonly interval: readonly [low: number, high: number];
	readonly beatsChance: boolean;
}

const CONFIDENCE = 0.95;

export function playStrategies(questions: readonly Question[], language: string): readonly Played[] {
	const decisions = questions.flatMap(listDecisions);
	return STRATEGIES.map((strategy) => playStrategy(strategy, decisions, language));
}

/**
 * Decisions where all options look the same to the strategy say nothing of it and are left out. Ties among the
 * best are averaged, which only makes the score vary less than the luck it is held against.
 *
 * The interval is that of luck: the exact distribution of the hits of random picks. The entries of one
 * question and the pairs of one matching are taken as independent.
 */
function playStrategy(strategy: Strategy, decisions: readonly Decision[], language: string): Played {
	let [played, hits, most, luck] = [0, 0, 0, NO_HIT];
	for (const decision of decisions) {
		const turn = decide(strategy, decision, language);
		if (!turn) continue;
		played++;
		hits += turn.hits;
		most += turn.keys;
		luck = addDraw(luck, drawAtRandom(turn.options, turn.keys, turn.keys));
	}
	const [low, high] = centralInterval(luck, CONFIDENCE);
	const share = (count: number) => (most === 0 ? 0 : count / most);
	return {
		strategy: strategy.name,
		decisions: played,
		score: share(hits),
		chance: share(meanOf(luck)),
		interval: [share(low), share(high)],
		beatsChance: hits > high + 1e-9
	};
}

interface Turn {
	/** Expected, where there are ties. */
	readonly hits: number;
	readonly keys: number;
	readonly options: number;
}

function decide(strategy: Strategy, decision: Decision, language: string): Turn | undefined {
	if (decision.kind === 'options') return decideOptions(strategy, decision, language);
	const verdict = strategy.judge?.(decision.statement, language) ?? 0;
	if (verdict === 0) return undefined;
	return { hits: verdict > 0 === decision.isTrue ? 1 : 0, keys: 1, options: 2 };
}

/**
 * Picks as many options as are right: a prompt often says how many, and a guesser who knows is the harder
 * test.
 */
function decideOptions(strategy: Strategy, decision: OptionDecision, language: string): Turn | undefined {
	const { options } = decision;
	const ratings = strategy.rate?.(decision, language);
	if (!ratings || ratings.every((rating) => rating === ratings[0])) return undefined;
	const keys = options.filter(({ correct }) => correct).length;
	const last = [...ratings].sort((a, b) => b - a)[keys - 1]!;
	const above = options.filter((_, index) => ratings[index]! > last);
	const level = options.filter((_, index) => ratings[index] === last);
	const rightOf = (some: OptionDecision['options']) => some.filter(({ correct }) => correct).length;
	const hits = rightOf(above) + ((keys - above.length) * rightOf(level)) / level.length;
	return { hits, keys, options: options.length };
}
