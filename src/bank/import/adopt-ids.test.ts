import type { ForeignQuestion } from '#core/exchange.ts';
import { describe, expect, it } from 'vitest';
import { adoptIds } from './adopt-ids.ts';

describe('adoptIds', () => {
	it('knows parts by their words, and names what is new as nothing else is named', () => {
		const held = {
			kind: 'single-choice',
			options: [
				{ id: 'o2', text: 'Moon' },
				{ id: 'wind', text: 'Wind' }
			]
		};
		const foreign = {
			...{ kind: 'single-choice', prompt: 'What?' },
			options: [
				{ id: 'o1', text: 'Wind' },
				{ id: 'o2', text: 'Rain' },
				{ id: 'o3', text: 'Moon' }
			]
		} as ForeignQuestion;
		expect(adoptIds(foreign, held)).toMatchObject({
			options: [{ id: 'wind' }, { id: 'o2-2' }, { id: 'o2' }]
		});
	});

	it('leads entries to their categories', () => {
		const held = {
			kind: 'categorise',
			categories: [
				{ id: 'sea', text: 'Sea' },
				{ id: 'sky', text: 'Sky' }
			],
			entries: [{ id: 'fish', text: 'Fish', category: 'sea' }]
		};
		const foreign = {
			...{ kind: 'categorise', prompt: 'Sort.' },
			categories: [
				{ id: 'c1', text: 'Sky' },
				{ id: 'c2', text: 'Sea' }
			],
			entries: [{ id: 'e1', text: 'Fish', category: 'c2' }]
		} as ForeignQuestion;
		expect(adoptIds(foreign, held)).toMatchObject({
			categories: [{ id: 'sky' }, { id: 'sea' }],
			entries: [{ id: 'fish', category: 'sea' }]
		});
	});

	it('takes gaps in the order of the text', () => {
		const held = { kind: 'cloze', text: '{when} and {where}', gaps: [{ id: 'where' }, { id: 'when' }] };
		const foreign = {
			...{ kind: 'cloze', prompt: 'Fill.', text: '{g1} and {g2}' },
			gaps: [
				{ id: 'g1', answers: ['a'] },
				{ id: 'g2', answers: ['b'] }
			]
		} as ForeignQuestion;
		expect(adoptIds(foreign, held)).toMatchObject({
			text: '{when} and {where}',
			gaps: [{ id: 'when' }, { id: 'where' }]
		});
	});

	it('leaves a question of another kind as it is', () => {
		const foreign = { kind: 'true-false', prompt: 'So?', answer: true } as ForeignQuestion;
		expect(adoptIds(foreign, { kind: 'cloze' })).toBe(foreign);
	});
});
