/**
 * What would happen if a file of another tool were brought into a course: item by item, before anything is
 * written.
 */

import { EXCHANGE_LIMITS, type ExchangeNote, type ForeignFile, type ForeignItem } from '#core/exchange.ts';
import { LEVELS, type Level, type Question } from '#core/question.ts';
import type { CourseFiles } from '#core/edit.ts';
import { checkQuestion } from '../check-section.ts';
import { ID, LENGTHS } from '../schema-parts.ts';
import { fillQuestion, makeClaimText } from './fill.ts';
import { makeItemId } from './item-id.ts';
import { adoptIds } from './adopt-ids.ts';
import { adoptHeld, isSameContent, readHeld, type Held } from './held.ts';

/**
 * `new`: not there yet. `same`: there, word for word. `differs`: there, and not the same; the course keeps its own
 * unless the person says otherwise. `refused`: cannot come in.
 */
export type Verdict = 'new' | 'same' | 'differs' | 'refused';

export interface PlannedItem {
	readonly item: ForeignItem;
	readonly verdict: Verdict;
	/** As it would stand in the course; absent where refused. */
	readonly question?: Question;
	/** Text of the claim that comes with it; absent where the course has the claim. */
	readonly claimText?: string;
	/** Of the reader and of the plan: what changes on the way, or why it is refused. */
	readonly notes: readonly ExchangeNote[];
}

export interface ImportPlan {
	readonly file: ForeignFile;
	readonly language: string;
	readonly items: readonly PlannedItem[];
	readonly counts: Readonly<Record<Verdict, number>>;
}

/** `into`: the files of the course that it is brought into; none for a new course. */
export function planImport(file: ForeignFile, into: CourseFiles | undefined, language: string): ImportPlan {
	const held = readHeld(into ?? {});
	const coming = file.items.slice(0, EXCHANGE_LIMITS.items);
	const named = coming.flatMap(({ question }) => question?.claim ?? []);
	const course = { held, claims: new Set([...held.claims, ...named]), language };
	const taken = new Set<string>();
	const items = coming.map((item) => planItem(item, course, taken));
	const counts = { new: 0, same: 0, differs: 0, refused: 0 };
	for (const { verdict } of items) counts[verdict]++;
	return { file, language, items, counts };
}

interface Around {
	readonly held: Held;
	/** Of the course and of the file. */
	readonly claims: ReadonlySet<string>;
	readonly language: string;
}

function planItem(item: ForeignItem, { held, claims, language }: Around, taken: Set<string>): PlannedItem {
	if (!item.question) return { item, verdict: 'refused', notes: item.notes };
	const id = pickId(item, taken);
	const before = held.questions.get(id);
	const { also: named, ...foreign } = adoptHeld(adoptIds(item.question, before), before);
	const also = named?.filter((claim) => claims.has(claim)) ?? [];
	const claim = pickClaim(foreign.claim, id);
	const own = { id, claim, level: pickLevel(foreign.level), ...(also.length > 0 && { also }) };
	const { question, filled } = fillQuestion(foreign, own, language);
	const problems = checkQuestion(question, []).findings;
	if (problems.length > 0) {
		const refusals = problems.map(({ code, message, path }) => ({
			code: `import/${code}`,
			message: `${path.join(' ')}: ${message}`
		}));
		return { item, verdict: 'refused', notes: [...item.notes, ...refusals] };
	}
	const notes = filled > 0 ? [...item.notes, makeFilledNote(filled)] : item.notes;
	const claimText = held.claims.has(claim) ? {} : { claimText: makeClaimText(foreign, language) };
	const verdict = before === undefined ? 'new' : isSameContent(before, question) ? 'same' : 'differs';
	return { item, verdict, question, ...claimText, notes };
}

function makeFilledNote(filled: number): ExchangeNote {
	const message = `The file gave no reason in ${filled === 1 ? 'one place' : `${filled} places`}; a plain sentence stands there now. Write a better one in the editor.`;
	return { code: 'import/no-reason', message };
}

function pickId(item: ForeignItem, taken: Set<string>): string {
	const own = item.question?.id;
	const wanted = own !== undefined && isId(own) ? own : makeItemId(item.key);
	let id = wanted;
	for (let number = 2; taken.has(id); number++)
		id = `${wanted.slice(0, LENGTHS.id - 1 - String(number).length)}-${number}`;
	taken.add(id);
	return id;
}

/** A question without a claim gets one of its own, under the same name. */
function pickClaim(claim: string | undefined, question: string): string {
	return claim !== undefined && isId(claim) ? claim : question;
}

function pickLevel(level: string | undefined): Level {
	return LEVELS.find((each) => each === level) ?? 'remember';
}

function isId(text: string): boolean {
	return ID.test(text) && text.length >= 2 && text.length <= LENGTHS.id && !RESERVED.has(text);
}

const RESERVED: ReadonlySet<string> = new Set(['constructor', 'prototype']);
