/** Rules on claims, and on questions that stand beside each other. */

import type { Claim, Question, Section } from '#core/question.ts';
import { keyTextsOf, stemOf } from './choices.ts';
import type { CourseFlaw, CourseRule, Edition } from './finding.ts';
import { haladyna, TRANSFER } from './guidelines.ts';
import type { Words } from './words.ts';

export const CLAIM_RULES: readonly CourseRule[] = [
	{
		name: 'claim-questions',
		severity: 'warning',
		guideline: TRANSFER,
		mend: 'Ask the claim in other words too: a card that is met often needs three wordings.',
		editions: 'original',
		find: (edition) =>
			mapClaims(edition, (claim, asking) =>
				asking.length < LEAST_QUESTIONS
					? `the claim "${claim.id}" has ${asking.length} of ${LEAST_QUESTIONS} questions`
					: undefined
			)
	},
	{
		name: 'claim-levels',
		severity: 'warning',
		guideline: TRANSFER,
		mend: 'Ask what follows from the claim, or where it applies: level understand, apply or analyse.',
		editions: 'original',
		find: (edition) =>
			mapClaims(edition, (claim, asking) => {
				const levels = new Set(asking.map(({ level }) => level));
				// One question has one level: that it is one is another rule's affair.
				if (asking.length < 2 || (levels.size >= 2 && asking.some(({ level }) => level !== 'remember')))
					return undefined;
				return `the claim "${claim.id}" is asked at one level only (${[...levels].join()})`;
			})
	},
	{
		name: 'giveaway',
		severity: 'warning',
		guideline: haladyna(4),
		mend: 'Take the answer out of the other prompt, or let one question ask both.',
		editions: 'each',
		find: findGiveaways
	}
];

/** Wordings of one claim: a review shows the one seen least. */
const LEAST_QUESTIONS = 3;

function mapClaims(
	{ course }: Edition,
	judge: (claim: Claim, asking: readonly Question[]) => string | undefined
): readonly CourseFlaw[] {
	const byClaim = new Map<string, Question[]>();
	for (const question of course.sections.flatMap(({ questions }) => questions)) {
		const known = byClaim.get(question.claim);
		if (known) known.push(question);
		else byClaim.set(question.claim, [question]);
	}
	return course.sections.flatMap(({ id, claims }) =>
		claims.flatMap((claim, index) => {
			const message = judge(claim, byClaim.get(claim.id) ?? []);
			return message === undefined ? [] : [{ section: id, path: ['claims', index], message }];
		})
	);
}

function findGiveaways({ course, words }: Edition): readonly CourseFlaw[] {
	return words ? course.sections.flatMap((section) => findGiveawaysIn(section, words)) : [];
}

/** What a question asks, and what of its key another prompt would have to say. */
interface Asked {
	readonly stem: string;
	readonly about: ReadonlySet<string>;
	/** Squeezed keys that the question itself does not say. */
	readonly secrets: readonly string[];
	/** How many of them give the question away. */
	readonly least: number;
}

function findGiveawaysIn({ id, questions }: Section, words: Words): readonly CourseFlaw[] {
	const asked = questions.map((question) => readAsked(question, words));
	return asked.flatMap(({ secrets, about, least }, index) => {
		const teller = asked.findIndex(
			(other, place) =>
				place !== index && tellsEnough(other.stem, secrets, least) && sharesTopic(other, about)
		);
		if (teller < 0) return [];
		const message = `the prompt of "${questions[teller]!.id}" says the answer to "${questions[index]!.id}"`;
		return [{ section: id, path: ['questions', index, 'prompt'], message }];
	});
}

function readAsked(question: Question, words: Words): Asked {
	const stem = squeeze(stemOf(question));
	const about = new Set(words.contentOf(stemOf(question)));
	const texts = secretsOf(question);
	const secrets = texts
		.filter((text) => words.contentOf(text).length > 0 && words.loadOf(text) <= LONGEST_SECRET)
		.map(squeeze)
		.filter((secret) => !saysPhrase(stem, secret));
	// Of several options, half: the others are easily found then. A gap tells nothing of the next.
	const least = question.kind === 'cloze' ? texts.length : texts.length / 2;
	return { stem, about, secrets, least };
}

/** Of accepted wordings the one that is shown. A small number stands anywhere. */
function secretsOf(question: Question): readonly string[] {
	if (question.kind === 'numeric' && question.answer < 10) return [];
	const texts = keyTextsOf(question);
	return question.kind === 'short-text' ? texts.slice(0, 1) : texts;
}

function tellsEnough(stem: string, secrets: readonly string[], least: number): boolean {
	const told = secrets.filter((secret) => saysPhrase(stem, secret)).length;
	return told > 0 && told >= least;
}

/** In the unit of the language's budgets: longer keys are never repeated by chance. */
const LONGEST_SECRET = 12;
/** Words of content: below this a prompt is about something else that happens to have the same word. */
const LEAST_SHARED = 3;

function sharesTopic(other: Asked, about: ReadonlySet<string>): boolean {
	const shared = [...about].filter((word) => other.about.has(word)).length;
	return shared >= Math.min(LEAST_SHARED, about.size) && shared > 1;
}

function saysPhrase(stem: string, phrase: string): boolean {
	// Chinese has no gaps between words.
	return /\p{Script=Han}/u.test(phrase) ? stem.includes(phrase) : ` ${stem} `.includes(` ${phrase} `);
}

function squeeze(text: string): string {
	return (
		text
			.normalize('NFKC')
			.toLowerCase()
			.replace(/(?<=\d),(?=\d{3})/g, '')
			.replace(/[^\p{L}\p{N}.]+|\.(?!\d)/gu, ' ')
			.replace(/\b(?:the|an?)\b/g, ' ')
			// "Stigmas" say "stigma".
			.replace(/(?<=[a-z]{3})(?<![su])s\b/g, '')
			.replace(/\s+/g, ' ')
			.trim()
	);
}
