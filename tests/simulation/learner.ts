import type { Certainty } from '#core/answer.ts';
import { timesSeen, type Card } from '#core/card.ts';
import { seededRandom, seedOf, type Random } from '#core/shuffle.ts';
import type { Wording } from '#core/wording.ts';
import { drawLogNormal, drawShare } from './draws.ts';
import type { MemoryModel, TrueMemory } from './memory.ts';

/** A claim as it is to the simulated learner. */
export interface SimulatedClaim {
	readonly id: string;
	readonly wordings: readonly SimulatedWording[];
	readonly memory: TrueMemory;
}

export interface SimulatedWording extends Wording {
	/** Of being right by guessing. */
	readonly chance: number;
}

export interface SimulatedAnswer {
	readonly right: boolean;
	readonly certainty: Certainty;
	readonly seconds: number;
}

const WORDINGS = 3;
const WORDING_LEVELS = ['remember', 'understand', 'apply'] as const;
/** Typed answers, and choices among two to four. */
const CHANCES = [
	[0, 0.2],
	[1 / 4, 0.2],
	[1 / 3, 0.4],
	[1 / 2, 0.2]
] as const;

/** A slip of somebody who knows. */
const RIGHT_WHEN_KNOWN = 0.97;
/** Straight after reading, before anything has faded. */
const KNOWN_AFTER_READING = 0.85;
/** Each time that a wording was seen takes as much off the chance that it is not recognised by its words. */
const UNRECOGNISED = 0.9;

/** Nobody knows quite what they know: some of what is known feels like a guess, and some guesses like knowing. */
const CERTAINTY_WHEN_KNOWN = [
	['sure', 0.7],
	['think-so', 0.25],
	['guess', 0.05]
] as const;
const CERTAINTY_OTHERWISE = [
	['sure', 0.1],
	['think-so', 0.3],
	['guess', 0.6]
] as const;

const SECONDS_RIGHT = 10;
/** The explanation is read. */
const SECONDS_WRONG = 18;
/** The claim's part of the lesson. */
const SECONDS_READING = 25;
const SECONDS_SPREAD = 0.3;

/** The same seed gives the same claims, whatever is then done with them. */
export function makeClaims(count: number, model: MemoryModel, seed: string): readonly SimulatedClaim[] {
	return Array.from({ length: count }, (_, index) => {
		const random = seededRandom(seedOf(`${seed}/claim/${index}`));
		const id = `claim-${index}`;
		const wordings = Array.from({ length: WORDINGS }, (__, nth) => ({
			id: `${id}-${nth}`,
			level: WORDING_LEVELS[nth]!,
			chance: drawShare(random, CHANCES)
		}));
		return { id, wordings, memory: model(random) };
	});
}

/** Asks, and lets the learner read what is right. `card` says how often each wording was seen. */
export function answerClaim(
	{ memory }: SimulatedClaim,
	wording: SimulatedWording,
	card: Card | undefined,
	atDays: number,
	random: Random
): SimulatedAnswer {
	const isFirst = card === undefined;
	const known = random() < (isFirst ? KNOWN_AFTER_READING : memory.recall(atDays));
	const unrecognised = UNRECOGNISED ** timesSeen(card, wording.id);
	const rightOtherwise = 1 - (1 - wording.chance) * unrecognised;
	const right = random() < (known ? RIGHT_WHEN_KNOWN : rightOtherwise);
	const certainty = drawShare(random, known ? CERTAINTY_WHEN_KNOWN : CERTAINTY_OTHERWISE);
	const typical = (right ? SECONDS_RIGHT : SECONDS_WRONG) + (isFirst ? SECONDS_READING : 0);
	memory.study(atDays, known);
	return { right, certainty, seconds: drawLogNormal(random, typical, SECONDS_SPREAD) };
}
