/** The files of a course with what a plan brings in. Changes nothing that is there but what is named. */

import { isRecord } from '#core/is-record.ts';
import type { CourseFiles } from '#core/edit.ts';
import { valueAt } from '#core/edit.ts';
import type { Question } from '#core/question.ts';
import { LENGTHS } from '../schema-parts.ts';
import { IMPORTED_CLAIM_KIND } from './fill.ts';
import { readHeld } from './held.ts';
import { makeItemId } from './item-id.ts';
import type { ImportPlan, PlannedItem } from './plan.ts';

/** More would not fit in a section file. */
const LARGEST_SECTION = 2000;

export interface ImportChoice {
	/** Title of a course that is made anew. */
	readonly title: string;
	/** Keys of items that differ from what the course has, and shall take its place. */
	readonly replace?: ReadonlySet<string>;
	/** Keys of items that are left out. */
	readonly skip?: ReadonlySet<string>;
	/** What the course says of itself, and of where its questions come from. */
	readonly words: { readonly description: string; readonly source: string; readonly section: string };
}

export function applyImport(
	plan: ImportPlan,
	into: CourseFiles | undefined,
	choice: ImportChoice
): CourseFiles {
	const files: Record<string, unknown> = into ? { ...into } : { 'course.yaml': makeCourse(plan, choice) };
	const wanted = plan.items.filter(({ item }) => !choice.skip?.has(item.key));
	for (const planned of wanted) {
		if (planned.verdict === 'differs' && choice.replace?.has(planned.item.key)) replace(files, planned);
	}
	const coming = wanted.filter(({ verdict }) => verdict === 'new');
	const target: Target = {
		files,
		claims: new Set(readHeld(files).claims),
		byTitle: new Map(
			Object.keys(files).map((file) => [String(valueAt(files, file, ['section', 'title'])), file])
		)
	};
	for (const [group, items] of groupItems(coming, choice.words.section)) addToSections(target, group, items);
	return files;
}

interface Target {
	readonly files: Record<string, unknown>;
	/** Ids of all claims, those that have come in too. */
	readonly claims: Set<string>;
	/** Files by the title of their section. */
	readonly byTitle: Map<string, string>;
}

function makeCourse({ file, language }: ImportPlan, { title, words }: ImportChoice): unknown {
	return {
		course: { title: cutTitle(title), language, description: words.description },
		source: { title: cutTitle(file.title ?? title), form: words.source, paragraphs: 1 }
	};
}

function groupItems(
	items: readonly PlannedItem[],
	fallback: string
): ReadonlyMap<string, readonly PlannedItem[]> {
	const groups = new Map<string, PlannedItem[]>();
	for (const planned of items) {
		const name = cutTitle(planned.item.group.filter((each) => each.trim() !== '').join(' / ') || fallback);
		const known = groups.get(name);
		if (known) known.push(planned);
		else groups.set(name, [planned]);
	}
	return groups;
}

function replace(files: Record<string, unknown>, { question }: PlannedItem): void {
	const file = question && readHeld(files).fileOf.get(question.id);
	const section = file === undefined ? undefined : files[file];
	if (file === undefined || !question || !isRecord(section)) return;
	const questions = (section['questions'] as readonly (Question & { waive?: unknown })[]).map((held) => {
		if (held.id !== question.id) return held;
		// What the course says of the question's place in it stays.
		const { claim, level, also, waive } = held;
		return { ...question, claim, level, ...(also && { also }), ...(waive && { waive }) };
	});
	files[file] = { ...section, questions };
}

interface SectionLists {
	readonly claims: readonly unknown[];
	readonly questions: readonly unknown[];
}

/** Into the section of that title, as far as it has room; then into further ones. */
function addToSections(target: Target, title: string, items: readonly PlannedItem[]): void {
	let rest = items;
	for (let part = 1; rest.length > 0; part++) {
		const file = sectionFile(target, part === 1 ? title : `${title} (${part})`);
		const section = target.files[file] as SectionLists;
		const room = LARGEST_SECTION - Math.max(section.claims.length, section.questions.length);
		const fitting = rest.slice(0, Math.max(0, room));
		rest = rest.slice(fitting.length);
		target.files[file] = {
			...section,
			claims: [...section.claims, ...fitting.flatMap((planned) => makeClaim(planned, target.claims))],
			questions: [...section.questions, ...fitting.flatMap(({ question }) => question ?? [])]
		};
	}
}

function makeClaim({ question, claimText }: PlannedItem, known: Set<string>): readonly unknown[] {
	if (!question || known.has(question.claim)) return [];
	known.add(question.claim);
	const where = { paragraph: 1, sentence: 1 };
	return [{ id: question.claim, kind: IMPORTED_CLAIM_KIND, where, text: claimText ?? question.prompt }];
}

function sectionFile({ files, byTitle }: Target, title: string): string {
	const known = byTitle.get(title);
	if (known !== undefined) return known;
	const numbers = [...byTitle.values()].map((file) => Number(/^(\d+)-/.exec(file)?.[1] ?? 0));
	const id = makeItemId(title);
	const file = `${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}-${id}.yaml`;
	files[file] = { section: { id, title }, claims: [], questions: [] };
	byTitle.set(title, file);
	return file;
}

function cutTitle(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= LENGTHS.short ? line : `${line.slice(0, LENGTHS.short - 1).toWellFormed()}…`;
}
