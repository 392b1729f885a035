/**
 * Items that people have labelled, to measure the lint by: a section file for each language,
 * `labelled.en.yaml`, with a list more, `flaws: { id-of-a-question: [key-length] }`. What is not listed is sound.
 */

import { readSection } from '#bank/check-section.ts';
import type { CourseDraft } from '#bank/draft.ts';
import { lintQuestion } from '#bank/lint/lint.ts';
import type { Judged } from '#bank/lint/score.ts';
import { findWords } from '#bank/lint/words.ts';
import type { Checked, Issue } from '#core/issue.ts';
import { parseNative } from '#formats/native.ts';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

export async function readLabelled(folder: string): Promise<Checked<readonly Judged[]>> {
	const items: Judged[] = [];
	const issues: Issue[] = [];
	for (const name of (await readdir(folder)).sort()) {
		const language = /^labelled\.(\w+)\.yaml$/.exec(name)?.[1];
		if (language === undefined) continue;
		const path = join(folder, name);
		const parsed = parseNative(await readFile(path), relative(process.cwd(), path));
		const judged = parsed.value ? judgeFile(parsed.value, language) : { issues: parsed.issues };
		items.push(...(judged.value ?? []));
		issues.push(...judged.issues);
	}
	return issues.length > 0 ? { issues } : { value: items, issues };
}

function judgeFile(draft: CourseDraft, language: string): Checked<readonly Judged[]> {
	const { flaws, ...value } = draft.value as { readonly flaws: Readonly<Record<string, readonly string[]>> };
	const { section, findings } = readSection({ ...draft, value });
	if (!section) {
		const issues = findings.map(({ path, code, message }) => ({ code, message, where: draft.locate(path) }));
		return { issues };
	}
	const words = findWords(language);
	const claims = new Map(section.claims.map((claim) => [claim.id, claim]));
	const judged = section.questions.map((question) => {
		const found = lintQuestion({ question, claim: claims.get(question.claim), words, voices: [] });
		const rules = new Set(found.map(({ rule }) => rule.name));
		return { id: question.id, expected: flaws[question.id] ?? [], found: [...rules] };
	});
	return { value: judged, issues: [] };
}
