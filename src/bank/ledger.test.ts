import { aCloze, aMatching, aSection, aSingleChoice } from '#tests/fixtures/builders.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourseDraft } from './draft.ts';
import { listIds, type NamedId } from './ids.ts';
import { appendToLedger, checkLedger, retireInLedger, parseLedger } from './ledger.ts';

function draft(file: string, section: object): CourseDraft {
	const { id, title, ...rest } = section as { readonly id: string; readonly title: string };
	const value = { section: { id, title }, ...rest };
	return { file, value, locate: () => ({ file, line: 7, column: 3 }) };
}

function used(...names: readonly string[]): readonly NamedId[] {
	return names.map((name) => ({ name, draft: draft('a/01-scale.yaml', {}), path: [] }));
}

function check(text: string | undefined, names: readonly string[], isComplete = false) {
	return checkLedger({ file: 'a/ids.txt', text, ids: used(...names), isComplete }).map(
		({ code, where }) => `${code} ${where.file}:${where.line}`
	);
}

describe('listIds', () => {
	it('names every id that an event may hold, by what it stands in', () => {
		const section = aSection([aSingleChoice(), aCloze({ id: 'fill' }), aMatching({ id: 'match' })]);
		const names = listIds([draft('a/01-scale.yaml', section)]).map(({ name }) => name);
		expect(names).toEqual([
			...['section scale', 'claim sites'],
			...['question q', 'option q/key', 'option q/wrong', 'option q/other'],
			...['question fill', 'gap fill/typed', 'gap fill/chosen'],
			...['key', 'wrong', 'other'].map((id) => `option fill/chosen/${id}`),
			...['question match', 'pair match/one', 'pair match/two', 'pair match/three']
		]);
	});

	it('reads sections only, and broken ones as far as they go', () => {
		const value = { claims: [{ id: 'sites' }, null, { id: 5 }], questions: 'none' };
		const broken = { ...draft('a/02-broken.yaml', {}), value };
		expect(listIds([broken, { ...broken, file: 'a/02-broken.zh.yaml' }]).map(({ name }) => name)).toEqual([
			'claim sites'
		]);
	});
});

describe('retireInLedger', () => {
	it('writes the reason behind the id, in a line of its own where there is none yet', () => {
		const ledger = retireInLedger('# Ours\nquestion a\nquestion b\n', 'question a', 'too\n easy ');
		expect(ledger).toBe('# Ours\nquestion a retired: too easy\nquestion b\n');
		expect(parseLedger(retireInLedger(undefined, 'question c', 'dull'))).toMatchObject([
			{ name: 'question c', retired: 'dull' }
		]);
	});
});

describe('checkLedger', () => {
	it.each<[title: string, text: string | undefined, names: readonly string[], told: readonly string[]]>([
		['what is new, while someone writes', 'claim a\n', ['claim a', 'claim b'], []],
		['a course without a ledger', undefined, ['claim a'], []],
		['what is retired', 'claim a retired: withdrawn\n', [], []],
		['options of what is retired', 'question q retired: dull\noption q/a\ngap q/g\noption q/g/b', [], []],
		['comments and empty lines', '# head\n\nclaim a\r\n', ['claim a'], []],
		['a vanished id', 'claim a\nclaim b\n', ['claim b'], ['ids/vanished a/ids.txt:1']],
		['a vanished question, once', 'option q/a\nquestion q\n', [], ['ids/vanished a/ids.txt:2']],
		['a vanished option', 'option q/a\nquestion q\n', ['question q'], ['ids/vanished a/ids.txt:1']],
		['a retired id in use', 'claim a retired: x\n', ['claim a'], ['ids/reused a/01-scale.yaml:7']],
		['a line that it cannot read', 'claim\n', [], ['ids/line a/ids.txt:1']],
		['a retirement without a reason', 'claim a retired:\n', ['claim a'], ['ids/line a/ids.txt:1']],
		['a line that stands twice', 'claim a\nclaim a\n', ['claim a'], ['ids/repeated a/ids.txt:2']]
	])('tells of, or lets pass, %s', (_, text, names, told) => {
		expect(check(text, names)).toEqual(told);
	});

	it('asks for every id where the ledger is to be complete', () => {
		expect(check(undefined, ['claim a'], true)).toEqual(['ids/no-ledger a/ids.txt:1']);
		expect(check('claim a\n', ['claim a', 'question q', 'option q/a'], true)).toEqual([
			'ids/unlisted a/01-scale.yaml:7'
		]);
	});
});

describe('appendToLedger', () => {
	it('sorts what is new behind what is there', () => {
		expect(appendToLedger('question z', ['claim b', 'question z', 'claim a'])).toBe(
			'question z\nclaim a\nclaim b\n'
		);
	});

	it('only appends, knows every id afterwards, and adds none twice', () => {
		const name = fc.stringMatching(/^(claim|question|option|gap) [a-z]{2}(\/[a-z]{2})?$/);
		fc.assert(
			fc.property(fc.array(fc.array(name)), (batches) => {
				let text: string | undefined;
				for (const batch of batches) {
					const before = text;
					text = appendToLedger(before, batch);
					expect(text.startsWith(before ?? '')).toBe(true);
					expect(appendToLedger(text, batch)).toBe(text);
				}
				const known = parseLedger(text ?? '').map(({ name }) => name);
				expect(known.sort()).toEqual([...new Set(batches.flat())].sort());
			})
		);
	});
});
