/** Makes choices of options that are worth a share of the marks each. */

import type { ForeignQuestion } from '#core/exchange.ts';
import { FULL, hasPrompt, quote, refuse, withIds, type Stem } from './assemble.ts';
import type { Notes } from './notes.ts';

export interface RatedOption {
	readonly id?: string;
	readonly text: string;
	/** Of the full marks, from -1 to 1. */
	readonly share: number;
	readonly why?: string;
}

const MOST_OPTIONS = 8;
/** What has more is no question, and would take its time. */
const MOST_READ = 200;

export function makeChoice(
	stem: Stem,
	rated: readonly RatedOption[],
	{ isMultiple, isFixed = false }: { readonly isMultiple: boolean; readonly isFixed?: boolean },
	notes: Notes
): ForeignQuestion | undefined {
	if (!hasPrompt(stem, notes)) return undefined;
	if (rated.length > MOST_READ) return refuse(notes, 'choice/too-many', `It has ${rated.length} options.`);
	const options = fewEnough(distinct(rated, notes), isMultiple, notes);
	if (options.length < 2)
		return refuse(notes, 'choice/too-few', 'It has fewer than two options that can be told apart.');
	const keyed = isMultiple ? keyMany(options, notes) : keyOne(options, notes);
	if (keyed === undefined) return undefined;
	const made = withIds('o', keyed).map(({ id, text, why, isKey }) => ({
		...{ id, text, ...(isKey && { correct: true }) },
		...(why && { why })
	}));
	const kind = isMultiple ? 'multiple-choice' : 'single-choice';
	return { kind, ...stem, options: made, ...(isFixed && { shuffle: false }) };
}

type Keyed = RatedOption & { readonly isKey: boolean };

function keyOne(options: readonly RatedOption[], notes: Notes): readonly Keyed[] | undefined {
	const best = Math.max(...options.map(({ share }) => share));
	if (best <= 0) return refuse(notes, 'choice/no-key', 'None of its options is marked as right.');
	const [key, ...others] = options.filter(({ share }) => (best >= FULL ? share >= FULL : share === best));
	if (best < FULL)
		notes.add(
			'choice/no-full-key',
			`No option was worth all the marks; the best one is right now: "${key!.text}"`
		);
	if (others.length > 0)
		notes.add(
			'choice/two-keys',
			`Several options were right, each by itself. One was kept, and left out were: ${quote(others)}`
		);
	const partly = options.filter((each) => each.share > 0 && each !== key && !others.includes(each));
	if (partly.length > 0)
		notes.add('choice/partly', `Worth some of the marks before, and wrong now: ${quote(partly)}`);
	noteNegative(options, notes);
	const kept = options.filter((each) => !others.includes(each));
	if (kept.length < 2)
		return refuse(notes, 'choice/no-wrong', 'All of its options are right: there is nothing to choose.');
	return kept.map((each) => ({ ...each, isKey: each === key }));
}

function keyMany(options: readonly RatedOption[], notes: Notes): readonly Keyed[] | undefined {
	const keys = options.filter(({ share }) => share > 0);
	if (keys.length === 0) return refuse(notes, 'choice/no-key', 'None of its options is marked as right.');
	if (keys.length === options.length)
		return refuse(notes, 'choice/no-wrong', 'All of its options are right: there is nothing to choose.');
	const shares = keys.map(({ share }) => share);
	if (Math.max(...shares) - Math.min(...shares) > 0.01)
		notes.add('choice/weights', 'The right options were worth different marks; now each counts the same.');
	if (options.some(({ share }) => share < 0 && Math.abs(share + 1 / keys.length) > 0.01))
		notes.add(
			'choice/wrong-weights',
			'Wrong options took away other marks; now each takes away as much as a right one gives, though never more than there are.'
		);
	return options.map((each) => ({ ...each, isKey: each.share > 0 }));
}

function noteNegative(options: readonly RatedOption[], notes: Notes): void {
	if (options.some(({ share }) => share < 0))
		notes.add(
			'choice/negative',
			'Wrong options took marks away; a wrong answer here is worth nothing, no less.'
		);
}

function distinct(options: readonly RatedOption[], notes: Notes): readonly RatedOption[] {
	const seen = new Map<string, RatedOption>();
	for (const option of options) {
		const plain = option.text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
		if (plain === '') notes.add('choice/empty', 'An option without words was left out.');
		else if (!seen.has(plain)) seen.set(plain, option);
		else {
			const before = seen.get(plain)!;
			if (option.share > before.share) seen.set(plain, { ...before, share: option.share });
			notes.add('choice/twice', `An option that stood twice stands once now: "${option.text}"`);
		}
	}
	return [...seen.values()];
}

function fewEnough(
	options: readonly RatedOption[],
	isMultiple: boolean,
	notes: Notes
): readonly RatedOption[] {
	const surplus = options.length - MOST_OPTIONS;
	if (surplus <= 0) return options;
	const wrong = options.filter(({ share }) => share <= 0);
	// Without its right options, or with none that is wrong, it would be another question.
	const dropped = wrong.slice(Math.max(isMultiple ? 1 : 0, wrong.length - surplus));
	if (dropped.length < surplus) return options;
	notes.add('choice/many', `More than ${MOST_OPTIONS} options; left out were: ${quote(dropped)}`);
	return options.filter((each) => !dropped.includes(each));
}
