import { live, type Life } from './life.ts';
import { MEMORY_MODELS, type MemoryModel } from './memory.ts';
import { STRATEGIES, type StrategyName } from './strategies.ts';

/**
 * Does the schedule pay? Three strategies on the same claims, learners and minutes, under memories that are
 * not the schedule's own. The same settings give the same text.
 */
export interface SimulationSettings {
	readonly seeds: number;
	readonly days: number;
	readonly claims: number;
	readonly minutesPerDay: number;
}

export const DEFAULT_SETTINGS: SimulationSettings = { seeds: 20, days: 90, claims: 49, minutesPerDay: 5 };

type Lives = Readonly<Record<StrategyName, readonly Life[]>>;

const NAMES = Object.keys(STRATEGIES) as readonly StrategyName[];

export function* reportSimulation(settings: SimulationSettings): Generator<string, void> {
	const { seeds, days, claims, minutesPerDay } = settings;
	yield `${claims} claims with 3 wordings each, ${days} days, ${minutesPerDay} minutes a day at most, ${seeds} learners`;
	yield 'mean ± half of the 95 % interval over learners; recall is what is truly known, guesses not counted\n';
	for (const [title, model] of Object.entries(MEMORY_MODELS)) {
		const asked = liveAll(settings, model);
		yield `True memory: ${title}\n`;
		yield `  As many of the minutes as each asks for\n${makeTable(asked, settings)}\n`;
		for (const pace of ['schedule', 'fixed spacing'] as const) {
			const paced = liveAll(settings, model, { name: pace, lives: asked[pace] });
			yield `  The same minutes for all: those of ${pace}\n${makeTable(paced, settings)}`;
			yield `${NAMES.slice(1)
				.map((name) => `  ${sayWin(paced, name, days)}`)
				.join('\n')}\n`;
		}
	}
}

/** The lives whose minutes are given to all, learner by learner and day by day. */
interface Pace {
	readonly name: StrategyName;
	readonly lives: readonly Life[];
}

export function liveAll(
	{ seeds, days, claims, minutesPerDay }: SimulationSettings,
	model: MemoryModel,
	pace?: Pace
): Lives {
	const liveOne = (strategy: StrategyName, learner: number): Life =>
		live({
			...{ model, strategy, days, claims, seed: `learner-${learner}` },
			allowance: {
				perDay: minutesPerDay * 60,
				...(pace && pace.name !== strategy && { byDay: pace.lives[learner]!.secondsByDay })
			}
		});
	const learners = Array.from({ length: seeds }, (_, learner) => learner);
	const lives = NAMES.map((name) => [name, learners.map((learner) => liveOne(name, learner))]);
	return Object.fromEntries(lives) as Lives;
}

function makeTable(lives: Lives, { days, claims }: SimulationSettings): string {
	const columns: readonly (readonly [string, (life: Life) => number, (value: number) => string])[] = [
		[`recall on day ${days}`, ({ recall }) => recall, sayPercent],
		['mean over the days', ({ meanRecall }) => meanRecall, sayPercent],
		['30 days later', ({ recallLater }) => recallLater, sayPercent],
		['minutes', ({ minutes }) => minutes, (value) => value.toFixed(0)],
		['answers', ({ answers }) => answers, (value) => value.toFixed(0)],
		[
			'claims known a minute',
			({ recall, minutes }) => (recall * claims) / minutes,
			(value) => value.toFixed(3)
		]
	];
	const rows = NAMES.map((name) => [
		name,
		...columns.map(([, valueOf, say]) => sayMean(lives[name].map(valueOf), say))
	]);
	return alignRows([['', ...columns.map(([title]) => title)], ...rows]);
}

function sayWin(lives: Lives, other: StrategyName, days: number): string {
	const differenceOf = (valueOf: (life: Life) => number): string =>
		sayMean(
			lives.schedule.map((life, learner) => valueOf(life) - valueOf(lives[other][learner]!)),
			(value) => `${(value * 100).toFixed(1)}`,
			'+'
		);
	const parts = [
		`${differenceOf(({ recall }) => recall)} points on day ${days}`,
		`${differenceOf(({ meanRecall }) => meanRecall)} over the days`,
		`${differenceOf(({ recallLater }) => recallLater)} 30 days later`
	];
	return `schedule less ${other}: ${parts.join(', ')}`;
}

function sayMean(values: readonly number[], say: (value: number) => string, plus = ''): string {
	const { mean, half } = estimateMean(values);
	return `${mean > 0 ? plus : ''}${say(mean)} ± ${say(half)}`;
}

function sayPercent(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}

/** Mean and half of its 95 % interval, by Student's t. */
export function estimateMean(values: readonly number[]): { readonly mean: number; readonly half: number } {
	const count = values.length;
	const mean = values.reduce((sum, value) => sum + value, 0) / count;
	if (count < 2) return { mean, half: NaN };
	const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
	return { mean, half: studentQuantile(count - 1) * Math.sqrt(variance / count) };
}

/** Of 97.5 %: the expansion around the normal one (Abramowitz & Stegun 26.7.5). */
function studentQuantile(freedom: number): number {
	const z = 1.959964;
	const first = (z ** 3 + z) / 4;
	const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
	const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
	return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}

function alignRows(rows: readonly (readonly string[])[]): string {
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	return rows
		.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd())
		.join('\n');
}
