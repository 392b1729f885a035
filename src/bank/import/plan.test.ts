import type { ForeignFile, ForeignItem, ForeignQuestion } from '#core/exchange.ts';
import { valueAt } from '#core/edit.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSection } from '../check-section.ts';
import { applyImport, type ImportChoice } from './apply.ts';
import { isFilledIn } from './fill.ts';
import { makeItemId } from './item-id.ts';
import { planImport } from './plan.ts';

const choice: ImportChoice = {
	title: 'Tides',
	words: {
		description: 'Brought in from another tool.',
		source: 'questions of another tool',
		section: 'Questions'
	}
};

const moon: ForeignQuestion = {
	kind: 'single-choice',
	prompt: 'What raises the tides?',
	options: [
		{ id: 'aa', text: 'The moon', correct: true },
		{ id: 'bb', text: 'The wind', why: 'It raises waves.' },
		{ id: 'cc', text: 'Rain' }
	]
};

function item(key: string, question?: ForeignQuestion, group: readonly string[] = []): ForeignItem {
	return { key, name: key, where: { line: 1 }, group, notes: [], ...(question && { question }) };
}

function file(...items: readonly ForeignItem[]): ForeignFile {
	return { format: 'gift', items, notes: [] };
}

function sectionOf(files: Readonly<Record<string, unknown>>, name = Object.keys(files).at(-1)!) {
	return {
		name,
		read: readSection({ file: name, value: files[name], locate: () => ({ file: name, line: 1, column: 1 }) })
	};
}

describe('a plan', () => {
	test('makes a course that passes the check, with plain sentences where no reason was given', () => {
		const plan = planImport(file(item('moon', moon)), undefined, 'en');
		expect(plan.counts).toEqual({ new: 1, same: 0, differs: 0, refused: 0 });
		expect(plan.items[0]?.notes).toEqual([expect.objectContaining({ code: 'import/no-reason' })]);
		const files = applyImport(plan, undefined, choice);
		expect(Object.keys(files)).toHaveLength(2);
		const { read } = sectionOf(files);
		expect(read.findings).toEqual([]);
		const [question] = read.section!.questions;
		expect(question).toMatchObject({ id: 'moon', claim: 'moon', level: 'remember' });
		expect(isFilledIn(question!.explanation)).toBe(true);
		expect(read.section!.claims[0]?.text).toBe('What raises the tides? → The moon');
	});

	test('finds the same file again and changes nothing', () => {
		const plan = planImport(file(item('moon', moon, ['Sea'])), undefined, 'en');
		const files = applyImport(plan, undefined, choice);
		const again = planImport(plan.file, files, 'en');
		expect(again.counts).toEqual({ new: 0, same: 1, differs: 0, refused: 0 });
		expect(applyImport(again, files, choice)).toEqual(files);
	});

	test('keeps what a person has bettered since', () => {
		const plan = planImport(file(item('moon', moon)), undefined, 'en');
		const files = applyImport(plan, undefined, choice);
		const bettered = JSON.parse(
			JSON.stringify(files).replace('The answer is: The moon', 'Its pull is stronger on the near side.')
		) as typeof files;
		expect(planImport(plan.file, bettered, 'en').counts.same).toBe(1);
		const changed = { ...moon, prompt: 'What raises most tides?' };
		const differs = planImport(file(item('moon', changed)), bettered, 'en');
		expect(differs.counts.differs).toBe(1);
		expect(applyImport(differs, bettered, choice)).toEqual(bettered);
		const replaced = applyImport(differs, bettered, { ...choice, replace: new Set(['moon']) });
		const { name } = sectionOf(replaced);
		expect(valueAt(replaced, name, ['questions', 0])).toMatchObject({
			prompt: 'What raises most tides?',
			explanation: 'Its pull is stronger on the near side.'
		});
	});

	test('refuses what the check refuses, with its sentence', () => {
		const twoKeys = {
			...moon,
			options: moon.kind === 'single-choice' ? moon.options.map((o) => ({ ...o, correct: true })) : []
		};
		const plan = planImport(file(item('moon', twoKeys), item('essay')), undefined, 'en');
		expect(plan.counts.refused).toBe(2);
		expect(plan.items[0]?.notes.at(-1)?.message).toMatch(/options/);
	});

	test('keeps ids, claims and further claims that the file says in our words', () => {
		const own = {
			...moon,
			id: 'moon-one',
			claim: 'pull',
			also: ['sun', 'gone'],
			level: 'apply'
		} as ForeignQuestion;
		const other = { ...moon, claim: 'sun' } as ForeignQuestion;
		const files = applyImport(
			planImport(file(item('x', own), item('y', other)), undefined, 'en'),
			undefined,
			choice
		);
		const { read } = sectionOf(files);
		expect(read.section?.questions[0]).toMatchObject({
			id: 'moon-one',
			claim: 'pull',
			also: ['sun'],
			level: 'apply'
		});
		expect(read.claimIds.map(({ id }) => id)).toEqual(['pull', 'sun']);
	});

	test('puts groups into sections, and no more into one than a file may hold', () => {
		const items = Array.from({ length: 2500 }, (_, index) =>
			item(`n-${index}`, { ...moon, prompt: `Question ${index}?` }, ['Sea', index < 2400 ? 'Deep' : 'Shore'])
		);
		const files = applyImport(planImport(file(...items), undefined, 'en'), undefined, choice);
		const titles = Object.keys(files).map((name) => valueAt(files, name, ['section', 'title']));
		expect(titles).toEqual([undefined, 'Sea / Deep', 'Sea / Deep (2)', 'Sea / Shore']);
	});
});

describe('an id made of a key', () => {
	test('is an id, and another one for another key', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
				expect(makeItemId(a)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
				expect(makeItemId(a).length).toBeLessThanOrEqual(60);
				if (a !== b) expect(makeItemId(a)).not.toBe(makeItemId(b));
			})
		);
		expect(makeItemId('base-stations')).toBe('base-stations');
	});
});
