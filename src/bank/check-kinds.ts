/** What must hold within a question, beyond the form of its parts. */

import type { Option, Question, QuestionKind } from '#core/question.ts';
import { matchesText, splitCloze } from '#core/text.ts';
import type { Finding, Path } from './draft.ts';
import { makeHint } from './near.ts';
import { show } from './words.ts';

type KindChecks = {
	readonly [K in QuestionKind]: (question: Extract<Question, { kind: K }>) => readonly Finding[];
};

const CHECKS = {
	'single-choice': ({ options }) => checkOptions(options, ['options'], 'single'),
	'multiple-choice': ({ options }) => checkOptions(options, ['options'], 'multiple'),
	'true-false': () => [],
	numeric: () => [],
	'short-text': ({ answers }) => checkAnswers(answers, ['answers']),
	cloze: ({ text, gaps }) => [
		...checkIds(gaps, ['gaps']),
		...checkMarkers(text, gaps),
		...gaps.flatMap((gap, index) =>
			'options' in gap
				? checkOptions(gap.options, ['gaps', index, 'options'], 'single')
				: checkAnswers(gap.answers, ['gaps', index, 'answers'])
		)
	],
	matching: ({ pairs, extras = [] }) => [
		...checkIds([...pairs, ...extras], ['pairs'], pairs.length),
		...checkTexts(pairs.map(({ left }, index) => ({ text: left, path: ['pairs', index, 'left'] }))),
		...checkTexts([
			...pairs.map(({ right }, index) => ({ text: right, path: ['pairs', index, 'right'] })),
			...extras.map(({ text }, index) => ({ text, path: ['extras', index, 'text'] }))
		])
	],
	ordering: ({ steps }) => [...checkIds(steps, ['steps']), ...checkListTexts(steps, ['steps'])],
	categorise: ({ categories, entries }) => [
		...checkIds(categories, ['categories']),
		...checkIds(entries, ['entries']),
		...checkListTexts(categories, ['categories']),
		...checkListTexts(entries, ['entries']),
		...entries.flatMap(({ category }, index) =>
			checkKnown(
				category,
				categories.map(({ id }) => id),
				['entries', index, 'category']
			)
		)
	],
	estimate: ({ answer, close, far }) => [
		...(answer === 0
			? [
					finding(
						['answer'],
						'estimate/zero',
						'expected an answer other than 0: closeness is a share of it; use kind: numeric'
					)
				]
			: []),
		...(close >= far
			? [
					finding(
						['close'],
						'estimate/close-far',
						`expected close below far, found ${close} and ${far}; for example: close: 0.1 and far: 0.5`
					)
				]
			: [])
	]
} satisfies KindChecks;

/** Paths begin at the question. */
export function checkKind(question: Question): readonly Finding[] {
	const check = CHECKS[question.kind] as (question: Question) => readonly Finding[];
	return check(question);
}

function finding(path: Path, code: string, message: string): Finding {
	return { path, code, message };
}

function checkOptions(
	options: readonly Option[],
	path: Path,
	many: 'single' | 'multiple'
): readonly Finding[] {
	const keys = options.flatMap(({ correct }, index) => (correct ? [index] : []));
	const findings = [...checkIds(options, path), ...checkListTexts(options, path)];
	if (keys.length === 0) {
		const message = 'expected a correct option, found none; add to the right one: correct: true';
		findings.push(finding(path, 'choice/no-key', message));
	} else if (many === 'single' && keys.length > 1) {
		const message = `expected one correct option, found ${keys.length}; delete "correct: true" from the others, or use kind: multiple-choice`;
		findings.push(finding([...path, keys[1]!, 'correct'], 'choice/two-keys', message));
	} else if (many === 'multiple' && keys.length === options.length) {
		const message = 'expected at least one wrong option, found none; add one that says why it is wrong';
		findings.push(finding(path, 'choice/no-wrong', message));
	}
	for (const [index, { correct, why, id }] of options.entries()) {
		if (correct || why !== undefined) continue;
		const message = `expected "why" on the wrong option "${id}", found none; add: why: More than half was said, not exactly half.`;
		findings.push(finding([...path, index], 'choice/no-why', message));
	}
	return findings;
}

/** `split`: members from this index on stand in the list `extras`. */
function checkIds(members: readonly { readonly id: string }[], path: Path, split = Infinity): Finding[] {
	const seen = new Set<string>();
	return members.flatMap(({ id }, index) => {
		const at = index < split ? [...path, index, 'id'] : ['extras', index - split, 'id'];
		if (seen.has(id)) {
			const message = `expected each id once in the question, found ${show(id)} again; rename one of the two`;
			return [finding(at, 'id/duplicate', message)];
		}
		seen.add(id);
		return [];
	});
}

function checkListTexts(members: readonly { readonly text: string }[], path: Path): Finding[] {
	return checkTexts(members.map(({ text }, index) => ({ text, path: [...path, index, 'text'] })));
}

/** Two choices that read the same cannot be told apart. Signs count: "-5" is not "5". */
function checkTexts(texts: readonly { readonly text: string; readonly path: Path }[]): Finding[] {
	const seen = new Set<string>();
	return texts.flatMap(({ text, path }) => {
		const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
		if (!seen.has(plain)) {
			seen.add(plain);
			return [];
		}
		return [
			finding(
				path,
				'text/duplicate',
				`expected different texts, found ${show(text)} again; reword or delete one`
			)
		];
	});
}

function checkAnswers(answers: readonly string[], path: Path): readonly Finding[] {
	return answers.flatMap((answer, index) => {
		if (matchesText(answer, [answer])) return [];
		const message = `expected letters or digits, found ${show(answer)}: punctuation is not compared; write a word`;
		return [finding([...path, index], 'answers/unmatchable', message)];
	});
}

function checkMarkers(text: string, gaps: readonly { readonly id: string }[]): readonly Finding[] {
	const parts = splitCloze(text);
	const markers = parts.flatMap((part) => (part.kind === 'gap' ? [part.id] : []));
	const ids = gaps.map(({ id }) => id);
	const findings = markers.flatMap((marker, index) => {
		if (!ids.includes(marker)) {
			const message = `expected a gap for each marker, found none for {${marker}}${makeHint(marker, ids)}; add: gaps: [{ id: ${marker}, answers: [big] }]`;
			return [finding(['text'], 'cloze/unknown-marker', message)];
		}
		if (markers.indexOf(marker) === index) return [];
		return [
			finding(
				['text'],
				'cloze/repeated-marker',
				`expected {${marker}} once, found it again; use a gap of its own`
			)
		];
	});
	for (const [index, id] of ids.entries()) {
		if (markers.includes(id)) continue;
		const message = `expected the marker {${id}} in the text, found none; write {${id}} where the gap is`;
		findings.push(finding(['gaps', index, 'id'], 'cloze/no-marker', message));
	}
	if (parts.some((part) => part.kind === 'text' && /[{}]/.test(part.text))) {
		const message = 'expected braces around gap ids only, found others; write a gap like {start}, or use ( )';
		findings.push(finding(['text'], 'cloze/brace', message));
	}
	return findings;
}

function checkKnown(category: string, known: readonly string[], path: Path): readonly Finding[] {
	if (known.includes(category)) return [];
	const message = `expected one of the categories ${known.join(', ')}; found ${show(category)}${makeHint(category, known)}`;
	return [finding(path, 'category/unknown', message)];
}
