import type { Card } from '#core/card.ts';
import { learnerDay } from '#core/day.ts';
import { addToCard } from '#core/fold-card.ts';
import { seededRandom, seedOf } from '#core/shuffle.ts';
import { pickWording } from '#core/wording.ts';
import { anAnswer, anEventId, DAY, MORNING } from '#tests/fixtures/builders.ts';
import { answerClaim, makeClaims, type SimulatedClaim } from './learner.ts';
import type { MemoryModel } from './memory.ts';
import { STRATEGIES, type StrategyName } from './strategies.ts';

export interface LifePlan {
	readonly model: MemoryModel;
	readonly strategy: StrategyName;
	readonly seed: string;
	readonly days: number;
	readonly claims: number;
	/** Seconds that may have been used in all by the end of each day, and on the day itself. */
	readonly allowance: { readonly perDay: number; readonly byDay?: readonly number[] };
}

export interface Life {
	/** Share of the claims that are truly known, on the morning after the last day. */
	readonly recall: number;
	/** The same, over the mornings of all days. */
	readonly meanRecall: number;
	/** The same, when nothing more is studied for a month. */
	readonly recallLater: number;
	readonly answers: number;
	readonly minutes: number;
	/** Seconds used in all by the end of each day. */
	readonly secondsByDay: readonly number[];
}

const LATER_DAYS = 30;
/** The time of study; mornings are measured at the full day. */
const STUDY_AT = 0.4;
const DAY_SECONDS = 86_400;

export function live(plan: LifePlan): Life {
	const { model, days, claims: count, seed, strategy } = plan;
	const claims = makeClaims(count, model, seed);
	const asked = makeDesk(claims, `${seed}/${strategy}`);
	const planner = STRATEGIES[strategy]();
	const recalls: number[] = [];
	const secondsByDay: number[] = [];
	for (let day = 0; day < days; day += 1) {
		const before = asked.seconds();
		// What others left unused can be used later, so that in the end all have used the same.
		const until = plan.allowance.byDay?.[day] ?? before + plan.allowance.perDay;
		const knowledge = asked.knowledge(day);
		for (const claim of asked.seconds() < until ? planner.planDay(knowledge) : []) {
			asked.ask(claim, day);
			if (asked.seconds() >= until) break;
		}
		secondsByDay.push(asked.seconds());
		recalls.push(meanRecall(claims, day + 1));
	}
	return {
		recall: recalls.at(-1)!,
		meanRecall: recalls.reduce((sum, recall) => sum + recall, 0) / days,
		recallLater: meanRecall(claims, days + LATER_DAYS),
		answers: asked.answers(),
		minutes: asked.seconds() / 60,
		secondsByDay
	};
}

/** Where questions are asked and answers are written down, by the app's own rules. */
function makeDesk(claims: readonly SimulatedClaim[], seed: string) {
	const random = seededRandom(seedOf(`${seed}/answers`));
	const byId = new Map(claims.map((claim) => [claim.id, claim]));
	const cards = new Map<string, Card>();
	let [answers, seconds] = [0, 0];
	let today = { day: 0, beganAt: 0 };
	const momentOf = (day: number): number => MORNING + day * DAY;
	return {
		answers: () => answers,
		seconds: () => seconds,
		knowledge: (day: number) => ({
			claims: [...byId.keys()],
			cards,
			today: learnerDay(momentOf(day), 0),
			dayNumber: day,
			random
		}),
		ask: (id: string, day: number): void => {
			const claim = byId.get(id)!;
			const card = cards.get(id);
			const wording = pickWording(claim.wordings, card)!;
			if (day !== today.day) today = { day, beganAt: seconds };
			const atDays = day + STUDY_AT + (seconds - today.beganAt) / DAY_SECONDS;
			const { right, certainty, seconds: used } = answerClaim(claim, wording, card, atDays, random);
			// Answers of one day keep their order.
			const at = momentOf(day) + answers;
			answers += 1;
			seconds += used;
			const mode = card ? 'review' : 'learn';
			const event = anAnswer({
				...{ id: anEventId(at), at, claim: id, question: wording.id, right, certainty, mode },
				chance: Math.round(wording.chance * 10_000)
			});
			cards.set(id, addToCard(card, event));
		}
	};
}

function meanRecall(claims: readonly SimulatedClaim[], atDays: number): number {
	return claims.reduce((sum, { memory }) => sum + memory.recall(atDays), 0) / claims.length;
}
