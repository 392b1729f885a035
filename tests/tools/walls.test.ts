import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { KIT_ROOMS, ROOMS, SVELTE_ROOMS } from '../../src/rooms.js';
import { findBreach } from './walls-rule.js';

const PLAN = { rooms: ROOMS, svelteRooms: SVELTE_ROOMS, kitRooms: KIT_ROOMS };

describe('the walls between rooms', () => {
	it.each([
		['core', './card.ts'],
		['bank', '#core/card.ts'],
		['storage', 'idb'],
		['app', 'virtual:bank'],
		['app', '$app/paths'],
		['ui', 'svelte/transition'],
		['pipeline', 'node:fs/promises'],
		['pipeline', 'vite']
	])('let %s import %s', (room, wanted) => {
		expect(findBreach(PLAN, room, wanted)).toBeUndefined();
	});

	it.each([
		['core', '#storage/store.ts'],
		['core', 'svelte'],
		['core', 'idb'],
		['bank', '#formats/native.ts'],
		['ui', '#app/boot.svelte.ts'],
		['ui', '$app/paths'],
		['ui', '../app/boot.svelte.ts'],
		['app', '#ui/Page.svelte'],
		['app', 'yaml'],
		['storage', 'node:fs'],
		['storage', 'fs'],
		['routes', '#storage/store.ts'],
		['core', '#core/card.ts']
	])('keep %s from importing %s', (room, wanted) => {
		expect(findBreach(PLAN, room, wanted)).toBeTypeOf('string');
	});

	it('let a file in a folder of its room climb within the room only', () => {
		expect(findBreach(PLAN, 'ui', '../messages.ts', { depth: 1 })).toBeUndefined();
		expect(findBreach(PLAN, 'ui', '../../app/boot.svelte.ts', { depth: 1 })).toBeTypeOf('string');
	});

	it('are checked by the lint, dynamic imports included', async () => {
		const eslint = new ESLint();
		const [result] = await eslint.lintText("export const load = () => import('idb');\n", {
			filePath: 'src/core/breach.ts'
		});
		expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('grasp/walls');
	}, 30_000);

	it('stand in the floor plan as they are enforced', () => {
		const plan = readFileSync('src/README.md', 'utf8');
		const rows = plan.matchAll(/^\| (\w+) +\| ([^|]+?) +\| ([^|]+?) +\|$/gm);
		const table = Object.fromEntries(
			[...rows]
				.filter(([, room]) => room !== 'room')
				.map(([, room, imports, names]) => [room, [imports, names]])
		);
		const cell = (words: readonly string[]): string =>
			words.map((word) => word.replace('*', '\\*')).join(', ') || '–';
		expect(table).toEqual(
			Object.fromEntries(
				Object.entries(ROOMS).map(([room, { imports, names }]) => [room, [cell(imports), cell(names)]])
			)
		);
	});
});
