/** A question that passes the check but for the words that are left to write. */

import { LEVELS, type Level, type Question, type QuestionKind } from '#core/question.ts';
import { PLACEHOLDER } from './placeholders.ts';
import { LENGTHS } from './schema-parts.ts';
import { stringsOf, type Strings } from './translation-schema.ts';

const left = (what: string): string => `${PLACEHOLDER} ${what}`;

const OPTIONS = [
	{ id: 'right', text: left('what is right'), correct: true },
	{ id: 'wrong', text: left('what one may well believe'), why: left('why it is wrong') },
	{ id: 'other', text: left('something else that is wrong'), why: left('why it is wrong, too') }
];

type Own<K extends QuestionKind> = Omit<
	Extract<Question, { kind: K }>,
	'id' | 'claim' | 'also' | 'level' | 'prompt' | 'explanation' | 'waive'
>;

const SKELETONS = {
	'single-choice': { kind: 'single-choice', options: OPTIONS },
	'multiple-choice': {
		kind: 'multiple-choice',
		options: [
			OPTIONS[0]!,
			{ id: 'also', text: left('what is right, too'), correct: true },
			...OPTIONS.slice(1)
		]
	},
	'true-false': { kind: 'true-false', answer: true, why: left('why it is not false') },
	numeric: { kind: 'numeric', answer: 1, unit: left('the unit, or delete this line') },
	'short-text': { kind: 'short-text', answers: [left('the answer, and other wordings in rows below')] },
	cloze: {
		kind: 'cloze',
		text: left('a sentence with a {gap}, and what follows'),
		gaps: [{ id: 'gap', answers: [left('what belongs in the gap')] }]
	},
	matching: {
		kind: 'matching',
		pairs: ['first', 'second', 'third'].map((id) => ({
			id,
			left: left(`the ${id} thing`),
			right: left(`what belongs to the ${id}`)
		}))
	},
	ordering: {
		kind: 'ordering',
		steps: ['first', 'second', 'third'].map((id) => ({ id, text: left(`what comes ${id}`) }))
	},
	categorise: {
		kind: 'categorise',
		categories: ['one', 'other'].map((id) => ({ id, text: left(`the ${id} category`) })),
		entries: ['one', 'other'].map((id) => ({
			id: `of-${id}`,
			text: left(`what belongs to the ${id} category`),
			category: id,
			why: left(`why it belongs to the ${id} category`)
		}))
	},
	estimate: {
		kind: 'estimate',
		answer: 1,
		unit: left('the unit, or delete this line'),
		close: 0.1,
		far: 0.5
	}
} as const satisfies { [K in QuestionKind]: Own<K> };

export interface NewQuestion {
	readonly kind: QuestionKind;
	readonly claim: string;
	readonly level: Level;
	/** Of all questions that the course has and has had. */
	readonly takenIds: ReadonlySet<string>;
}

export function makeNewQuestion({ kind, claim, level, takenIds }: NewQuestion): Question {
	const hasFigure = kind === 'numeric' || kind === 'estimate' || kind === 'true-false';
	return {
		id: makeQuestionId(claim, takenIds),
		claim,
		level,
		...SKELETONS[kind],
		prompt: left(hasFigure ? 'what is asked; then set the answer below' : 'what is asked'),
		explanation: left('why the key is right, and where the source says so')
	};
}

/** The first level that no question asks yet; so a claim comes to be asked at all of them. */
export function pickNextLevel(asked: readonly Level[]): Level {
	return LEVELS.find((level) => !asked.includes(level)) ?? 'understand';
}

/** What stands beside the question in a translation: the same strings, to be written in that language. */
export function makeNewTranslation(question: Question): unknown {
	return pickStrings(question, stringsOf(question.kind));
}

function pickStrings(value: unknown, strings: Strings): unknown {
	if (value === undefined || typeof strings === 'string') return value;
	if ('members' in strings) {
		const members = value as readonly { readonly id: string }[];
		return Object.fromEntries(members.map((member) => [member.id, pickStrings(member, strings.members)]));
	}
	const picked = Object.entries(strings.keys).map(
		([key, inner]) => [key, pickStrings((value as Readonly<Record<string, unknown>>)[key], inner)] as const
	);
	return Object.fromEntries(picked.filter(([, inner]) => inner !== undefined));
}

/** "base-stations-1": the claim and the first number that is free. */
function makeQuestionId(claim: string, taken: ReadonlySet<string>): string {
	for (let number = 1; ; number++) {
		const stem = claim.slice(0, LENGTHS.id - 1 - String(number).length).replace(/-$/, '');
		const id = `${stem}-${number}`;
		if (!taken.has(id)) return id;
	}
}
