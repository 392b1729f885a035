import type { Card } from '#core/card.ts';
import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import type { QuestionRef } from '#core/event.ts';
import { planMistakes, planReview } from '#core/plan-cards.ts';
import { findPractice, planPractice, planPreview, type PracticeFilter } from '#core/plan-practice.ts';
import { LESSON_SIZE, nextSection, planLearning } from '#core/plan-learning.ts';
import { SESSION_SIZE } from '#core/plan.ts';
import { claimKey, type Section } from '#core/question.ts';
import type { LearnerStore } from '#storage/store.ts';
import { LibraryError, type Library } from './library.ts';
import { readNewADay } from './new-a-day.ts';
import { parsePracticeFilter } from './practice-filter.ts';
import type { SessionPlan } from './session-source.ts';
import { wantedOf, type Opening } from './study-address.ts';
import { readToday, type Now } from './today-plan.ts';

/** The sessions that need more than the next section: loaded when one is wanted, and never by a newcomer. */
export interface PlanParts {
	readonly course: CourseEntry;
	readonly library: Library;
	readonly store: LearnerStore;
	readonly now: Now;
}

/** Cards read to find a session's questions. */
const MOST_CARDS = 200;
/** A practice over a whole course looks into so many sections: a course can have a thousand. */
export const MOST_SECTIONS = 30;

/** The questions may be none: then there is nothing of the kind. */
export async function planOpening(opening: Opening, parts: PlanParts): Promise<SessionPlan> {
	const wanted = wantedOf(opening);
	switch (wanted) {
		case 'any':
		case 'learn':
			return planLearn(opening, parts);
		case 'today':
		case 'review':
			return planDue(wanted, parts);
		case 'mistakes':
			return { mode: 'mistakes', questions: await planMissed(parts) };
		case 'preview':
			return { mode: 'preview', questions: await planBefore(opening.section, parts) };
		case 'practice':
			return { mode: 'practice', questions: await planFreely(opening, parts) };
	}
}

/** What a practice has to choose from; `isCut` where the course has more sections than were looked into. */
export interface PracticeGround {
	readonly sections: readonly Section[];
	readonly cards: ReadonlyMap<string, Card>;
	readonly isCut: boolean;
}

export async function readPracticeGround(
	parts: PlanParts,
	section: string | undefined,
	isFlagged: boolean
): Promise<PracticeGround> {
	const { course, library, store } = parts;
	if (isFlagged) {
		const flagged = await store.readFlagged(course.id, MOST_CARDS);
		const here = flagged.filter((card) => section === undefined || card.section === section);
		const sections = await readSectionsOf(here, parts);
		return { sections, cards: byKey(here), isCut: false };
	}
	const entries = (await library.readIndex(course)).sections;
	const wanted = section === undefined ? await firstToPractise(entries, parts) : [section];
	const read = entries.filter(({ id }) => wanted.includes(id));
	const sections = await Promise.all(read.map((entry) => library.readWholeSection(entry)));
	const keys = sections.flatMap(({ claims }) => claims.map(({ id }) => claimKey(course.id, id)));
	const isCut = section === undefined && entries.length > read.length;
	return { sections, cards: await store.readCards(keys), isCut };
}

/** How many questions fit. */
export function countPractice(course: string, ground: PracticeGround, filter: PracticeFilter): number {
	return findPractice(course, ground.sections, ground.cards, filter).length;
}

async function planLearn({ section: named, afterLesson }: Opening, parts: PlanParts): Promise<SessionPlan> {
	const { course, library, store } = parts;
	if (named === undefined) {
		const { settings } = await store.readStart([course.id]);
		return planNext(readNewADay(settings) || SESSION_SIZE, 1, parts);
	}
	const { sections } = await library.readIndex(course);
	const entry = sections.find(({ id }) => id === named);
	if (entry === undefined) throw new LibraryError(`section ${named}`);
	const size = afterLesson ? LESSON_SIZE : { fewest: SESSION_SIZE, most: SESSION_SIZE };
	return { mode: 'learn', questions: await planEntry(entry, size, parts) };
}

/** So many claims that were never met, from so many of the sections to go on with. */
async function planNext(most: number, mostSections: number, parts: PlanParts): Promise<SessionPlan> {
	const { course, library, store } = parts;
	const [{ sections }, progress] = await Promise.all([
		library.readIndex(course),
		store.readProgress(course.id)
	]);
	const questions: QuestionRef[] = [];
	const unmet = sections.filter(({ id, claims }) => (progress.get(id)?.met ?? 0) < claims);
	for (const entry of unmet.slice(0, mostSections)) {
		const left = most - questions.length;
		if (left > 0) questions.push(...(await planEntry(entry, { fewest: 1, most: left }, parts)));
	}
	if (questions.length > 0) return { mode: 'learn', questions };
	const weakest = nextSection(sections, (id) => progress.get(id));
	if (weakest === undefined) throw new LibraryError(course.id);
	return { mode: 'learn', questions: await planEntry(weakest, { fewest: 1, most }, parts) };
}

async function planEntry(
	entry: SectionEntry,
	size: { readonly fewest: number; readonly most: number },
	{ course, library, store }: PlanParts
): Promise<readonly QuestionRef[]> {
	const section = await library.readWholeSection(entry);
	const cards = await store.readCards(section.claims.map(({ id }) => claimKey(course.id, id)));
	return planLearning(course.id, section, cards, size);
}

async function planDue(wanted: 'today' | 'review', parts: PlanParts): Promise<SessionPlan> {
	const { course, store, now } = parts;
	const today = await readToday(course, store, now);
	const isWanted = wanted === 'review' || !today.isEnough;
	const sections = isWanted ? await readSectionsOf(today.reviews, parts) : [];
	const questions = isWanted ? planReview(course.id, today.reviews, sections) : [];
	if (questions.length > 0 || wanted === 'review' || today.newClaims === 0)
		return { mode: 'review', questions };
	return planNext(today.newClaims, MOST_SECTIONS, parts);
}

async function planMissed(parts: PlanParts): Promise<readonly QuestionRef[]> {
	// The store gives the surest errors first; of those, a few sections' worth is enough for a session.
	const missed = await parts.store.readMissed(parts.course.id, MOST_CARDS);
	const ids = new Set<string>();
	const near = missed.filter(({ section }) => ids.size < MOST_SECTIONS && ids.add(section));
	return planMistakes(parts.course.id, near, await readSectionsOf(near, parts));
}

async function planBefore(
	section: string | undefined,
	{ course, library }: PlanParts
): Promise<readonly QuestionRef[]> {
	const { sections } = await library.readIndex(course);
	const entry = sections.find(({ id }) => id === section);
	return entry === undefined ? [] : planPreview(await library.readSection(entry));
}

async function planFreely(opening: Opening, parts: PlanParts): Promise<readonly QuestionRef[]> {
	const { section, claim, wish = new URLSearchParams() } = opening;
	if (claim !== undefined) return planClaim(claim, section, parts);
	const filter = parsePracticeFilter(wish);
	const ground = await readPracticeGround(parts, section, filter.flagged === true);
	return planPractice(parts.course.id, ground.sections, ground.cards, filter);
}

/** Whoever asks for a claim gets it, suspended or not. */
async function planClaim(
	claim: string,
	named: string | undefined,
	{ course, library, store }: PlanParts
): Promise<readonly QuestionRef[]> {
	const key = claimKey(course.id, claim);
	const known = named ?? (await store.readCards([key])).get(key)?.section;
	const { sections } = await library.readIndex(course);
	const likely = sections.filter(({ id }) => id === known);
	// Known to nobody, it may stand anywhere.
	for (const entry of [...likely, ...sections.filter(({ id }) => id !== known)]) {
		const { questions } = await library.readWholeSection(entry);
		const found = questions.filter((question) => question.claim === claim);
		if (found.length === 0) continue;
		return found.slice(0, SESSION_SIZE).map(({ id }) => ({ section: entry.id, claim, question: id }));
	}
	return [];
}

/** Sections that the learner has met, and then the others, in the order of the course. */
async function firstToPractise(
	entries: readonly SectionEntry[],
	{ course, store }: PlanParts
): Promise<readonly string[]> {
	const progress = await store.readProgress(course.id);
	const isMet = ({ id }: SectionEntry): boolean => progress.has(id);
	const ordered = [...entries.filter(isMet), ...entries.filter((entry) => !isMet(entry))];
	return ordered.slice(0, MOST_SECTIONS).map(({ id }) => id);
}

async function readSectionsOf(
	cards: readonly Card[],
	{ course, library }: PlanParts
): Promise<readonly Section[]> {
	const wanted = new Set(cards.map(({ section }) => section));
	if (wanted.size === 0) return [];
	const { sections } = await library.readIndex(course);
	const entries = sections.filter(({ id }) => wanted.has(id));
	return Promise.all(entries.map((entry) => library.readWholeSection(entry)));
}

function byKey(cards: readonly Card[]): ReadonlyMap<string, Card> {
	return new Map(cards.map((card) => [claimKey(card.course, card.claim), card]));
}
