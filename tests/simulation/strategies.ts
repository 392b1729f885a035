import type { Card } from '#core/card.ts';
import type { Day } from '#core/day.ts';
import { shuffle, type Random } from '#core/shuffle.ts';
import { planToday } from '#core/today.ts';

/** What a strategy can know: the cards, which hold the answers, and the calendar. Never the true memory. */
export interface Knowledge {
	readonly claims: readonly string[];
	readonly cards: ReadonlyMap<string, Card>;
	readonly today: Day;
	/** From 0. */
	readonly dayNumber: number;
	readonly random: Random;
}

/** Claims in the order in which to ask for them today; the caller stops when the time is up. */
export type DayPlan = Generator<string, void>;

/** Made anew for each life: some remember. */
export interface Strategy {
	planDay(knowledge: Knowledge): DayPlan;
}

/** Met for the first time on one day at most, by whichever strategy meets them one after the other. */
const NEW_A_DAY = 10;

export const STRATEGIES = {
	schedule: makeSchedule,
	'fixed spacing': makeFixedSpacing,
	'all in turn': makeTurns,
	'at random': makeRandom
} as const satisfies Record<string, () => Strategy>;
export type StrategyName = keyof typeof STRATEGIES;

/** What the app does: the reviews of today, those most worth it first, and then new claims. */
function makeSchedule(): Strategy {
	return {
		*planDay(knowledge) {
			const { claims, cards, today } = knowledge;
			let newLeft = NEW_A_DAY;
			for (;;) {
				const unmet = claims.filter((claim) => !cards.has(claim)).slice(0, newLeft);
				const values = { cards: [...cards.values()], today, daysAway: 1 };
				const { reviews, newClaims } = planToday({ ...values, newLeft: unmet.length });
				for (const { claim } of reviews) yield claim;
				yield* unmet.slice(0, newClaims);
				newLeft -= newClaims;
				if (reviews.length + newClaims === 0) return;
			}
		}
	};
}

/** Each claim again after these days, whatever the answers, and from then on after the last of them. */
const FIXED_DAYS = [1, 3, 7, 14, 30];

function makeFixedSpacing(): Strategy {
	const turns = new Map<string, { readonly dueDay: number; readonly rung: number }>();
	return {
		*planDay({ claims, dayNumber }) {
			const put = (claim: string, rung: number): void => {
				const days = FIXED_DAYS[Math.min(rung, FIXED_DAYS.length - 1)]!;
				turns.set(claim, { dueDay: dayNumber + days, rung });
			};
			const due = [...turns]
				.filter(([, { dueDay }]) => dueDay <= dayNumber)
				.sort(([, a], [, b]) => a.dueDay - b.dueDay);
			for (const [claim, { rung }] of due) {
				put(claim, rung + 1);
				yield claim;
			}
			const fresh = claims.filter((claim) => !turns.has(claim)).slice(0, NEW_A_DAY);
			for (const claim of fresh) {
				put(claim, 0);
				yield claim;
			}
		}
	};
}

/** No schedule, and nothing left to luck: all claims in an order of chance, when they are through in another. */
function makeTurns(): Strategy {
	let left: readonly string[] = [];
	return {
		*planDay({ claims, random }) {
			for (;;) {
				const [next, ...others] = left.length > 0 ? left : shuffle(claims, random);
				if (next === undefined) return;
				left = others;
				yield next;
			}
		}
	};
}

/** No schedule: any claim, each time. */
function makeRandom(): Strategy {
	return {
		*planDay({ claims, random }) {
			for (;;) yield claims[Math.floor(random() * claims.length)]!;
		}
	};
}
