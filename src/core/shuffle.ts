import { isChosenGap, type Question } from './question.ts';

/** A source of numbers in [0, 1), passed in so that nothing in core is random. */
export type Random = () => number;

/** Mulberry32 (Tommy Ettinger, public domain): small, and enough to shuffle a handful of options. */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** FNV-1a over UTF-16 code units: one seed for one question in one session. */
export function seedOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return hash >>> 0;
}

/** Fisher-Yates. */
export function shuffle<T>(values: readonly T[], random: Random): readonly T[] {
	const shuffled = [...values];
	for (let last = shuffled.length - 1; last > 0; last -= 1) {
		const other = Math.floor(random() * (last + 1));
		[shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
	}
	return shuffled;
}

/**
 * The order in which a question's options stand on the screen. The same seed gives the same order, so
 * that a reload moves nothing.
 */
export function screenOrder(question: Question, seed: number): readonly string[] {
	const random = seededRandom(seed);
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice': {
			const ids = question.options.map(({ id }) => id);
			return question.shuffle === false ? ids : shuffle(ids, random);
		}
		case 'true-false':
			return ['true', 'false'];
		case 'matching':
			return shuffle(
				[...question.pairs, ...(question.extras ?? [])].map(({ id }) => id),
				random
			);
		case 'ordering':
			return shuffleAway(
				question.steps.map(({ id }) => id),
				random
			);
		case 'cloze':
			return question.gaps.flatMap((gap) =>
				isChosenGap(gap) ? shuffle(gap.options, random).map(({ id }) => gapOptionKey(gap.id, id)) : []
			);
		case 'categorise':
			return shuffle(
				question.entries.map(({ id }) => id),
				random
			);
		default:
			return [];
	}
}

/** Gaps may have options of the same id: the order of the screen names both. */
export function gapOptionKey(gap: string, option: string): string {
	return `${gap}/${option}`;
}

/** Never the right order itself: an ordering that starts solved asks nothing. */
function shuffleAway(ids: readonly string[], random: Random): readonly string[] {
	const shuffled = shuffle(ids, random);
	const solved = shuffled.every((id, index) => id === ids[index]);
	return solved ? [...shuffled.slice(1), shuffled[0]!] : shuffled;
}
